package entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entente.Neo4jExtension;
import entente.graph.Graph;
import entente.graph.GraphException;
import entente.graph.Guard;
import entente.graph.Limits;
import entente.query.LiveCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a running server makes of edits to its saved queries. */
@Tag("database")
@ExtendWith(Neo4jExtension.class)
class SavedQueryChangesTest {
    private static final String ONE = """
            // title: How many?
            // description: One.
            // ask:
            //   - how many
            // parameters:
            //   divisor: {type: integer, description: what one is divided by, default: 1}
            // columns:
            //   n: the number
            RETURN 1 / $divisor AS n
            ORDER BY n
            """;
    private static final String RESULTS = "/api/v1/queries/how-many/results";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CLIENTS = 8;

    @TempDir
    private Path directory;

    private Graph graph;
    private Path file;
    private LiveCatalogue catalogue;
    private Api api;

    @BeforeEach
    void start(Graph graph) throws IOException {
        this.graph = graph;
        file = Files.createDirectories(directory.resolve("queries/counts")).resolve("how-many.cypher");
        Files.writeString(file, ONE);
        catalogue = new LiveCatalogue(directory.resolve("queries"), new Guard(graph));
        catalogue.judged();
        api = Api.on(graph, catalogue);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void answersWithWhatAFileSaysNow() throws IOException {
        assertThat(api.get(RESULTS).body()).contains("\"n\":1}");

        Files.writeString(file, ONE.replace("RETURN 1", "RETURN 12").replace("how many", "how large"));

        await(RESULTS, answer -> answer.body().contains("\"n\":12}"));
        assertThat(api.get("/api/v1/ask?q=how+large").body()).contains("\"n\":12}");
    }

    /** A file that is written in place is empty at first. */
    @Test
    void answersEveryRequestWhileAFileIsWrittenAgainAndAgain() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            Set<Long> seen = ConcurrentHashMap.newKeySet();
            AtomicBoolean done = new AtomicBoolean();
            List<Future<List<Long>>> clients = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                clients.add(threads.submit(() -> numbersUntil(done, seen)));
            }
            Instant end = Instant.now().plus(PATIENCE);
            for (long written = 2; seen.size() < 5 && Instant.now().isBefore(end); written++) {
                Files.writeString(file, "");
                Thread.sleep(200);
                Files.writeString(file, ONE.replace("RETURN 1", "RETURN " + written));
                Thread.sleep(200);
            }
            done.set(true);

            assertThat(seen).hasSizeGreaterThanOrEqualTo(5);
            for (Future<List<Long>> client : clients) {
                assertThat(client.get()).as("later answers are of later texts").isSorted();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Long> numbersUntil(AtomicBoolean done, Set<Long> seen) {
        List<Long> numbers = new ArrayList<>();
        while (!done.get()) {
            HttpResponse<String> answer = api.get(RESULTS);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            numbers.add(Shape.json(answer).path("rows").path(0).path("n").asLong());
            seen.add(numbers.get(numbers.size() - 1));
        }
        return numbers;
    }

    @Test
    void findsANewFileAndForgetsAnOldOne() throws IOException {
        Files.move(file, file.resolveSibling("how-few.cypher"));

        await("/api/v1/queries/how-few/results", answer -> answer.statusCode() == 200);
        Shape.problem(api.get(RESULTS), 404, "unknown-query");
    }

    @Test
    void keepsServingAFileThatABadEditBrokeAndSaysSo() throws IOException {
        Files.writeString(file, ONE.replace("RETURN", "RETRUN"));

        JsonNode fault = fault();

        assertThat(fault.path("file").asText()).isEqualTo("how-many.cypher");
        assertThat(fault.path("line").asInt()).isEqualTo(9);
        assertThat(api.get(RESULTS).body()).contains("\"n\":1}");
    }

    @Test
    void saysWhatIsWrongWithAFileBeforeAllHaveBeenJudged() throws IOException {
        Files.writeString(file.resolveSibling("how-few.cypher"), ONE.replace("RETURN", "RETRUN"));
        try (Api soon = Api.on(graph, new LiveCatalogue(directory.resolve("queries"), new Guard(graph)))) {
            JsonNode problem = Shape.problem(soon.get("/api/v1/queries/how-few/results"), 404, "unknown-query");

            assertThat(problem.path("detail").asText())
                    .contains("how-few.cypher")
                    .contains("RETRUN");
            assertThat(problem.path("line").asInt()).isEqualTo(9);
        }
    }

    @Test
    void keepsTheGoodVersionOfAFileThatBreaksWhileTheDatabaseHasNoPlaceToJudgeIt() throws Exception {
        Limits limits = new Limits(Duration.ofSeconds(1), 100, 1 << 20, 1);
        try (Graph busy = Graph.connect(graph.connection(), limits)) {
            LiveCatalogue live = new LiveCatalogue(directory.resolve("queries"), new Guard(busy));
            live.judged();
            try {
                busy.reading("all places", reading -> {
                    write(ONE.replace("RETURN", "RETRUN"));
                    sleep(Duration.ofMillis(1_100));
                    assertThat(CompletableFuture.supplyAsync(
                                            () -> live.catalogue().faults())
                                    .join())
                            .isEmpty();
                    return 0;
                });
            } catch (GraphException.TimedOut heldForLong) {
                // The database may have looked at the time meanwhile
            }
            sleep(Duration.ofMillis(1_100));

            assertThat(live.catalogue().faults()).hasSize(1);
            assertThat(live.catalogue().query("how-many").cypher()).isEqualTo(ONE);
        }
    }

    @Test
    void neverKeepsAnAnswerOfTheMoment() throws IOException {
        write(ONE.replace("RETURN 1 / $divisor AS n", "RETURN $divisor + toInteger(rand() * 1000000000) AS n"));
        HttpResponse<String> first = await(RESULTS, answer -> !answer.body().contains("\"n\":1}"));
        HttpResponse<String> second = api.get(RESULTS);

        assertThat(second.body()).isNotEqualTo(first.body());
        assertThat(second.headers().firstValue("ETag")).isEmpty();
    }

    private void write(String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void keepsServingWhatItHadWhileTheDirectoryIsAwayAndSaysSo() throws IOException {
        Path queries = directory.resolve("queries");
        Files.move(queries, directory.resolve("elsewhere"));

        assertThat(fault().path("message").asText()).contains("cannot be read").doesNotContain(directory.toString());
        assertThat(api.get(RESULTS).body()).contains("\"n\":1}");

        Files.move(directory.resolve("elsewhere"), queries);
        await("/api/v1/queries", answer -> answer.body().contains("\"faults\":[]"));
    }

    @Test
    void saysWhichStatementFailed() {
        JsonNode problem = Shape.problem(api.get(RESULTS + "?divisor=0"), 500, "faulty-query");

        assertThat(problem.path("detail").asText()).contains("/ by zero");
    }

    private JsonNode fault() {
        HttpResponse<String> list =
                await("/api/v1/queries", answer -> !answer.body().contains("\"faults\":[]"));
        assertThat(list.body()).doesNotContain(directory.toString());
        return Shape.json(list).path("faults").path(0);
    }

    /** Asks until the answer fits, for a look at the directory is good for a second. */
    private HttpResponse<String> await(String path, Predicate<HttpResponse<String>> fits) {
        Instant end = Instant.now().plus(PATIENCE);
        HttpResponse<String> answer = api.get(path);
        while (!fits.test(answer)) {
            assertThat(Instant.now()).as(answer.body()).isBefore(end);
            answer = api.get(path);
        }
        return answer;
    }
}
