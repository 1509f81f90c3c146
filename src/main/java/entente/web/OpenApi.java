package entente.web;

import entente.query.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The API's contract as OpenAPI 3.1 has it (spec.openapis.org/oas/v3.1.1): {@code openapi.yaml}, completed with a path
 * for each saved query, with the formats of each answer, and with the paths that name a format by their ending.
 */
final class OpenApi {
    private static final String WRITTEN = "/openapi.yaml";
    /** What a path says of its formats; of the program's own vocabulary, so it does not go out. */
    private static final String FORMATS = "x-formats";

    private static final String ACCEPTED = "x-accepted-formats";
    /** Parameters that only CSV takes. */
    private static final List<String> OF_CSV = List.of("{$ref=#/components/parameters/safe}", "{name=rows");

    /** Parameters that CSV alone does not take. */
    private static final List<String> NOT_OF_CSV = List.of("{name=plan");

    private OpenApi() {}

    /** The contract, with a path for each query of a catalogue. */
    static Map<String, Object> of(Catalogue catalogue) {
        Map<String, Object> document = written();
        map(document.get("info")).put("version", AskedFor.PROGRAM);
        Map<String, Object> paths = new LinkedHashMap<>();
        map(document.get("paths")).forEach((path, item) -> add(path, map(item), paths));
        Map<String, Object> results =
                map(map(paths.get(WebServer.API + "/queries/{name}/results")).get("get"));
        catalogue
                .queries()
                .forEach(query -> paths.put(
                        WebServer.API + "/queries/" + query.name() + "/results",
                        Map.of("get", QueryOperation.of(query, results))));
        document.put("paths", paths);
        return document;
    }

    private static Map<String, Object> written() {
        try (InputStream in = Objects.requireNonNull(OpenApi.class.getResourceAsStream(WRITTEN))) {
            return map(new Load(LoadSettings.builder().setLabel(WRITTEN).build()).loadFromInputStream(in));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void add(String path, Map<String, Object> item, Map<String, Object> paths) {
        String method = item.keySet().iterator().next();
        Map<String, Object> operation = new LinkedHashMap<>(map(item.get(method)));
        List<?> endings = list(operation.remove(FORMATS));
        List<?> accepted = operation.containsKey(ACCEPTED) ? list(operation.remove(ACCEPTED)) : endings;
        paths.put(path, Map.of(method, answering(operation, accepted.isEmpty() ? List.of("json") : accepted)));
        endings.forEach(ending ->
                paths.put(path + "." + ending, Map.of(method, ending(operation, String.valueOf(ending)))));
    }

    /** The operation of a path that names its format. */
    private static Map<String, Object> ending(Map<String, Object> operation, String ending) {
        Map<String, Object> one = answering(operation, List.of(ending));
        one.put("operationId", operation.get("operationId") + capitalised(ending));
        List<Object> parameters = new ArrayList<>(list(operation.get("parameters")));
        List<String> left = ending.equals(Format.CSV.ending()) ? NOT_OF_CSV : OF_CSV;
        parameters.removeIf(parameter -> left.stream().anyMatch(parameter.toString()::startsWith));
        one.put("parameters", parameters);
        return one;
    }

    /** The operation with every answer that it can give. */
    private static Map<String, Object> answering(Map<String, Object> operation, List<?> endings) {
        Map<String, Object> responses = new LinkedHashMap<>(map(operation.get("responses")));
        Map<String, Object> answer = new LinkedHashMap<>(map(responses.get("200")));
        Map<String, Object> written = map(answer.get("content"));
        Map<String, Object> content = new LinkedHashMap<>();
        endings.forEach(ending -> {
            Format format = Format.ofEnding(String.valueOf(ending));
            content.put(format.mediaType(), written.getOrDefault(format.mediaType(), anyOf(format)));
        });
        answer.put("content", content);
        answer.put("headers", headers(operation));
        responses.put("200", answer);
        responses.put("default", Map.of("$ref", "#/components/responses/Problem"));
        Map<String, Object> whole = new LinkedHashMap<>(operation);
        whole.put("responses", responses);
        return whole;
    }

    /** What an answer says beside its body. */
    private static Map<String, Object> headers(Map<String, Object> operation) {
        List<String> names = new ArrayList<>(List.of("X-Request-Id"));
        if (map(operation.get("responses")).containsKey("304")) {
            names.add("ETag");
        }
        if (list(operation.get("parameters")).contains(Map.of("$ref", "#/components/parameters/after"))) {
            names.addAll(List.of("Link", "Entente-Next", "Entente-Truncated"));
        }
        Map<String, Object> headers = new LinkedHashMap<>();
        names.forEach(name -> headers.put(name, Map.of("$ref", "#/components/headers/" + name)));
        return headers;
    }

    private static Map<String, Object> anyOf(Format format) {
        boolean json = format.mediaType().endsWith("+json");
        return Map.of("schema", Map.of("type", json ? "object" : "string"));
    }

    static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    @SuppressWarnings("unchecked") // the keys of openapi.yaml are texts, and none is empty
    static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    static List<?> list(@Nullable Object value) {
        return value == null ? List.of() : (List<?>) value;
    }
}
