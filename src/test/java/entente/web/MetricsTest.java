package entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import entente.graph.Connection;
import entente.graph.Graph;
import entente.graph.Limits;
import entente.graph.Statement;
import entente.web.access.Role;
import entente.web.access.TokenFile;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code /metrics} tells. */
class MetricsTest extends SampleApi {
    private static final Statement ONE = new Statement("one", "RETURN 1 AS one");
    /** Less than the time after which a read loses its place that keeps others waiting. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Test
    void countsRequestsByRouteMethodAndStatus() {
        api.get("/api/v1/entities/russia");
        api.get("/api/v1/entities/kazakhstan");
        api.get("/api/v1/entities/nobody");
        api.send("HEAD", "/api/v1/entities/russia");

        assertThat(value("entente_requests_seconds_count", "/api/v1/entities/{id}", "\"GET\"", "\"200\""))
                .isEqualTo(2);
        assertThat(value("entente_requests_seconds_count", "/api/v1/entities/{id}", "\"GET\"", "\"404\""))
                .isEqualTo(1);
        assertThat(value("entente_requests_seconds_count", "/api/v1/entities/{id}", "\"HEAD\""))
                .isEqualTo(1);
        assertThat(value("entente_problems_total", "unknown-entity")).isEqualTo(1);
    }

    @Test
    void countsWhatFailsWhenTheClientHasGotAPart() {
        api.post(
                "/api/v1/cypher.jsonl?limit=10000",
                "{\"statement\": \"UNWIND range(1, 9000) AS x RETURN x, 1 / (9000 - x) AS y, 'some text for length' AS z\"}");

        assertThat(value("entente_problems_total", "faulty-statement")).isEqualTo(1);
    }

    @Test
    void makesNoSeriesOfWhatClientsMakeUp() {
        for (int number = 0; number < 50; number++) {
            api.get("/made/up/" + number);
            api.get("/api/v1/queries/made-up-" + number + "/results");
            api.raw("MADE" + (char) ('A' + number % 26) + " / HTTP/1.1", "Host: localhost");
        }

        String text = text();
        assertThat(text).doesNotContain("made-up", "/made/up", "MADE");
        assertThat(value("entente_requests_seconds_count", "route=\"none\"", "\"GET\"", "\"404\""))
                .isEqualTo(50);
    }

    @Test
    void countsWhatIsRefusedBeforeAnyRouteIsLookedFor() {
        double before = value("entente_problems_total", "request-too-long");
        api.raw("GET /healthz?" + "a".repeat(20_000) + " HTTP/1.1", "Host: localhost");
        api.raw("GET /healthz HTTP/1.1", "Host: localhost", "X-Long: " + "a".repeat(20_000));

        assertThat(value("entente_requests_seconds_count", "\"none\"", "\"414\""))
                .isEqualTo(1);
        assertThat(value("entente_requests_seconds_count", "\"none\"", "\"431\""))
                .isEqualTo(1);
        assertThat(value("entente_problems_total", "request-too-long")).isEqualTo(before + 2);
    }

    @Test
    void tellsReadsByQueryAndTheirRows() {
        Shape.json(api.get("/api/v1/queries/who-backs/results?target=osh-base&limit=2"));

        assertThat(value("entente_reads_seconds_count", "\"who-backs\"", "\"done\""))
                .isPositive();
        assertThat(value("entente_rows_total", "\"who-backs\"")).isPositive();
        assertThat(value("entente_reads_limit")).isEqualTo(32);
        assertThat(value("entente_reads_active")).isZero();
    }

    @Test
    void tellsOfReadsThatWaitForAPlace(Graph graph) throws Exception {
        Limits oneAtOnce = new Limits(Duration.ofSeconds(30), 100, 1L << 20, 1);
        try (Graph narrow = Graph.connect(graph.connection(), oneAtOnce);
                Api narrowApi = Api.on(narrow)) {
            CompletableFuture<?> other = narrow.reading("keeps the place", reading -> {
                CompletableFuture<?> waiting = CompletableFuture.runAsync(() -> narrow.read(ONE, 1));
                awaitMeasured(narrowApi, "entente_reads_waiting 1.0");
                assertThat(narrowApi.get("/metrics").body()).contains("\nentente_reads_active 1.0\n");
                return waiting;
            });

            other.get();
            awaitMeasured(narrowApi, "entente_reads_waiting 0.0");
        }
    }

    private static void awaitMeasured(Api of, String line) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!of.get("/metrics").body().contains("\n" + line + "\n")) {
            assertThat(Instant.now()).as(line).isBefore(end);
        }
    }

    @Test
    void tellsWhatBecameOfAnswersThatMayBeGivenAgain(Graph graph) {
        String path = "/api/v1/entities/russia?asOf=2009-07-02";
        api.get("/api/v1/dossiers"); // so that the graph's version is known

        addsOne("left", () -> api.get(path)); // for the first time
        String tag = Shape.header(addsOne("kept", () -> api.get(path)), "ETag");
        assertThat(value("entente_answers_kept_bytes")).isPositive();
        addsOne("again", () -> api.get(path));
        addsOne("unchanged", () -> api.get(path, "If-None-Match", tag));
        addsOne("left", () -> api.send("HEAD", "/api/v1/entities/russia?asOf=2009-07-03"));
    }

    /** Another reading, such as one that looks after the database, may come to know of the commit before ours does. */
    @Test
    void tellsOfAnswersThatACommitHasOvertaken(Graph graph) {
        double before = value("entente_answers_total", "\"overtaken\"");
        LocalDate day = LocalDate.of(2009, 7, 4);
        try (Graph another = Graph.connect(graph.connection(), graph.limits())) {
            for (int time = 0; time < 20 && value("entente_answers_total", "\"overtaken\"") == before; time++) {
                String path = "/api/v1/entities/russia?asOf=" + day.plusDays(time);
                api.get(path);
                another.write("come", writing -> writing.run("CREATE (p:Passing)", Map.of()));
                another.write("go", writing -> writing.run("MATCH (p:Passing) DELETE p", Map.of()));
                api.get(path);
            }
        }
        assertThat(value("entente_answers_total", "\"overtaken\"")).isEqualTo(before + 1);
    }

    private static HttpResponse<String> addsOne(String outcome, Supplier<HttpResponse<String>> request) {
        double of = value("entente_answers_total", "\"" + outcome + "\"");
        double all = value("entente_answers_total");
        HttpResponse<String> answer = request.get();
        assertThat(value("entente_answers_total", "\"" + outcome + "\"")).isEqualTo(of + 1);
        assertThat(value("entente_answers_total")).isEqualTo(all + 1);
        return answer;
    }

    @Test
    void tellsOfTheDatabaseAndTheProcess() {
        assertThat(value("entente_database_ready")).isEqualTo(1);
        assertThat(value("entente_database_restarts")).isZero();
        assertThat(value("entente_graph_loaded_timestamp_seconds")).isGreaterThan(1.5e9);
        assertThat(text()).contains("jvm_memory_used_bytes", "process_files_open_files", "process_cpu_usage");
    }

    @Test
    void tellsHowOftenConnectionsToTheDatabaseFailed(Graph graph) {
        Graph away = Graph.connect(new Connection("bolt://127.0.0.1:1", null, null, null), Limits.DEFAULT);
        try (away;
                Api unlucky = Api.on(away, Api.catalogue(graph))) {
            System.gc(); // what is counted is asked for after it, too
            Shape.problem(unlucky.get("/readyz"), 503, "database-away");
            assertThat(unlucky.get("/metrics").body()).containsPattern("entente_connections_failures_total [1-9]");
        }
        assertThat(text()).contains("\nentente_connections_timeouts_total 0.0\n");
        assertThat(value("entente_connections_timeouts_total")).isZero();
        assertThat(value("entente_connections_failures_total")).isZero();
    }

    @Test
    void isForWhoeverHasATokenWhereOthersReachIt(@TempDir Path directory, Graph graph) throws IOException {
        TokenFile tokens = new TokenFile(directory.resolve("tokens.json"));
        String token = tokens.create("prometheus", Role.reader, null).orElseThrow();
        Address open = new Address("0.0.0.0", 0, true, Set.of());
        try (Api everybodys = Api.with(
                new ServerSettings(open, new Admission(tokens, false, null), 0), graph, Api.catalogue(graph))) {
            Shape.json(everybodys.get("/api/v1/dossiers"));
            Shape.problem(everybodys.get("/metrics"), 401, "token-needed");
            assertThat(everybodys
                            .get("/metrics", "Authorization", "Bearer " + token)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static String text() {
        HttpResponse<String> answer = api.get("/metrics");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Shape.header(answer, "Content-Type")).startsWith("text/plain; version=0.0.4");
        Shape.assertIsSafe(answer);
        return answer.body();
    }

    private static double value(String name, String... labels) {
        return Shape.measured(text(), name, labels);
    }
}
