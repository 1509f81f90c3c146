package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.DockerClient;
import entente.graph.Connection;
import entente.graph.Graph;
import entente.graph.GraphException;
import entente.graph.Limits;
import entente.graph.Statement;
import entente.graph.VocabularyFile;
import entente.graph.bundled.BundledDatabase;
import entente.graph.bundled.BundledSettings;
import entente.graph.bundled.DataDirectory;
import entente.load.GraphDigest;
import entente.load.Loader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.neo4j.Neo4jContainer;

/** The database, ended by SIGKILL while the program loads a table into it. */
class DatabaseKilledTest {
    private static final Path NEO4J_LIBRARIES = Path.of(System.getProperty("entente.home"), "neo4j", "lib");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path directory;

    private Program entente;

    @BeforeEach
    void tables() throws IOException {
        entente = new Program(directory);
        Assembly.writeMapping(directory);
        Assembly.writeVotes(directory.resolve("votes.csv"));
    }

    @Test
    void goesOnWhenItsOwnDatabaseWasKilledAndStartedAgain() throws Exception {
        Process load = entente.start("load", "--data", "killed", "--no-sample", Assembly.MAPPING, "votes.csv");
        try (Graph graph = Graph.connect(endpoint(directory.resolve("killed/endpoint")), Limits.DEFAULT)) {
            awaitWriting(graph, load);
            load.children().forEach(ProcessHandle::destroyForcibly);
        }

        assertThat(load.waitFor()).isZero();
        try (BundledDatabase database =
                        BundledDatabase.open(DataDirectory.at(directory.resolve("killed")), NEO4J_LIBRARIES);
                Graph graph = Graph.connect(database.connection(), Limits.DEFAULT)) {
            isAsIfUndisturbed(graph);
        }
    }

    @Test
    void endsWhereTheDatabaseStaysAwayAndIsDoneAgainWhenItIsBack() throws Exception {
        DataDirectory data = DataDirectory.at(directory.resolve("server"));
        BundledDatabase server = BundledDatabase.open(data, NEO4J_LIBRARIES);
        Connection connection = server.connection();
        entente.on(connection);
        Process load;
        try (server;
                Graph graph = Graph.connect(connection, Limits.DEFAULT)) {
            load = entente.startTelling(directory.resolve("err"), "load", "--no-sample", Assembly.MAPPING, "votes.csv");
            awaitWriting(graph, load);
            ProcessHandle.current()
                    .children()
                    .filter(child -> child.pid() != load.pid())
                    .forEach(ProcessHandle::destroyForcibly);
        }

        assertThat(load.waitFor()).isEqualTo(ExitCode.DATABASE_AWAY);
        assertThat(directory.resolve("err")).content().startsWith("entente: no database answers; is it running");
        BundledSettings samePort =
                BundledSettings.defaults().withPort(URI.create(connection.uri()).getPort());
        try (BundledDatabase again = BundledDatabase.open(data, NEO4J_LIBRARIES, samePort);
                Graph graph = Graph.connect(again.connection(), Limits.DEFAULT)) {
            assertThat(loading(graph)).isEqualTo(1);
            assertThat(entente.run("load", Assembly.MAPPING, "votes.csv").exitCode())
                    .isZero();
            isAsIfUndisturbed(graph);
        }
    }

    @Test
    void goesOnWhenAServerWasKilledAndStartedAgain() throws Exception {
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "no Docker here: no server is killed");
        int port = freePort();
        try (Neo4jContainer container = new Neo4jContainer("neo4j:5.26-community")
                .withAdminPassword("secret123")
                .waitingFor(Wait.forLogMessage(".*Started\\..*", 1))) {
            container.setExposedPorts(List.of(7687));
            container.setPortBindings(List.of(port + ":7687"));
            container.start();
            Connection connection = new Connection("bolt://127.0.0.1:" + port, "neo4j", "secret123", null);
            entente.on(connection);
            Process load = entente.start("load", "--no-sample", Assembly.MAPPING, "votes.csv");
            try (Graph graph = Graph.connect(connection, Limits.DEFAULT)) {
                awaitWriting(graph, load);
                DockerClient docker = DockerClientFactory.instance().client();
                docker.killContainerCmd(container.getContainerId()).exec();
                docker.startContainerCmd(container.getContainerId()).exec();

                assertThat(load.waitFor()).isZero();
                isAsIfUndisturbed(graph);
            }
        }
    }

    private void isAsIfUndisturbed(Graph graph) throws IOException {
        assertThat(loading(graph)).isZero();
        assertThat(stances(graph)).isEqualTo(Assembly.ROWS);
        String digest = GraphDigest.of(graph);
        new Loader(graph, VocabularyFile.bundled()).remove("assembly");
        Assembly.load(graph, directory.resolve("votes.csv"));
        assertThat(GraphDigest.of(graph)).isEqualTo(digest);
    }

    private static void awaitWriting(Graph graph, Process load) {
        await(() -> stances(graph) > 0);
        assertThat(load.isAlive()).as("the load goes on").isTrue();
    }

    private static Connection endpoint(Path file) {
        Properties endpoint = new Properties();
        await(() -> {
            endpoint.load(new StringReader(Files.exists(file) ? Files.readString(file) : ""));
            return endpoint.containsKey("NEO4J_PASSWORD");
        });
        return new Connection(
                endpoint.getProperty("NEO4J_URI"),
                endpoint.getProperty("NEO4J_USERNAME"),
                endpoint.getProperty("NEO4J_PASSWORD"),
                null);
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Condition condition) {
        Instant end = Instant.now().plus(PATIENCE);
        try {
            while (!condition.holds()) {
                assertThat(Instant.now()).isBefore(end);
                Thread.sleep(20);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static long stances(Graph graph) {
        return number(graph, "MATCH ()-[r:SUPPORTS]->() RETURN count(r)");
    }

    private static long loading(Graph graph) {
        return number(graph, "MATCH (d:Dossier) WHERE d.loading IS NOT NULL RETURN count(d)");
    }

    /** 0 where the database does not answer yet. */
    private static long number(Graph graph, String text) {
        try {
            return (Long)
                    graph.read(new Statement("count", text), 1).rows().get(0).get(0);
        } catch (GraphException.Away away) {
            return 0;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
