package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.graph.Connection;
import entente.graph.Graph;
import entente.graph.Limits;
import entente.graph.bundled.BundledDatabase;
import entente.graph.bundled.BundledSettings;
import entente.graph.bundled.DataDirectory;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;

/** The database of a data directory, and a graph on it. */
record OwnDatabase(BundledDatabase database, Graph graph) implements AutoCloseable {
    private static final Path NEO4J_LIBRARIES = Path.of(System.getProperty("entente.home"), "neo4j", "lib");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    static OwnDatabase open(Path data) {
        return open(data, 0);
    }

    /** @param port of Bolt; 0 for any that is free */
    static OwnDatabase open(Path data, int port) {
        BundledDatabase database = BundledDatabase.open(
                DataDirectory.at(data),
                NEO4J_LIBRARIES,
                BundledSettings.defaults().withPort(port));
        return new OwnDatabase(database, Graph.connect(database.connection(), Limits.DEFAULT, database));
    }

    /** Where the database answers that another process runs on the directory, or is about to. */
    static Connection connection(Path data) throws IOException, InterruptedException {
        Path file = data.resolve("endpoint");
        Properties endpoint = new Properties();
        Instant end = Instant.now().plus(PATIENCE);
        while (!endpoint.containsKey("NEO4J_PASSWORD")) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(20);
            endpoint.load(new StringReader(Files.exists(file) ? Files.readString(file) : ""));
        }
        return new Connection(
                endpoint.getProperty("NEO4J_URI"),
                endpoint.getProperty("NEO4J_USERNAME"),
                endpoint.getProperty("NEO4J_PASSWORD"),
                null);
    }

    @Override
    public void close() {
        graph.close();
        database.close();
    }
}
