package entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a request gets wrong, on whichever route. */
class ProblemsTest extends SampleApi {
    @ParameterizedTest
    @MethodSource("entente.web.Routes#all")
    void refusesAParameterThatTheRouteDoesNotKnow(String route) {
        String path = route + (route.contains("?") ? "&" : "?") + "colour=red";
        HttpResponse<String> response = api.get(path);

        assertThat(Shape.problem(response, 400, "unknown-parameter")
                        .path("parameter")
                        .asText())
                .isEqualTo("colour");
    }

    @ParameterizedTest
    @MethodSource("entente.web.Routes#all")
    void refusesAQueryStringWhosePercentSignsDoNotFit(String route) {
        String answer =
                api.raw("GET " + route + (route.contains("?") ? "&" : "?") + "x=%zz HTTP/1.1", "Host: localhost");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
    }

    @ParameterizedTest
    @MethodSource("entente.web.Routes#all")
    void answersGetAndHeadAlone(String route) {
        for (String method : new String[] {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"}) {
            HttpResponse<String> response = api.send(method, route);

            Shape.problem(response, 405, "method-not-allowed");
            assertThat(Shape.header(response, "Allow")).isEqualTo("GET, HEAD");
        }
    }

    @ParameterizedTest
    @MethodSource("entente.web.Routes#all")
    void answersHeadAsGetWithoutTheBody(String route) {
        HttpResponse<String> get = api.get(route);
        HttpResponse<String> head = api.send("HEAD", route);

        assertThat(head.statusCode()).isEqualTo(get.statusCode()).isEqualTo(200);
        assertThat(Shape.header(head, "Content-Type")).isEqualTo(Shape.header(get, "Content-Type"));
        assertThat(head.body()).isEmpty();
    }

    @Test
    void answersHeadForWhatIsNotThereAsGetDoes() {
        assertThat(api.send("HEAD", "/api/v1/entities/atlantis-city").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @MethodSource("entente.web.Routes#negotiated")
    void refusesAFormatThatItDoesNotHave(String route) {
        Shape.problem(api.get(route, "Accept", "application/pdf"), 406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/api",
                "/api/v1",
                "/api/v1/",
                "/api/v2/queries",
                "/api/v1/queries/who-backs/results.xml",
                "/api/v1/sources",
                "/favicon.ico",
                "/api/v1/queries/a/b/c"
            })
    void saysWhereThereIsNothing(String path) {
        Shape.problem(api.get(path), 404, "unknown-route");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "osh-base'}) DETACH DELETE n //",
                "' OR 1=1 --",
                "$target",
                "<script>alert(1)</script>",
                "a\r\nSet-Cookie: stolen=1",
                "\u0000",
                "a\u0000b",
                "+osh* AND (name:*",
                "~ ^ \" \\ / [ ] { }",
                "../../../etc/passwd",
                "%",
                "%25%0d",
                "\ud83d\ude80 \u202e",
                "\u001b[2J",
                "null",
                " "
            })
    void takesHostileValuesForWhatTheySay(String value) {
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);

        assertThat(api.get("/api/v1/queries/who-backs/results?target=" + encoded))
                .satisfies(ProblemsTest::isClientsFault);
        assertThat(api.get("/api/v1/queries/who-backs/results?target=osh-base&asOf=" + encoded))
                .satisfies(ProblemsTest::isClientsFault);
        assertThat(api.get("/api/v1/ask?q=who+backs+" + encoded)).satisfies(ProblemsTest::isClientsFault);
        assertThat(api.get("/api/v1/ask?" + encoded + "=1&q=who+backs+osh+base"))
                .satisfies(ProblemsTest::isClientsFault);
        assertThat(api.get("/api/v1/queries?" + encoded)).satisfies(ProblemsTest::isClientsFault);
        assertThat(api.get("/api/v1/entities/" + encoded.replace("+", "%20"))).satisfies(ProblemsTest::isClientsFault);
        assertThat(api.get("/api/v1/sources/" + encoded.replace("+", "%20"))).satisfies(ProblemsTest::isClientsFault);
        assertThat(api.get("/api/v1/entities?kind=" + encoded)).satisfies(ProblemsTest::isClientsFault);
        assertThat(api.get("/api/v1/entities/osh-base?types=" + encoded)).satisfies(ProblemsTest::isClientsFault);
        assertThat(api.get("/api/v1/compare?from=2009-01-01&to=2010-01-01&entity=" + encoded))
                .satisfies(ProblemsTest::isClientsFault);
        assertThat(api.get("/api/v1/queries/" + encoded.replace("+", "%20"))).satisfies(ProblemsTest::isClientsFault);
        assertThat(Shape.json(api.get("/api/v1/entities/osh-base")).path("id").asText())
                .isEqualTo("osh-base");
    }

    static Stream<String> longNames() {
        return Stream.of("osh-".repeat(2_000) + "base", "russia-".repeat(1_000), "a".repeat(8_000), "a-".repeat(4_000));
    }

    @ParameterizedTest
    @MethodSource("longNames")
    void takesValuesThatAreLong(String name) {
        assertThat(api.get("/api/v1/queries/who-backs/results?target=" + name)).satisfies(ProblemsTest::isClientsFault);
        assertThat(api.get("/api/v1/entities/" + name)).satisfies(ProblemsTest::isClientsFault);
        assertThat(api.get("/api/v1/sources/" + name)).satisfies(ProblemsTest::isClientsFault);
        assertThat(api.get("/api/v1/ask?q=who+backs+" + "very+".repeat(2_000) + "long"))
                .satisfies(ProblemsTest::isClientsFault);
    }

    @Test
    void refusesARequestLineThatIsTooLong() {
        String answer = api.raw("GET /api/v1/ask?q=" + "a".repeat(20_000) + " HTTP/1.1", "Host: localhost");

        Shape.rawProblem(answer, 414, "request-too-long", "/");
    }

    @Test
    void refusesHeadersThatAreTooLong() {
        String answer = api.raw("GET /healthz HTTP/1.1", "Host: localhost", "X-Long: " + "a".repeat(20_000));

        Shape.rawProblem(answer, 431, "request-too-long", "/healthz");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/entities/a%2Fb",
                "/api/v1/entities/%2e%2e%2fqueries",
                "/api/v1/entities/%00",
                "/%zz",
                "/a%c0%afb"
            })
    void refusesAPathThatCanBeReadInTwoWays(String path) {
        String answer = api.raw("GET " + path + " HTTP/1.1", "Host: localhost");

        assertThat(answer)
                .startsWith("HTTP/1.1 4")
                .contains("application/problem+json")
                .contains("\"code\":");
        assertThat(answer).doesNotContain("jetty", "Jetty", "Exception");
    }

    @Test
    void refusesWhatIsNoHttp() {
        assertThat(api.raw("nonsense")).startsWith("HTTP/1.1 400 ").doesNotContain("jetty", "Exception");
    }

    @Test
    void ignoresABodyWhereNoneIsAskedFor() {
        String answer = api.raw("GET /healthz HTTP/1.1", "Host: localhost", "Content-Length: 3", "X: y");

        assertThat(answer).startsWith("HTTP/1.1 200 ");
    }

    private static void isClientsFault(HttpResponse<String> response) {
        assertThat(response.statusCode())
                .as(response.uri() + " " + response.body())
                .isBetween(400, 499);
        assertThat(Shape.header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
        JsonNode problem = Shape.parsed(response.body());
        if (!problem.path("instance").asText().equals("/")) { // a path that cannot be read is not repeated
            Shape.problem(response, response.statusCode(), problem.path("code").asText());
        }
    }
}
