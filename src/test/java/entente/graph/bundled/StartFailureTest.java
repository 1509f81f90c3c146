package entente.graph.bundled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartFailureTest {
    private static final BundledSettings SETTINGS = BundledSettings.defaults();

    @TempDir
    Path temporary;

    DataDirectory directory;

    @BeforeEach
    void prepare() {
        directory = DataDirectory.at(temporary);
    }

    @Test
    void saysHowToGetAMissingNeo4j() {
        Path nowhere = temporary.resolve("lib");

        assertThatThrownBy(() -> BundledDatabase.open(directory, nowhere))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining(nowhere.toString())
                .hasMessageContaining("mvn package");
        assertCanBeHeldAgain();
    }

    @Test
    void saysThatThePortIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            BundledSettings settings = SETTINGS.withPort(other.getLocalPort());

            assertThatThrownBy(() -> BundledDatabase.open(directory, Signing.NEO4J_LIBRARIES, settings))
                    .isInstanceOf(DatabaseStartException.class)
                    .hasMessageStartingWith(
                            "Port %d of 127.0.0.1 is taken by another program".formatted(other.getLocalPort()));
        }
        assertCanBeHeldAgain();
    }

    @Test
    void knowsAPortThatWasTakenWhileItStarted() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            DatabaseProcess process = DatabaseProcess.start(
                    new Neo4jHome(directory), Signing.NEO4J_LIBRARIES, SETTINGS, other.getLocalPort());

            assertThatThrownBy(() -> process.awaitStarted(Deadline.in(SETTINGS.patience())))
                    .isInstanceOf(PortTakenException.class);
        }
    }

    @Test
    void saysThatTheHeapCannotBeHad() {
        BundledSettings settings = SETTINGS.withHeapMegabytes(100_000_000);

        assertThatThrownBy(() -> BundledDatabase.open(directory, Signing.NEO4J_LIBRARIES, settings))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageStartingWith("Java cannot have a heap of 100000000 MB for the bundled database")
                .hasMessageContaining("Its log: " + new Neo4jHome(directory).log());
        assertCanBeHeldAgain();
    }

    @Test
    void doesNotWaitForEverForTheHolder() {
        try (Hold hold = directory.tryHold().orElseThrow()) {
            assertThat(hold).isNotNull();
            BundledSettings settings = SETTINGS.withPatience(Duration.ofMillis(200));

            assertThatThrownBy(() -> BundledDatabase.open(directory, Signing.NEO4J_LIBRARIES, settings))
                    .isInstanceOf(DatabaseStartException.class)
                    .hasMessageStartingWith("Process %d holds %s"
                            .formatted(ProcessHandle.current().pid(), directory.path()));
        }
    }

    @Test
    void doesNotJoinADatabaseThatEndsWithACommand() throws IOException {
        long self = ProcessHandle.current().pid();
        try (Hold hold = directory.tryHold().orElseThrow()) {
            assertThat(hold).isNotNull();
            new Endpoint("bolt://127.0.0.1:1", "neo4j", "secret", self, false).writeTo(directory.endpointFile());
            BundledSettings impatient = BundledSettings.defaults().withPatience(Duration.ofMillis(300));

            assertThatThrownBy(() -> BundledDatabase.open(directory, Signing.NEO4J_LIBRARIES, impatient))
                    .isInstanceOf(DatabaseStartException.class)
                    .hasMessageContaining("is held by a command, process " + self);
        }
    }

    @Test
    void waitsForAHolderThatIsStillStarting() throws IOException {
        try (Hold hold = directory.tryHold().orElseThrow()) {
            assertThat(hold).isNotNull();
            CompletableFuture<BundledDatabase> joining =
                    CompletableFuture.supplyAsync(() -> BundledDatabase.open(directory, Signing.NEO4J_LIBRARIES));
            assertThat(joining).isNotCompleted();

            Endpoint endpoint = new Endpoint(
                    "bolt://127.0.0.1:1",
                    "neo4j",
                    "secret",
                    ProcessHandle.current().pid(),
                    true);
            endpoint.writeTo(directory.endpointFile());

            assertThat(joining)
                    .succeedsWithin(Duration.ofSeconds(10))
                    .matches(BundledDatabase::isJoined)
                    .matches(database -> database.connection().equals(endpoint.connection()));
        }
    }

    @Test
    void saysThatThePasswordOfAStoreIsLost() throws IOException {
        Files.createDirectories(directory.home().resolve("data/databases/system"));

        assertThatThrownBy(() -> BundledDatabase.open(directory, Signing.NEO4J_LIBRARIES))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageStartingWith(directory.passwordFile() + " is gone");
    }

    @Test
    void quotesTheLastTellingLineOfTheLog() throws IOException {
        Path log = Files.writeString(temporary.resolve("neo4j.log"), """
                2026-11-24 04:12:15.455+0000 INFO  Starting...
                Exception in thread "main" java.lang.IllegalArgumentException: nobody knows
                \tat org.neo4j.Somewhere
                Caused by: java.lang.IllegalStateException: the store is of a later version
                \t... 6 more
                2026-11-24 04:12:15.465+0000 INFO  Stopped.
                """);

        assertThat(new DatabaseLog(log).failure(SETTINGS, 7687))
                .hasMessage("The bundled database did not start. Its last word: "
                        + "\"Caused by: java.lang.IllegalStateException: the store is of a later version\". Its log: "
                        + log);
    }

    private void assertCanBeHeldAgain() {
        try (Hold hold = directory.tryHold().orElseThrow()) {
            assertThat(hold).isNotNull();
        }
    }
}
