package entente.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.graph.Graph;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every request gets whatever its route: a name, its answer in gzip, and leave for pages of other sites. */
class RequestsTest extends SampleApi {
    private static final String SITE = "https://explorer.example";
    /** What a page reads of an answer beside its body. */
    private static final String READABLE =
            "Entente-Truncated, Entente-Next, Link, ETag, Retry-After, WWW-Authenticate, X-Request-Id";

    @Test
    void takesOverTheNameThatAClientGivesItsRequest() {
        assertThat(Shape.header(api.get("/healthz", "X-Request-Id", "run-7:step_2.a"), "X-Request-Id"))
                .isEqualTo("run-7:step_2.a");
        Shape.problem(api.get("/nowhere", "X-Request-Id", "run-7"), 404, "unknown-route");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "<script>", "a\"b", "{}", "ä"})
    void namesARequestItselfWhereTheClientsNameCouldBeMisread(String name) {
        assertThat(Shape.header(api.get("/healthz", "X-Request-Id", name), "X-Request-Id"))
                .matches("[0-9a-f]{16}");
        assertThat(Shape.header(api.get("/healthz", "X-Request-Id", "x".repeat(65)), "X-Request-Id"))
                .matches("[0-9a-f]{16}");
    }

    @Test
    void namesRequestsThatNoRouteIsReachedBy() {
        assertThat(api.raw("GET /%zz HTTP/1.1", "Host: localhost"))
                .containsPattern("(?i)\r\nX-Request-Id: [0-9a-f]{16}\r\n")
                .contains("\"requestId\":\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".json", ".jsonl", ".csv", ".graphml", ".gexf", ".jgf", ".cyjs"})
    void answersInGzipWhoeverTakesIt(String ending) throws Exception {
        String path = "/api/v1/entities/kyrgyzstan/subgraph" + ending + "?hops=2";
        HttpResponse<byte[]> packed = bytes("GET", path, "Accept-Encoding", "gzip");

        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(String.join(",", packed.headers().allValues("Vary"))).contains("Accept-Encoding");
        assertThat(unpacked(packed.body())).isEqualTo(api.get(path).body());
        assertThat(packed.body().length).isLessThan(api.get(path).body().length() / 2);
        HttpResponse<byte[]> told = bytes("HEAD", path, "Accept-Encoding", "gzip");
        assertThat(told.body()).isEmpty();
        assertThat(told.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(told.headers().allValues("Vary")).isEqualTo(packed.headers().allValues("Vary"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".json", ".jsonl", ".csv"})
    void answersWithRowsInGzip(String ending) throws Exception {
        String path = "/api/v1/queries/overview/results" + ending + "?target=kyrgyzstan";

        assertThat(unpacked(bytes("GET", path, "Accept-Encoding", "gzip").body()))
                .isEqualTo(api.get(path).body());
    }

    @Test
    void leavesWhatIsSmallAsItIs() throws Exception {
        HttpResponse<byte[]> small = bytes("GET", "/healthz", "Accept-Encoding", "gzip");

        assertThat(small.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(new String(small.body(), StandardCharsets.UTF_8))
                .isEqualTo(api.get("/healthz").body());
    }

    @Test
    void knowsAnAnswerInGzipByItsEntityTag() throws Exception {
        String path = "/api/v1/entities/kyrgyzstan/subgraph?hops=2";
        String tag = bytes("GET", path, "Accept-Encoding", "gzip")
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        HttpResponse<byte[]> again = bytes("GET", path, "Accept-Encoding", "gzip", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void sendsRowsInGzipWhileTheyAreRead() throws Exception {
        String statement = "{\"statement\": \"UNWIND range(1, 10000) AS x"
                + " WITH x, reduce(s = 0, y IN range(1, 100)[..100] | s + y) AS sum RETURN x, sum\"}";
        HttpRequest request = HttpRequest.newBuilder(address("/api/v1/cypher.jsonl?limit=10000"))
                .headers("Content-Type", "application/json", "Accept-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofString(statement))
                .build();
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");

        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(answer.body()), StandardCharsets.UTF_8))) {
            assertThat(lines.lines().filter(line -> line.contains("\"x\""))).hasSize(10_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "application/json,;", "application/json;", "text/csv;q=x, */*", "*/*;;q=0.5"})
    void takesWhatIsAcceptedHoweverItIsWritten(String accepted) {
        assertThat(api.get("/healthz", "Accept", accepted).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesWhereNothingThatThereIsIsAccepted() {
        Shape.problem(api.get("/healthz", "Accept", ";"), 406, "not-acceptable");
    }

    @Test
    void takesWhatIsAcceptedInSeveralHeaders() {
        String results = "/api/v1/queries/who-backs/results?target=osh-base";

        assertThat(Shape.header(api.get(results, "Accept", "image/png", "Accept", "text/csv"), "Content-Type"))
                .startsWith("text/csv");
    }

    @Test
    void letsPagesOfNoOtherSiteReadUnlessTold() {
        HttpResponse<String> answer = api.get("/api/v1/dossiers", "Origin", SITE);

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers")).isEmpty();
        assertThat(Shape.header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(api.send("OPTIONS", "/api/v1/dossiers", "Origin", SITE).statusCode())
                .isEqualTo(405);
    }

    @Test
    void letsPagesOfTheSitesReadThatItIsToldOf(Graph graph) {
        Admission told = new Admission(null, true, null, Set.of(SITE));
        Address address = new Address("127.0.0.1", 0, false, Set.of());
        try (Api shared = Api.with(new ServerSettings(address, told, 0), graph, Api.catalogue(graph))) {
            HttpResponse<String> asked =
                    shared.send("OPTIONS", "/api/v1/cypher", "Origin", SITE, "Access-Control-Request-Method", "POST");
            assertThat(asked.statusCode()).isEqualTo(204);
            assertThat(Shape.header(asked, "Access-Control-Allow-Origin")).isEqualTo(SITE);
            assertThat(Shape.header(asked, "Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, POST");
            assertThat(Shape.header(asked, "Access-Control-Allow-Headers")).contains("Authorization", "Content-Type");
            Shape.assertIsSafe(asked);

            HttpResponse<String> answer = shared.get("/api/v1/dossiers", "Origin", SITE);
            Shape.problem(answer, 401, "token-needed");
            assertThat(Shape.header(answer, "Access-Control-Allow-Origin")).isEqualTo(SITE);
            assertThat(Shape.header(answer, "Access-Control-Expose-Headers")).isEqualTo(READABLE);
            assertThat(Shape.header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(answer.headers().allValues("Vary")).contains("Origin");
            assertThat(shared.raw("GET /a%c0%afb HTTP/1.1", "Host: localhost", "Origin: " + SITE))
                    .as("a refusal before any route is looked for")
                    .startsWith("HTTP/1.1 400 ")
                    .contains("\r\nAccess-Control-Allow-Origin: " + SITE + "\r\n")
                    .contains("\r\nAccess-Control-Expose-Headers: " + READABLE + "\r\n")
                    .contains("\r\nVary: Origin\r\n");
            for (String other : Set.of(SITE + ".attacker.example", "http://explorer.example", "null", SITE + ":444")) {
                HttpResponse<String> refused = shared.get("/healthz", "Origin", other);
                assertThat(refused.headers().firstValue("Access-Control-Allow-Origin"))
                        .isEmpty();
                assertThat(refused.headers().firstValue("Access-Control-Expose-Headers"))
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "explorer.example", "https://explorer.example/", "https://*.example", "null"})
    void refusesWhatIsNoOrigin(String origin) {
        assertThatThrownBy(() -> new Admission(null, false, null, Set.of(origin)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no origin");
    }

    @Test
    void cancelsTheQueryOfAClientThatTakesGzipAndHangsUp(Graph graph) throws Exception {
        try (Api other = Api.on(graph)) {
            Instant began = Instant.now();
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + other.port() + "/api/v1/cypher"))
                    .headers("Content-Type", "application/json", "Accept-Encoding", "gzip")
                    .timeout(Duration.ofSeconds(1))
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"statement\": \"UNWIND range(1, 1000000000) AS x RETURN sum(x) AS sum\"}"))
                    .build();
            assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
            while (graph.load().underWay() > 0) {
                assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(8));
                Thread.sleep(20);
            }
        }
    }

    private static HttpResponse<byte[]> bytes(String method, String path, String... headers) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .headers(headers)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static URI address(String path) {
        return URI.create("http://127.0.0.1:" + api.port() + path);
    }

    private static String unpacked(byte[] packed) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
