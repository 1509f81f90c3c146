package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.DockerClient;
import entente.OwnChildren;
import entente.graph.Connection;
import entente.graph.Graph;
import entente.graph.Limits;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.neo4j.Neo4jContainer;

/** The database, ended by SIGKILL while the program loads a table into it. */
class DatabaseKilledTest {
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
        Path data = directory.resolve("data");
        Process load = entente.start("load", "--data", "data", "--no-sample", Assembly.MAPPING, "votes.csv");
        try (Graph graph = Graph.connect(OwnDatabase.connection(data), Limits.DEFAULT)) {
            Assembly.awaitWriting(graph, load);
            load.children().forEach(ProcessHandle::destroyForcibly);
        }

        assertThat(load.waitFor()).isZero();
        try (OwnDatabase database = OwnDatabase.open(data)) {
            isAsIfUndisturbed(database.graph());
        }
    }

    @Test
    void endsWhereTheDatabaseStaysAwayAndIsDoneAgainWhenItIsBack() throws Exception {
        Path data = directory.resolve("server");
        Path err = directory.resolve("err");
        Process load;
        int port;
        try (OwnDatabase server = OwnDatabase.open(data)) {
            port = URI.create(server.graph().connection().uri()).getPort();
            load = entente.on(server.graph().connection())
                    .startTelling(err, "load", "--no-sample", Assembly.MAPPING, "votes.csv");
            Assembly.awaitWriting(server.graph(), load);
            OwnChildren.under(data).forEach(ProcessHandle::destroyForcibly);
        }

        assertThat(load.waitFor()).isEqualTo(ExitCode.DATABASE_AWAY);
        assertThat(err)
                .content()
                .contains("entente: no database answers; is it running")
                .doesNotContain("\tat ");
        try (OwnDatabase again = OwnDatabase.open(data, port)) {
            assertThat(Assembly.loading(again.graph())).isEqualTo(1);
            assertThat(entente.run("load", Assembly.MAPPING, "votes.csv").exitCode())
                    .isZero();
            isAsIfUndisturbed(again.graph());
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
                Assembly.awaitWriting(graph, load);
                DockerClient docker = DockerClientFactory.instance().client();
                docker.killContainerCmd(container.getContainerId()).exec();
                docker.startContainerCmd(container.getContainerId()).exec();

                assertThat(load.waitFor()).isZero();
                isAsIfUndisturbed(graph);
            }
        }
    }

    private void isAsIfUndisturbed(Graph graph) throws IOException {
        Assembly.isAsIfLoadedUndisturbed(graph, directory.resolve("votes.csv"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
