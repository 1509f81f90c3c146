package entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
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
        assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertIsSafe(response);
        JsonNode problem = parsed(response.body());
        assertProblem(problem, status, code);
        assertThat(problem.path("instance").asText()).isEqualTo(response.uri().getRawPath());
        assertThat(problem.path("requestId").asText()).isEqualTo(header(response, "X-Request-Id"));
        return problem;
    }

    /** The problem in an answer as it came over the wire. */
    static JsonNode rawProblem(String answer, int status, String code) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("\r\nContent-Type: application/problem+json\r\n");
        JsonNode problem = parsed(answer.substring(answer.indexOf("\r\n\r\n") + 4));
        assertProblem(problem, status, code);
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
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(response, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(response, "Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .doesNotContain("script");
        assertThat(header(response, "X-Request-Id")).matches("[A-Za-z0-9._:-]{1,64}");
        assertThat(header(response, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(response, "Cache-Control")).isIn("no-store", "no-cache, private");
        assertThat(response.headers().firstValue("Server")).isEmpty();
    }

    static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
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
