package entente.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import entente.graph.Graph;
import entente.graph.Guard;
import entente.graph.Limits;
import entente.graph.Schema;
import entente.graph.VocabularyFile;
import entente.load.DossierFile;
import entente.load.Loader;
import entente.query.LiveCatalogue;
import entente.web.Address;
import entente.web.ServerSettings;
import entente.web.WebServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;

/**
 * What Entente's server adds to Neo4j: against Neo4j's own Query API on the same database, and against the driver
 * alone. The database is the one that Entente brings along, or with {@code -Dtest.database=container} one that runs by
 * itself.
 */
@Tag("benchmark")
class HttpBenchmark {
    private static final Path CYPHER = Path.of(System.getProperty("entente.cypher"));
    private static final int ROUNDS = Integer.getInteger("entente.benchmark.rounds", 7);
    /** Rounds that are not counted: both are compiled meanwhile. */
    private static final int WARM_UP = 15;

    private static final long MILLISECONDS = 2_000;
    /** What more clients, or a larger graph, may take of the heap beyond what is there without them. */
    private static final long MOST_MORE_HEAP = 64L << 20;

    private static final String ENTENTE = "Entente";

    private static ComparedDatabase database;
    private static Graph graph;
    /** Keeps no answers. */
    private static WebServer server;
    /** Keeps answers. */
    private static WebServer remembering;

    @BeforeAll
    static void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) throws IOException {
        database = ComparedDatabase.start(directory);
        Limits limits = new Limits(Duration.ofSeconds(60), 100_000, 1L << 30, 32);
        graph = Graph.connect(database.connection(), limits, database.keeper());
        Schema.apply(graph, VocabularyFile.bundled(), CYPHER.resolve("schema"));
        new Loader(graph, VocabularyFile.bundled())
                .load(DossierFile.BUNDLED.stream().map(DossierFile::bundled).toList());
        fill();
        LiveCatalogue catalogue = catalogue();
        server = server(0, catalogue);
        remembering = server(ServerSettings.DEFAULT_CACHE_BYTES, catalogue);
    }

    private static LiveCatalogue catalogue() {
        LiveCatalogue catalogue = new LiveCatalogue(CYPHER.resolve("queries"), new Guard(graph));
        catalogue.judged();
        return catalogue;
    }

    private static WebServer server(long cacheBytes, LiveCatalogue catalogue) {
        Address address = new Address("127.0.0.1", 0, false, java.util.Set.of());
        return WebServer.start(
                ServerSettings.at(address).keeping(cacheBytes), graph, VocabularyFile.bundled(), catalogue);
    }

    /** A hub with a hundred neighbours, each with a hundred more: 10,100 relationships within two steps. */
    private static void fill() {
        graph.write("fill", writing -> writing.run("""
                CREATE (hub:Entity:Base {id: 'hub', name: 'Hub'})
                WITH hub UNWIND range(1, 100) AS i
                CREATE (n:Entity:Base {id: 'n' + i, name: 'Neighbour ' + i})
                CREATE (hub)-[:LINKED_TO {id: 'h' + i, validFrom: date('2001-01-01'), validTo: date('9999-12-31'),
                  confidence: 'high', basis: 'stated', sources: ['report#' + i], dossier: 'bench'}]->(n)
                WITH n, i UNWIND range(1, 100) AS j
                CREATE (m:Entity:Actor:State {id: 'm' + i + '-' + j, name: 'State ' + i + ' ' + j})
                CREATE (m)-[:SUPPORTS {id: 's' + i + '-' + j, validFrom: date('2009-07-01'), fromPrecision: 'month',
                  validTo: date('9999-12-31'), toPrecision: 'unknown', confidence: 'moderate', basis: 'stated',
                  sources: ['report#' + j], summary: 'Says that it would stand behind it', dossier: 'bench'}]->(n)""", Map.of()));
        graph.write("fill for an answer of a thousand rows", writing -> writing.run("""
                CREATE (all:Entity:Base {id: 'everybody', name: 'Backed by a thousand'})
                WITH all MATCH (m:State)-[:SUPPORTS]->(n:Base) WHERE n.id STARTS WITH 'n'
                WITH all, m ORDER BY m.id LIMIT 1000
                CREATE (m)-[:SUPPORTS {id: 'e' + m.id, validFrom: date('2009-07-01'), fromPrecision: 'month',
                  validTo: date('9999-12-31'), toPrecision: 'unknown', confidence: 'moderate', basis: 'stated',
                  sources: ['report#1'], summary: 'Says that it would stand behind it', dossier: 'bench'}]->(all)""", Map.of()));
    }

    @AfterAll
    static void stop() {
        server.close();
        remembering.close();
        graph.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void savedQueryOfThreeRows(int clients) throws Exception {
        savedQuery("saved query, 3 rows", "osh-base", clients);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void savedQueryOfAHundredRows(int clients) throws Exception {
        savedQuery("saved query, 100 rows", "n7", clients);
    }

    private static void savedQuery(String name, String target, int clients) throws Exception {
        Side ours = new Side(
                ENTENTE, at("/api/v1/queries/who-backs/results?asOf=2009-07-31&target=" + target), null, Map.of());
        compare(name, ours, queryApi(cypher("who-backs"), arguments(target)), clients);
    }

    /** What Entente sends to the database as well: the Cypher without its header. */
    private static String cypher(String query) throws IOException {
        return Files.readString(CYPHER.resolve("queries/stances/" + query + ".cypher"))
                .replaceAll("(?m)^//.*\\R", "");
    }

    private static String arguments(String target) {
        return "{\"target\": {\"$type\": \"String\", \"_value\": \"" + target
                + "\"}, \"asOf\": {\"$type\": \"Date\", \"_value\": \"2009-07-31\"},"
                + " \"kind\": {\"$type\": \"Null\", \"_value\": null}}";
    }

    /** The same answer from memory, and where the client has it already. */
    @ParameterizedTest
    @ValueSource(strings = {"osh-base", "n7", "everybody"})
    void savedQueryAgain(String target) throws Exception {
        String url = "http://127.0.0.1:" + remembering.port()
                + "/api/v1/queries/who-backs/results?asOf=2009-07-31&target=" + target;
        // A tag is of what the client accepts, too.
        String accept = "application/json";
        HttpResponse<Void> first = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url))
                                .header("Accept", accept)
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        String tag = first.headers().firstValue("ETag").orElseThrow();
        Side theirs = queryApi(cypher("who-backs"), arguments(target));
        compare(
                "saved query of " + target + " kept",
                new Side(ENTENTE, url, null, Map.of("Accept", accept)),
                theirs,
                8);
        Side asking = new Side(ENTENTE, url, null, Map.of("Accept", accept, "If-None-Match", tag)).expecting(304);
        compare(
                "saved query of " + target + " that the client has",
                asking,
                queryApi(cypher("who-backs"), arguments(target)),
                8);
    }

    /** What keeping answers costs where none is ever asked for again: each request has a day of its own. */
    @Test
    void savedQueryNeverAgain() {
        String path = "/api/v1/queries/who-backs/results?target=osh-base&asOf=";
        AtomicInteger day = new AtomicInteger();
        Supplier<String> without = () -> at(path + LocalDate.of(2009, 7, 31).plusDays(day.incrementAndGet()));
        Supplier<String> with = () -> "http://127.0.0.1:" + remembering.port() + path
                + LocalDate.of(2009, 7, 31).plusDays(day.incrementAndGet());
        compare(
                "saved query never again",
                new Side("Entente that keeps answers", with, null, Map.of()),
                new Side("Entente that keeps none", without, null, Map.of()),
                8);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void adHocOfARow(int clients) {
        adHoc("ad-hoc query, 1 row", "MATCH (e:Entity {id: $id}) RETURN e.name AS name", clients);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void adHocOfAThousandRelationships(int clients) {
        adHoc(
                "ad-hoc query, 1,000 relationships",
                "MATCH (n:Entity {id: $id}) MATCH (m:State)-[r:SUPPORTS]->(:Base) RETURN m.id AS id, r LIMIT 1000",
                clients);
    }

    private static void adHoc(String name, String statement, int clients) {
        String parameters = "{\"id\": \"osh-base\"}";
        Side ours = new Side(
                ENTENTE,
                at("/api/v1/cypher"),
                "{\"statement\": \"" + statement + "\", \"parameters\": " + parameters + "}",
                Map.of("Content-Type", "application/json"));
        compare(name, ours, queryApi(statement, parameters), clients);
    }

    private static Side queryApi(String statement, String parameters) {
        String body = "{\"statement\": " + quoted(statement) + ", \"parameters\": " + parameters + "}";
        return new Side(
                        "Query API",
                        database.http() + "/db/neo4j/query/v2",
                        body,
                        Map.of(
                                "Content-Type",
                                parameters.contains("$type") ? "application/vnd.neo4j.query" : "application/json",
                                "Accept",
                                "application/json",
                                "Authorization",
                                database.credentials()))
                .expecting(202); // with all rows, as its documentation has it
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    private static void compare(String name, Side ours, Side theirs, int clients) {
        for (int round = 0; round < ROUNDS + WARM_UP; round++) {
            boolean counted = round >= WARM_UP;
            ours.round(clients, MILLISECONDS, counted);
            theirs.round(clients, MILLISECONDS, counted);
        }
        System.out.printf(
                "BENCHMARK %s, %d clients, %s: %s, %s: %.2f×%n",
                name, clients, database.name(), ours.figures(), theirs.figures(), ours.rate() / theirs.rate());
    }

    /** The driver reads the rows that Entente's answer is made of, and does nothing with them. */
    @Test
    void subgraphOfTenThousandRelationships() {
        Side ours = new Side(ENTENTE, at("/api/v1/entities/hub/subgraph.json?hops=2&limit=20000"), null, Map.of());
        try (Driver driver = GraphDatabase.driver(
                database.connection().uri(),
                AuthTokens.basic(
                        database.connection().username(), database.connection().password()))) {
            double best = Double.MAX_VALUE;
            double bestAlone = Double.MAX_VALUE;
            java.util.List<Double> ratios = new java.util.ArrayList<>();
            for (int round = 0; round < 30; round++) {
                double whole = milliseconds(ours::ask);
                double alone = milliseconds(() -> read(driver));
                if (round >= 10) {
                    best = Math.min(best, whole);
                    bestAlone = Math.min(bestAlone, alone);
                    ratios.add(whole / alone);
                }
            }
            ratios.sort(null);
            System.out.printf(
                    "BENCHMARK subgraph of 10,100 relationships: Entente %.0f ms, driver alone %.0f ms at best; %.2f× in the middle%n",
                    best, bestAlone, ratios.get(ratios.size() / 2));
        }
    }

    private static void read(Driver driver) {
        try (Session session = driver.session()) {
            session.executeRead(transaction -> {
                transaction.run("""
                        MATCH (:Entity {id: 'hub'})-[r]-(m:Entity) WITH collect(r) AS near, collect(m) AS middle
                        UNWIND middle AS m MATCH (m)-[r]-(o) WITH near, collect(DISTINCT r) AS far
                        UNWIND near + far AS r WITH DISTINCT r
                        RETURN r, startNode(r).id, endNode(r).id""").forEachRemaining(row -> {});
                transaction.run("""
                        MATCH (:Entity {id: 'hub'})-[*1..2]-(m:Entity) RETURN DISTINCT m""").forEachRemaining(row -> {});
                return 0;
            });
        }
    }

    private static double milliseconds(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e6;
    }

    @Test
    void heapWhileTwentyClientsStream() throws Exception {
        String statement =
                "UNWIND range(1, 10) AS i MATCH (m:State)-[r:SUPPORTS]->(n:Base) RETURN m.id AS id, r LIMIT 100000";
        Side stream = new Side(
                ENTENTE,
                at("/api/v1/cypher.jsonl?limit=100000"),
                "{\"statement\": \"" + statement + "\"}",
                Map.of("Content-Type", "application/json"));
        heapWhileClientsStream("Cypher", stream);
    }

    /** What a client does who pulls all that lies around a hub, where nobody has set a limit. */
    @Test
    void heapWhileTwentyClientsPullASubgraphAtDefaultLimits() throws Exception {
        fillLargely();
        LiveCatalogue catalogue = catalogue();
        Address address = new Address("127.0.0.1", 0, false, java.util.Set.of());
        try (Graph usual = Graph.connect(graph.connection(), Limits.DEFAULT, database.keeper());
                WebServer asUsual =
                        WebServer.start(ServerSettings.at(address), usual, VocabularyFile.bundled(), catalogue)) {
            String path = "/api/v1/entities/large-hub/subgraph.jsonl?hops=2&limit=100000";
            String url = "http://127.0.0.1:" + asUsual.port() + path;
            heapWhileClientsStream("subgraph", new Side(ENTENTE, url, null, Map.of()));
        }
    }

    /** The nearest hundred of a million are shown, and the million is counted. */
    @Test
    void walksAMillionRelationshipsWithoutHoldingThem() throws Exception {
        for (int share = 0; share < 50; share++) {
            graph.write("fill", writing -> writing.run("""
                    MERGE (hub:Entity:Base {id: 'million-hub', name: 'Million hub'})
                    WITH hub UNWIND range(1, 20) AS i
                    CREATE (n:Entity:Base {id: randomUUID(), name: 'Neighbour'})
                    CREATE (hub)-[:LINKED_TO {id: randomUUID(), validFrom: date('2001-01-01'), validTo: date('9999-12-31')}]->(n)
                    WITH n UNWIND range(1, 1000) AS j
                    CREATE (n)-[:SUPPORTS {id: randomUUID(), validFrom: date('2001-01-01'), validTo: date('9999-12-31')}]->
                      (:Entity:Base {id: randomUUID(), name: 'Far'})""", Map.of()));
        }
        String path = "/api/v1/entities/million-hub/subgraph.json?hops=2&limit=100";
        AtomicReference<String> answer = new AtomicReference<>("");
        Thread asking = new Thread(() -> answer.set(body(at(path))));
        long before = heapAfterCollection();
        long begun = System.nanoTime();
        asking.start();
        long most = 0;
        while (asking.isAlive()) {
            most = Math.max(most, heapAfterCollection());
            Thread.sleep(100);
        }
        System.out.printf(
                "BENCHMARK 100 of 1,001,000 relationships within two steps: %.1f s, at most %d MB of heap after collections, %d MB before%n",
                (System.nanoTime() - begun) / 1e9, most >> 20, before >> 20);
        assertThat(answer.get()).contains("\"relationships\":1001000");
        assertThat(most).isLessThanOrEqualTo(before + MOST_MORE_HEAP);
    }

    private static String body(String url) {
        try (InputStream in = URI.create(url).toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static long heapAfterCollection() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** A hub with a thousand neighbours, each with a hundred more: 101,000 relationships within two steps. */
    private static void fillLargely() {
        graph.write("fill", writing -> writing.run("""
                CREATE (hub:Entity:Base {id: 'large-hub', name: 'Large hub'})
                WITH hub UNWIND range(1, 1000) AS i
                CREATE (n:Entity:Base {id: 'l' + i, name: 'Neighbour ' + i})
                CREATE (hub)-[:LINKED_TO {id: 'lh' + i, validFrom: date('2001-01-01'), validTo: date('9999-12-31'),
                  confidence: 'high', basis: 'stated', sources: ['report#' + i], dossier: 'bench'}]->(n)
                WITH n, i UNWIND range(1, 100) AS j
                MATCH (m:State {id: 'm' + (1 + i % 100) + '-' + j})
                CREATE (m)-[:SUPPORTS {id: 'ls' + i + '-' + j, validFrom: date('2009-07-01'), fromPrecision: 'month',
                  validTo: date('9999-12-31'), toPrecision: 'unknown', confidence: 'moderate', basis: 'stated',
                  sources: ['report#' + j], summary: 'Says that it would stand behind it', dossier: 'bench'}]->(n)""", Map.of()));
    }

    /** One that is cut by a limit on time is shorter than one that is alone. */
    private static void heapWhileClientsStream(String what, Side stream) throws InterruptedException {
        long whole = stream.ask();
        System.out.printf("BENCHMARK a stream of %s has %,d bytes%n", what, whole);
        long withOne = heapWhileStreaming(1, what, stream, whole);
        long withTwenty = heapWhileStreaming(20, what, stream, whole);
        assertThat(withTwenty).isLessThanOrEqualTo(withOne + MOST_MORE_HEAP);
    }

    /** The most of the heap that is held meanwhile, in bytes; each client has to get the whole. */
    private static long heapWhileStreaming(int clients, String what, Side stream, long whole)
            throws InterruptedException {
        AtomicInteger complete = new AtomicInteger();
        Thread[] threads = new Thread[clients];
        for (int i = 0; i < clients; i++) {
            threads[i] = new Thread(() -> complete.addAndGet(stream.ask() == whole ? 1 : 0));
            threads[i].start();
        }
        long most = 0;
        while (java.util.stream.Stream.of(threads).anyMatch(Thread::isAlive)) {
            Thread.sleep(300);
            most = Math.max(most, heapAfterCollection());
        }
        System.out.printf(
                "BENCHMARK heap after collections while %d clients stream 100,000 relationships of %s each: at most %d MB; %d got the whole%n",
                clients, what, most >> 20, complete.get());
        assertThat(complete).hasValue(clients);
        return most;
    }

    private static String at(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }
}
