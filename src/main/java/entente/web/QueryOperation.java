package entente.web;

import entente.query.Parameter;
import entente.query.SavedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A saved query as an operation of the contract: its parameters with their types, its columns with their meanings. */
final class QueryOperation {
    private QueryOperation() {}

    /**
     * The operation of a query.
     *
     * @param results the one for queries of any name
     */
    static Map<String, Object> of(SavedQuery query, Map<String, Object> results) {
        Map<String, Object> operation = new LinkedHashMap<>(results);
        operation.put(
                "operationId",
                Stream.of(query.name().split("-"))
                        .map(OpenApi::capitalised)
                        .collect(Collectors.joining("", "query", "")));
        operation.put("tags", List.of(query.topic()));
        operation.put("summary", query.title());
        operation.put("description", query.description());
        List<Object> parameters = new ArrayList<>();
        query.parameters().forEach(parameter -> parameters.add(of(parameter)));
        OpenApi.list(results.get("parameters")).stream()
                .filter(parameter -> !parameter.toString().endsWith("/queryName}"))
                .forEach(parameters::add);
        operation.put("parameters", parameters);
        operation.put("responses", responses(query, OpenApi.map(results.get("responses"))));
        return operation;
    }

    private static Map<String, Object> of(Parameter parameter) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", parameter.name());
        described.put("in", "query");
        described.put("required", parameter.required());
        described.put("description", OpenApi.capitalised(parameter.description()));
        Map<String, Object> schema = new LinkedHashMap<>(schema(parameter));
        if (parameter.defaultValue() != null && !parameter.list()) {
            schema.put("default", typed(parameter, parameter.defaultValue()));
        }
        described.put("schema", parameter.list() ? Map.of("type", "array", "items", schema, "maxItems", 100) : schema);
        if (parameter.example() != null) {
            Object example = typed(parameter, parameter.example());
            described.put("example", parameter.list() ? List.of(example) : example);
        }
        return described;
    }

    private static Map<String, Object> schema(Parameter parameter) {
        return switch (parameter.type()) {
            case ENTITY -> Map.of("type", "string", "description", entity(parameter.kinds()));
            case DOSSIER -> Map.of("type", "string", "description", "A dossier's id");
            case STRING -> Map.of("type", "string");
            case INTEGER -> Map.of("type", "integer");
            case NUMBER -> Map.of("type", "number");
            case BOOLEAN -> Map.of("type", "boolean");
            case DATE -> Map.of("type", "string", "pattern", "^([0-9]{4}-[0-9]{2}-[0-9]{2}|today)$");
            case ENUM -> Map.of("type", "string", "enum", parameter.words());
        };
    }

    private static String entity(List<String> kinds) {
        return "An entity's id or name" + (kinds.isEmpty() ? "" : ", of the kind " + String.join(" or ", kinds));
    }

    private static Object typed(Parameter parameter, String text) {
        return switch (parameter.type()) {
            case INTEGER -> Long.parseLong(text);
            case NUMBER -> Double.parseDouble(text);
            case BOOLEAN -> Boolean.parseBoolean(text);
            default -> text;
        };
    }

    private static Map<String, Object> responses(SavedQuery query, Map<String, Object> others) {
        Map<String, Object> columns = new LinkedHashMap<>();
        query.columns().forEach((name, meaning) -> columns.put(name, Map.of("description", meaning)));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("type", "object");
        row.put("properties", columns);
        row.put("required", List.copyOf(columns.keySet()));
        row.put("additionalProperties", false);
        Map<String, Object> rows = Map.of(
                "allOf",
                List.of(
                        Map.of("$ref", "#/components/schemas/Rows"),
                        Map.of("properties", Map.of("rows", Map.of("type", "array", "items", row)))));
        Map<String, Object> answer = new LinkedHashMap<>(OpenApi.map(others.get("200")));
        Map<String, Object> content = new LinkedHashMap<>(OpenApi.map(answer.get("content")));
        content.put(Format.JSON.mediaType(), Map.of("schema", rows));
        answer.put("content", content);
        Map<String, Object> responses = new LinkedHashMap<>(others);
        responses.put("200", answer);
        return responses;
    }
}
