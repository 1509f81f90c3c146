package entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What every answer of the API must look like. */
final class Shape {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> KNOWN_MEMBERS = List.of(
            "type",
            "title",
            "status",
            "code",
            "detail",
            "instance",
            "requestId",
            "parameter",
            "value",
            "line",
            "column",
            "candidates");

    private Shape() {}

    /** The JSON of a successful answer. */
    static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(header(response, "Content-Type")).isEqualTo("application/json");
        assertIsSafe(response);
        return parsed(response.body());
    }

    /** The one shape of everything that goes wrong. */
    static JsonNode problem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        JsonNode problem =
                problem(response.headers(), response.body(), response.uri().getRawPath());
        assertProblem(problem, status, code);
        return problem;
    }

    /**
     * The problem in an answer as it came over the wire.
     *
     * @param path as it was asked for, or the root where the server could not read that
     */
    static JsonNode rawProblem(String answer, int status, String code, String path) {
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        int body = answer.indexOf("\r\n\r\n") + 4;
        JsonNode problem = problem(headers(answer.substring(0, body)), answer.substring(body), path);
        assertProblem(problem, status, code);
        return problem;
    }

    /** The headers of an answer, below its first line. */
    private static HttpHeaders headers(String head) {
        Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        head.lines().skip(1).filter(line -> !line.isEmpty()).forEach(line -> {
            int colon = line.indexOf(':');
            values.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        });
        return HttpHeaders.of(values, (name, value) -> true);
    }

    private static JsonNode problem(HttpHeaders headers, String body, String path) {
        assertThat(header(headers, "Content-Type")).as(body).isEqualTo("application/problem+json");
        assertIsSafe(headers);
        JsonNode problem = parsed(body);
        assertThat(problem.path("instance").asText()).isEqualTo(path);
        assertThat(problem.path("requestId").asText()).isEqualTo(header(headers, "X-Request-Id"));
        return problem;
    }

    private static void assertProblem(JsonNode problem, int status, String code) {
        assertThat(problem.path("type").asText()).isEqualTo("about:blank");
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("detail").asText())
                .isNotBlank()
                .doesNotContain("Exception", "entente.", "org.", "java.");
        assertThat(problem.fieldNames()).toIterable().isSubsetOf(KNOWN_MEMBERS);
        problem.path("candidates")
                .forEach(candidate ->
                        assertThat(candidate.fieldNames()).toIterable().containsExactly("id", "name"));
    }

    static void assertIsSafe(HttpResponse<String> response) {
        assertIsSafe(response.headers());
    }

    private static void assertIsSafe(HttpHeaders headers) {
        assertThat(header(headers, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(headers, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(headers, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(header(headers, "Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .doesNotContain("script");
        assertThat(header(headers, "X-Request-Id")).matches("[A-Za-z0-9._:-]{1,64}");
        assertThat(header(headers, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(headers, "Cache-Control")).isIn("no-store", "no-cache, private");
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    static String header(HttpResponse<String> response, String name) {
        return header(response.headers(), name);
    }

    private static String header(HttpHeaders headers, String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The sum of the series of a name whose labels hold all these, in a text as Prometheus has it. */
    static double measured(String text, String name, String... labels) {
        double sum = 0;
        Matcher series = Pattern.compile("^" + name + "(\\{.*})? (\\S+)$", Pattern.MULTILINE)
                .matcher(text);
        while (series.find()) {
            String found = String.valueOf(series.group(1));
            if (Set.of(labels).stream().allMatch(found::contains)) {
                sum += Double.parseDouble(series.group(2));
            }
        }
        return sum;
    }

    static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError("no JSON: " + text, malformed);
        }
    }
}
