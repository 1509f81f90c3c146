package entente.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import entente.FreePort;
import entente.SmallDisk;
import entente.graph.Hostile;
import entente.graph.bundled.BundledDatabase;
import entente.graph.bundled.BundledSettings;
import entente.graph.bundled.DataDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of the server that was built under many clients and where something breaks; prints what it saw. A
 * property, {@code entente.benchmark.seconds}, shortens the load.
 */
@Tag("benchmark")
class ServiceUnderLoad {
    private static final Duration LOAD = Duration.ofSeconds(Integer.getInteger("entente.benchmark.seconds", 120));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration RECOVERY = Duration.ofMinutes(2);
    /** Of kept answers 64 MB, and of what is known of statements as much; the rest is the program itself. */
    private static final double MOST_HEAP = 192 << 20;

    /** Descriptors that come and go by themselves. */
    private static final int FEW = 20;

    private static final Path NEO4J = Path.of(System.getProperty("entente.home"), "neo4j", "lib");

    @TempDir
    private Path directory;

    @Test
    void answersAHundredClientsAndLeaksNothing() throws Exception {
        try (BuiltServer server = BuiltServer.start(directory, Map.of("ENTENTE_JAVA_OPTS", "-Xmx256m"))) {
            long descriptors = descriptorsOnceWarm(server);
            Crowd crowd = new Crowd(server).ask(100, Crowd.EVERYTHING);
            crowd.during(LOAD).close();

            awaitQuiet(server);
            print("100 clients", crowd);
            assertThat(crowd.statuses()).containsOnlyKeys(200);
            assertHoldsNoMoreThan(descriptors, server);
        }
    }

    @Test
    void answersWhileOthersMisbehave() throws Exception {
        try (BuiltServer server = BuiltServer.start(directory, Map.of("ENTENTE_JAVA_OPTS", "-Xmx512m"))) {
            Crowd alone = new Crowd(server).ask(20, Crowd.LOOKS);
            alone.during(LOAD.dividedBy(2)).close();
            print("20 clients alone", alone);
            long descriptors = descriptorsOnceWarm(server);
            Crowd others = new Crowd(server).hangUp(20).readSlowly(50).sendMuch(5);
            Crowd crowd = new Crowd(server).ask(20, Crowd.LOOKS);
            Crowd statements = new Crowd(server).ask(2, Crowd.EVERYTHING);
            crowd.during(LOAD.dividedBy(2)).close();
            statements.close();
            print("20 clients beside 20 that hang up, 50 that read a byte a second, 5 that send 10 MB", crowd);
            print("2 clients beside these, with statements of their own", statements);
            others.close();
            awaitQuiet(server);

            assertThat(crowd.statuses()).containsOnlyKeys(200);
            assertThat(crowd.percentile(99)).isLessThan(5 * alone.percentile(99));
            assertThat(statements.statuses().keySet())
                    .as("a statement may be ended by its limits, and by nothing else")
                    .contains(200)
                    .isSubsetOf(200, 503, 504);
            assertHoldsNoMoreThan(descriptors, server);
        }
    }

    @Test
    void outlivesItsDatabase() throws Exception {
        try (BuiltServer server = BuiltServer.start(directory, Map.of());
                Crowd crowd = new Crowd(server).ask(20, Crowd.EVERYTHING)) {
            crowd.during(Duration.ofSeconds(5));
            assertThat(crowd.statuses()).containsOnlyKeys(200);
            server.database().destroyForcibly();
            Instant away = Instant.now();
            awaitReady(server, false);
            awaitReady(server, true);
            assertThat(crowd.statuses().getOrDefault(503, 0L))
                    .as("refused while the database was away")
                    .isPositive();
            print("the bundled database killed, back after " + since(away), crowd);

            assertThat(crowd.statuses()).containsOnlyKeys(200, 503);
            assertThat(server.status("/api/v1/ask?q=who+backs+the+Osh+base")).isEqualTo(200);
        }
    }

    @Test
    void outlivesADatabaseOfTheUsers() throws Exception {
        BundledSettings settings = BundledSettings.defaults().withPort(FreePort.any());
        BundledDatabase database = BundledDatabase.open(DataDirectory.at(directory.resolve("neo4j")), NEO4J, settings);
        Map<String, String> environment = Map.of(
                "NEO4J_URI", database.connection().uri(),
                "NEO4J_PASSWORD", Objects.requireNonNull(database.connection().password()));
        try (BuiltServer server = BuiltServer.start(directory, environment);
                Crowd crowd = new Crowd(server).ask(20, Crowd.EVERYTHING)) {
            crowd.during(Duration.ofSeconds(5));
            database.close();
            awaitReady(server, false);
            crowd.during(Duration.ofSeconds(5));
            Instant back = Instant.now();
            database = BundledDatabase.open(DataDirectory.at(directory.resolve("neo4j")), NEO4J, settings);
            awaitReady(server, true);
            print("a server stopped and started again within " + since(back), crowd);

            assertThat(crowd.statuses()).containsOnlyKeys(200, 503);
            assertThat(server.status("/api/v1/ask?q=who+backs+the+Osh+base")).isEqualTo(200);
        } finally {
            database.close();
        }
    }

    @Test
    void leavesNothingBehindWhenItIsKilled() throws Exception {
        BuiltServer killed = BuiltServer.start(directory, Map.of());
        ProcessHandle database = killed.database();
        killed.kill();
        Instant dead = Instant.now();
        database.onExit().get(30, TimeUnit.SECONDS);
        System.out.printf("after kill -9 the database ended within %s%n", since(dead));

        try (BuiltServer next = BuiltServer.start(directory, Map.of())) {
            assertThat(next.status("/api/v1/ask?q=who+backs+the+Osh+base")).isEqualTo(200);
        }
    }

    @Test
    void answersWhereTheDiskOfItsDatabaseIsFull() throws Exception {
        try (SmallDisk disk = SmallDisk.at(directory.resolve("disk"), 256);
                BuiltServer server = BuiltServer.start(disk.directory(), Map.of());
                Crowd crowd = new Crowd(server).ask(20, Crowd.EVERYTHING)) {
            disk.fill(0);
            crowd.during(Duration.ofSeconds(20)).close();
            print("20 clients where the disk is full", crowd);

            assertThat(crowd.statuses()).containsOnlyKeys(200);
        }
    }

    @Test
    void outlivesEveryHostileStatement() throws Exception {
        try (BuiltServer server = BuiltServer.start(directory, Map.of("ENTENTE_JAVA_OPTS", "-Xmx256m"))) {
            Crowd before = new Crowd(server).ask(1, Crowd.LOOKS);
            before.during(Duration.ofSeconds(10)).close();
            String graph = server.answer("/api/v1/schema");
            Map<Integer, Integer> statuses = new TreeMap<>();
            for (Hostile hostile : Hostile.all()) {
                String body = JSON.writeValueAsString(
                        Map.of("statement", hostile.statement(), "parameters", hostile.parameters()));
                statuses.merge(server.statusOfStatement(body), 1, Integer::sum);
                if (server.status("/readyz") != 200) {
                    System.out.println("away after: " + hostile.name());
                    awaitReady(server, true);
                }
            }

            System.out.printf(
                    "hostile statements by status %s; the database restarted %.0f times; %.0f MB of heap in use%n",
                    statuses,
                    server.measured("entente_database_restarts"),
                    server.measured("jvm_memory_used_bytes", "area=\"heap\"") / (1 << 20));
            Crowd after = new Crowd(server).ask(1, Crowd.LOOKS);
            after.during(Duration.ofSeconds(10)).close();
            print("1 client before", before);
            print("1 client after", after);
            assertThat(server.answer("/api/v1/schema")).isEqualTo(graph);
            assertThat(statuses).doesNotContainKey(500);
            assertThat(after.statuses()).containsOnlyKeys(200);
        }
    }

    /** As many as it has when all connections to the database are there that it makes. */
    private static long descriptorsOnceWarm(BuiltServer server) throws IOException, InterruptedException {
        try (Crowd warm = new Crowd(server).ask(100, Crowd.EVERYTHING)) {
            warm.during(Duration.ofSeconds(10));
        }
        awaitQuiet(server);
        return server.descriptors();
    }

    private static void assertHoldsNoMoreThan(long descriptors, BuiltServer server)
            throws IOException, InterruptedException {
        long after = server.descriptors();
        double heap = server.heapAfterCollection();
        System.out.printf(
                "descriptors %d before, %d after; %.0f MB of heap after a collection%n",
                descriptors, after, heap / (1 << 20));
        assertThat(after).isLessThanOrEqualTo(descriptors + FEW);
        assertThat(heap).isLessThan(MOST_HEAP);
        assertThat(server.measured("entente_reads_active")).isZero();
        assertThat(server.measured("entente_reads_waiting")).isZero();
    }

    private static void print(String what, Crowd crowd) {
        System.out.printf(
                "%s: answers by status %s, half within %.0f ms, 99 of 100 within %.0f ms%n",
                what, crowd.statuses(), crowd.percentile(50), crowd.percentile(99));
    }

    private static void awaitQuiet(BuiltServer server) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(RECOVERY);
        while (server.measured("entente_reads_active") > 0) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(100);
        }
        Thread.sleep(Duration.ofSeconds(40).toMillis()); // connections that nobody uses are closed after 30 s
    }

    private static void awaitReady(BuiltServer server, boolean ready) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(RECOVERY);
        while ((server.status("/readyz") == 200) != ready) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(50);
        }
    }

    private static String since(Instant then) {
        return Duration.between(then, Instant.now()).toMillis() / 1_000.0 + " s";
    }
}
