package entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import entente.graph.Graph;
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
                awaitReady(api);
                Shape.json(api.get(DOSSIERS));
            }
        } finally {
            first.close();
        }
    }

    private BundledDatabase database(BundledSettings settings) {
        return BundledDatabase.open(DataDirectory.at(directory), NEO4J_LIBRARIES, settings);
    }

    private static void awaitReady(Api api) {
        Instant end = Instant.now().plus(PATIENCE);
        while (api.get("/readyz").statusCode() != 200) {
            assertThat(Instant.now()).isBefore(end);
        }
    }
}
