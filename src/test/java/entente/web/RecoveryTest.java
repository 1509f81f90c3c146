package entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import entente.OwnChildren;
import entente.graph.Graph;
import entente.graph.Keeper;
import entente.graph.Limits;
import entente.graph.bundled.BundledDatabase;
import entente.graph.bundled.BundledSettings;
import entente.graph.bundled.DataDirectory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Neo4j that stops and starts again under a server. */
class RecoveryTest {
    private static final Path NEO4J_LIBRARIES = Path.of(System.getProperty("entente.home"), "neo4j", "lib");
    private static final String DOSSIERS = "/api/v1/dossiers";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PATIENCE_WITH_A_RESTART = Duration.ofSeconds(90);

    @TempDir
    private Path directory;

    @Test
    void answersAgainWhenTheDatabaseIsBack() {
        BundledDatabase first = database(BundledSettings.defaults());
        int port = URI.create(first.connection().uri()).getPort();
        try (Graph graph = Graph.connect(first.connection(), Limits.DEFAULT);
                Api api = Api.on(graph)) {
            Shape.json(api.get(DOSSIERS));
            first.close();
            Shape.problem(api.get(DOSSIERS), 503, "database-away");
            Shape.problem(api.get("/readyz"), 503, "database-away");
            Shape.json(api.get("/healthz"));

            try (BundledDatabase second = database(BundledSettings.defaults().withPort(port))) {
                assertThat(second.isJoined()).isFalse();
                awaitReady(api, PATIENCE);
                Shape.json(api.get(DOSSIERS));
            }
        } finally {
            first.close();
        }
    }

    @Test
    void measuresHowOftenTheDatabaseWasStartedAgain() {
        try (BundledDatabase database = database(BundledSettings.defaults());
                Graph graph = Graph.connect(database.connection(), Limits.DEFAULT, database);
                Api api = Api.on(graph)) {
            awaitReady(api, PATIENCE);
            awaitTelling(database);
            assertMeasures(api, "entente_database_ready 1.0", "entente_database_restarts 0.0");
            for (int time = 0; time < 3; time++) {
                Shape.json(api.get(DOSSIERS));
            }
            assertMeasures(
                    api, "entente_database_tells_of_commits 1.0", "entente_answers_total{outcome=\"again\"} 1.0");
            ProcessHandle killed = OwnChildren.under(directory).findFirst().orElseThrow();
            killed.destroyForcibly();
            killed.onExit().join();
            assertMeasures(api, "entente_database_ready 0.0");
            Shape.problem(api.get(DOSSIERS), 503, "database-away");

            awaitReady(api, PATIENCE_WITH_A_RESTART);
            assertMeasures(api, "entente_database_ready 1.0", "entente_database_restarts 1.0");
            Shape.json(api.get(DOSSIERS));
        }
    }

    private static void assertMeasures(Api api, String... lines) {
        assertThat(api.get("/metrics").body().lines()).contains(lines);
    }

    private BundledDatabase database(BundledSettings settings) {
        return BundledDatabase.open(DataDirectory.at(directory), NEO4J_LIBRARIES, settings);
    }

    /** It does so a moment after it answers. */
    private static void awaitTelling(BundledDatabase database) {
        Instant end = Instant.now().plus(PATIENCE);
        while (database.lastCommit() == Keeper.NOT_TOLD) {
            assertThat(Instant.now()).isBefore(end);
        }
    }

    private static void awaitReady(Api api, Duration patience) {
        Instant end = Instant.now().plus(patience);
        while (api.get("/readyz").statusCode() != 200) {
            assertThat(Instant.now()).isBefore(end);
        }
    }
}
