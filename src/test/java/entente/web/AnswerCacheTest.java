package entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Neo4jExtension;
import entente.graph.Graph;
import entente.graph.Guard;
import entente.query.LiveCatalogue;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are given again, while others write. */
@Tag("database")
@ExtendWith(Neo4jExtension.class)
class AnswerCacheTest {
    /** Reads the counter, goes on for a while, and gives what it read at first. */
    private static final String COUNTER = """
            // title: What does the counter say?
            // description: A number that tests count up.
            // ask:
            //   - what does the counter say
            // parameters:
            //   steps: {type: integer, description: how long to go on, default: 1}
            // columns:
            //   n: the number
            MATCH (c:Counter)
            WITH collect(c.n)[0] AS n
            UNWIND range(1, $steps) AS step
            WITH n, max(sin(step)) AS most
            RETURN n
            ORDER BY n
            """;

    /** Fails at its last row, when the client has got the others. */
    private static final String BREAKING = """
            // title: What breaks off?
            // description: Rows, and then a fault.
            // ask:
            //   - what breaks off
            // columns:
            //   x: the number
            //   y: what it divides
            //   z: some text
            UNWIND range(1, 9000) AS x
            WITH x ORDER BY x
            RETURN x, 1 / (9000 - x) AS y, 'some text, so that the client gets a part' AS z
            """;

    private static final String PRESENT = """
            // title: What is it called?
            // description: The name of an entity.
            // ask:
            //   - what is {target} called
            // parameters:
            //   target: {type: entity, description: what the name is of, example: passing-by}
            // columns:
            //   name: the name
            MATCH (e:Entity {id: $target})
            RETURN e.name AS name
            ORDER BY name
            """;

    private static final String RESULTS = "/api/v1/queries/counter/results";
    private static final int ROUNDS = 3_000;
    private static final int LARGE_COMMITS = 10;

    @TempDir
    private Path directory;

    private Api api;

    @BeforeEach
    void start(Graph graph) throws IOException {
        Files.writeString(
                Files.createDirectories(directory.resolve("queries/counts")).resolve("counter.cypher"), COUNTER);
        Files.writeString(directory.resolve("queries/counts/breaking.cypher"), BREAKING);
        Files.writeString(directory.resolve("queries/counts/present.cypher"), PRESENT);
        set(graph, 0);
        api = Api.on(graph, new LiveCatalogue(directory.resolve("queries"), new Guard(graph)));
    }

    @AfterEach
    void stop(Graph graph) {
        api.close();
        graph.write("forget", writing -> writing.run("MATCH (c:Counter|Passing|Ballast) DELETE c", Map.of()));
    }

    private static void set(Graph graph, long n) {
        graph.write("count", writing -> writing.run("MERGE (c:Counter) SET c.n = $n", Map.of("n", n)));
    }

    /** A graph that knows nothing of what this process's other graphs write, as another program's. */
    private static Graph another(Graph graph) {
        return Graph.connect(graph.connection(), graph.limits());
    }

    private static long number(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Shape.parsed(answer.body()).path("rows").path(0).path("n").asLong();
    }

    private static String tag(HttpResponse<String> answer) {
        return Shape.header(answer, "ETag");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                RESULTS,
                RESULTS + ".csv",
                RESULTS + ".jsonl",
                "/api/v1/ask?q=what+does+the+counter+say",
                "/api/v1/entities?q=x",
                "/api/v1/dossiers",
                "/api/v1/schema"
            })
    void givesTheSameAnswerUntilSomethingIsCommitted(String path, Graph graph) {
        api.get(path);
        HttpResponse<String> first = api.get(path);
        HttpResponse<String> again = api.get(path);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().map().keySet())
                .isEqualTo(first.headers().map().keySet());
        assertThat(tag(again)).isEqualTo(tag(first)).startsWith("W/\"");
        assertThat(Shape.header(again, "Cache-Control")).isEqualTo("no-cache, private");
        assertThat(Shape.header(again, "Content-Type")).isEqualTo(Shape.header(first, "Content-Type"));
        HttpResponse<String> known = api.get(path, "If-None-Match", "\"other\", " + tag(first));
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.headers().firstValue("Content-Type")).isEmpty();
        assertThat(known.body()).isEmpty();
        assertThat(api.get(path, "If-None-Match", "\"other\"", "If-None-Match", tag(first))
                        .statusCode())
                .as("in a header of its own")
                .isEqualTo(304);
        assertThat(first.headers().allValues("Vary"))
                .contains("Accept")
                .isEqualTo(again.headers().allValues("Vary"))
                .isEqualTo(known.headers().allValues("Vary"));
        assertThat(tag(known)).isEqualTo(tag(first));

        set(graph, 1);

        HttpResponse<String> later = api.get(path, "If-None-Match", tag(first));
        assertThat(later.statusCode()).isEqualTo(200);
        assertThat(tag(later)).isNotEqualTo(tag(first));
    }

    @Test
    void isNeverTheSameAsOneThatBrokeOff(Graph graph) {
        String path = "/api/v1/queries/breaking/results.jsonl?limit=9000";
        api.get(path);
        HttpResponse<String> part = api.get(path);

        assertThat(part.statusCode()).isEqualTo(200);
        assertThat(part.body()).contains("\"error\":");
        assertThat(api.get(path, "If-None-Match", tag(part)).statusCode()).isEqualTo(200);
        try (Api restarted = Api.on(graph, new LiveCatalogue(directory.resolve("queries"), new Guard(graph)))) {
            restarted.get(path);
            assertThat(restarted.get(path, "If-None-Match", tag(part)).statusCode())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"paths?from=passing-by&to=passing-by", "queries/present/results?target=passing-by"})
    void knowsWhenAnEntityIsNotThereAnyMore(String asked, Graph graph) {
        String path = "/api/v1/" + asked;
        try (Graph another = another(graph)) {
            another.write(
                    "come",
                    writing -> writing.run(
                            "CREATE (p:Passing:Entity:Actor:State {id: 'passing-by', name: 'Passing by'})", Map.of()));
            api.get(path);
            HttpResponse<String> there = api.get(path);
            assertThat(there.statusCode()).as(there.body()).isEqualTo(200);
            another.write("go", writing -> writing.run("MATCH (p:Passing) DELETE p", Map.of()));

            assertThat(api.get(path).statusCode()).isEqualTo(404);
            assertThat(api.get(path).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void tellsRequestsApart() {
        List<String> tags = new ArrayList<>();
        tags.add(tag(api.get(RESULTS)));
        tags.add(tag(api.get(RESULTS + "?steps=2")));
        tags.add(tag(api.get(RESULTS + "?limit=2")));
        tags.add(tag(api.get(RESULTS + ".csv")));
        tags.add(tag(api.get(RESULTS, "Accept", "text/csv")));

        assertThat(tags).doesNotHaveDuplicates().doesNotContain("");
        assertThat(api.get(RESULTS, "Accept", "text/csv", "If-None-Match", tags.get(0))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void answersHeadAsGetWithoutTheBody() {
        api.get(RESULTS);
        String tag = tag(api.get(RESULTS));

        assertThat(tag(api.send("HEAD", RESULTS))).isEqualTo(tag);
        assertThat(api.send("HEAD", RESULTS, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(number(api.get(RESULTS))).isZero();
    }

    @Test
    void keepsNoProblem() {
        HttpResponse<String> problem = api.get(RESULTS + "?steps=many");

        Shape.problem(problem, 400, "bad-parameter");
        assertThat(tag(problem)).isEmpty();
    }

    @Test
    void forgetsAnswersOfAQueryThatWasEdited() throws Exception {
        String tag = tag(api.get(RESULTS));
        api.get(RESULTS);
        Files.writeString(
                directory.resolve("queries/counts/counter.cypher"), COUNTER.replace("RETURN n", "RETURN n + 100 AS n"));

        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (number(api.get(RESULTS)) != 100 && System.nanoTime() < end) {
            Thread.sleep(100);
        }

        HttpResponse<String> edited = api.get(RESULTS, "If-None-Match", tag);
        assertThat(number(edited)).isEqualTo(100);
    }

    @Test
    void tellsOfAnEditedQueryWhoeverOnlyAsksWhetherTheAnswerIsStillTheSame() throws Exception {
        api.get(RESULTS);
        String tag = tag(api.get(RESULTS));
        assertThat(api.get(RESULTS, "If-None-Match", tag).statusCode()).isEqualTo(304);
        Files.writeString(
                directory.resolve("queries/counts/counter.cypher"), COUNTER.replace("RETURN n", "RETURN n + 100 AS n"));

        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        HttpResponse<String> answer;
        do {
            Thread.sleep(20);
            answer = api.get(RESULTS, "If-None-Match", tag);
        } while (answer.statusCode() == 304 && System.nanoTime() < end);
        assertThat(number(answer)).isEqualTo(100);
    }

    @Test
    void takesNoMoreMemoryThanItMay(Graph graph) {
        int most = 64 << 10;
        try (Api small = keeping(most, graph)) {
            for (int steps = 1; steps <= 200; steps++) { // each an answer of its own, and more than a kilobyte
                small.get(RESULTS + "?steps=" + steps);
                assertThat(number(small.get(RESULTS + "?steps=" + steps))).isZero();
            }
            assertThat(kept(small)).isPositive().isLessThanOrEqualTo(most);
        }
    }

    @Test
    void keepsNothingThatIsAskedForOnce(Graph graph) {
        try (Api once = keeping(1 << 20, graph)) {
            for (int steps = 1; steps <= 20; steps++) {
                assertThat(number(once.get(RESULTS + "?steps=" + steps))).isZero();
            }
            assertThat(kept(once)).isZero();

            once.get(RESULTS + "?steps=1");
            assertThat(kept(once)).isPositive();
        }
    }

    @Test
    void keepsNothingWhereItIsTurnedOff(Graph graph) {
        try (Api without = keeping(0, graph)) {
            assertThat(number(without.get(RESULTS))).isZero();
            String tag = tag(without.get(RESULTS));

            assertThat(kept(without)).isZero();
            assertThat(measured(without, "entente_answers_total", "\"left\"")).isEqualTo(2);
            assertThat(without.get(RESULTS, "If-None-Match", tag).statusCode())
                    .as("what the client keeps is told apart all the same")
                    .isEqualTo(304);
        }
    }

    private Api keeping(long bytes, Graph graph) {
        ServerSettings settings = ServerSettings.at(new Address("127.0.0.1", 0, false, Set.of()));
        return Api.with(
                settings.keeping(bytes), graph, new LiveCatalogue(directory.resolve("queries"), new Guard(graph)));
    }

    private static double kept(Api server) {
        return measured(server, "entente_answers_kept_bytes");
    }

    private static double measured(Api server, String name, String... labels) {
        return Shape.measured(server.get("/metrics").body(), name, labels);
    }

    /** Another program counts; whatever it was told is committed, every later answer knows. */
    @Test
    void givesNoAnswerThatIsOlderThanACommitThatWasAcknowledged(Graph graph) throws Exception {
        AtomicLong acknowledged = new AtomicLong();
        AtomicBoolean done = new AtomicBoolean();
        try (Graph writer = another(graph)) {
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
                for (long n = 1; !done.get(); n++) {
                    set(writer, n);
                    acknowledged.set(n);
                    pause(n % 4);
                }
            });
            List<CompletableFuture<Long>> readers = new ArrayList<>();
            for (int reader = 0; reader < 4; reader++) {
                readers.add(CompletableFuture.supplyAsync(() -> staleAnswers(acknowledged, ROUNDS / 4)));
            }
            long stale = readers.stream().mapToLong(CompletableFuture::join).sum();
            done.set(true);
            writing.join();

            assertThat(stale).isZero();
            assertThat(acknowledged.get()).isGreaterThan(100);
        }
    }

    /** The database tells of a commit before it has applied it, and a large one is applied for long. */
    @Test
    void givesNoAnswerThatIsOlderThanALargeCommit(Graph graph) throws Exception {
        AtomicLong acknowledged = new AtomicLong();
        AtomicBoolean done = new AtomicBoolean();
        try (Graph writer = another(graph)) {
            List<CompletableFuture<Long>> readers = new ArrayList<>();
            for (int reader = 0; reader < 2; reader++) {
                readers.add(CompletableFuture.supplyAsync(() -> {
                    long stale = 0;
                    while (!done.get()) {
                        stale += staleAnswers(acknowledged, 10);
                    }
                    return stale;
                }));
            }
            try {
                for (long n = 1; n <= LARGE_COMMITS; n++) {
                    long number = n;
                    writer.write("count", writing -> writing.run("""
                            UNWIND range(1, 5000) AS i CREATE (:Ballast {text: 'some text ' + i})
                            WITH count(*) AS all MATCH (c:Counter) SET c.n = $n""", Map.of("n", number)));
                    acknowledged.set(n);
                    pause(50);
                }
            } finally {
                done.set(true);
            }

            assertThat(readers.stream().mapToLong(CompletableFuture::join).sum())
                    .isZero();
        }
    }

    private long staleAnswers(AtomicLong acknowledged, int rounds) {
        long stale = 0;
        String tag = "";
        long tagged = -1;
        for (int round = 0; round < rounds; round++) {
            long known = acknowledged.get();
            HttpResponse<String> answer = tag.isEmpty() ? api.get(RESULTS) : api.get(RESULTS, "If-None-Match", tag);
            long n = answer.statusCode() == 304 ? tagged : number(answer);
            stale += n < known ? 1 : 0;
            tagged = n;
            tag = round % 3 == 0 ? "" : tag(answer);
        }
        return stale;
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /**
     * The rows of a read that a commit overtakes may predate the commit, while the read ends with its version: were
     * that the version the rows are kept under, they would be given for good.
     */
    @Test
    void doesNotKeepRowsThatACommitOvertook(Graph graph) throws Exception {
        String slow = RESULTS + "?steps=40000";
        int overtaken = 0;
        try (Graph writer = another(graph)) {
            long begun = System.nanoTime();
            api.get(slow + 0);
            long milliseconds = (System.nanoTime() - begun) / 1_000_000;
            for (long n = 1; n <= 9; n++) {
                String path = slow + n;
                api.get(path); // so that the next one is kept
                CompletableFuture<HttpResponse<String>> under = CompletableFuture.supplyAsync(() -> api.get(path));
                Thread.sleep(milliseconds * n / 18);
                set(writer, n);
                boolean inTime = !under.isDone();
                HttpResponse<String> first = under.get();
                overtaken += inTime && number(first) < n ? 1 : 0;

                assertThat(number(api.get(path))).isEqualTo(n);
                assertThat(number(api.get(path, "If-None-Match", tag(first)))).isEqualTo(n);
            }
        }
        assertThat(overtaken).as("reads that a commit overtook").isPositive();
    }
}
