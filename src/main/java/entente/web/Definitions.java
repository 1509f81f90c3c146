package entente.web;

import entente.query.Catalogue;
import entente.query.Parameter;
import entente.query.ParameterType;
import entente.query.Recorded;
import entente.query.SavedQuery;
import entente.query.Understood;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the API tells of saved queries, as JSON objects. */
final class Definitions {
    private Definitions() {}

    static Map<String, @Nullable Object> of(SavedQuery query) {
        Map<String, @Nullable Object> definition = new LinkedHashMap<>();
        definition.put("name", query.name());
        definition.put("topic", query.topic());
        definition.put("title", query.title());
        definition.put("description", query.description());
        definition.put("ask", query.ask());
        definition.put(
                "parameters", query.parameters().stream().map(Definitions::of).toList());
        definition.put(
                "columns",
                query.columns().entrySet().stream().map(Definitions::column).toList());
        definition.put("cypher", query.cypher());
        return definition;
    }

    private static Map<String, @Nullable Object> of(Parameter parameter) {
        Map<String, @Nullable Object> definition = new LinkedHashMap<>();
        definition.put("name", parameter.name());
        definition.put("type", parameter.type().word());
        definition.put("list", parameter.list());
        definition.put("description", parameter.description());
        definition.put("required", parameter.required());
        definition.put("default", parameter.defaultValue());
        definition.put("example", parameter.example());
        if (!parameter.words().isEmpty()) {
            definition.put("words", parameter.words());
        }
        if (!parameter.kinds().isEmpty()) {
            definition.put("kinds", parameter.kinds());
        }
        Recorded recorded = parameter.recorded();
        if (recorded != null) {
            definition.put("of", recorded.label() + "." + recorded.property());
        }
        if (parameter.type() == ParameterType.DATE) {
            definition.put("period", parameter.beginning() ? "first day" : "last day");
        }
        return definition;
    }

    private static Map<String, @Nullable Object> column(Map.Entry<String, String> column) {
        Map<String, @Nullable Object> definition = new LinkedHashMap<>();
        definition.put("name", column.getKey());
        definition.put("description", column.getValue());
        return definition;
    }

    /** A file's name says enough; where it lies is no business of the client's. */
    static Map<String, @Nullable Object> of(Catalogue.Fault fault) {
        Map<String, @Nullable Object> definition = new LinkedHashMap<>();
        definition.put("file", String.valueOf(fault.file().getFileName()));
        definition.put("line", fault.line());
        definition.put("message", fault.message());
        return definition;
    }

    static Map<String, @Nullable Object> of(Understood understood) {
        Map<String, @Nullable Object> definition = new LinkedHashMap<>();
        definition.put("question", understood.question());
        definition.put("query", understood.query().name());
        definition.put("pattern", understood.pattern());
        definition.put("arguments", understood.arguments());
        return definition;
    }
}
