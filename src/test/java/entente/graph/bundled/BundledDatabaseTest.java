package entente.graph.bundled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.OwnChildren;
import entente.graph.Connection;
import entente.graph.Keeper;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;

class BundledDatabaseTest {
    @TempDir
    static Path temporary;

    static DataDirectory directory;
    static BundledDatabase database;

    @BeforeAll
    static void start() {
        directory = DataDirectory.at(temporary.resolve("data"));
        database = BundledDatabase.open(directory, Signing.NEO4J_LIBRARIES);
        Signing.awaitTelling(database);
    }

    @AfterAll
    static void stop() {
        database.close();
        assertThat(directory.endpointFile()).doesNotExist();
    }

    @Test
    void answersWhoeverHasTheConnection() {
        assertThat(database.isJoined()).isFalse();
        assertThat(Signing.in(database, "RETURN 1")).containsExactly(1L);
    }

    @Test
    void refusesAWrongPassword() {
        Connection right = database.connection();
        Connection wrong = new Connection(right.uri(), right.username(), "a guess of somebody's", null);

        assertThatThrownBy(() -> Signing.in(wrong, "RETURN 1")).isInstanceOf(AuthenticationException.class);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keepsItsFilesToTheOwner() throws IOException {
        assertThat(permissions(directory.path())).isEqualTo("rwx------");
        assertThat(permissions(directory.home())).isEqualTo("rwx------");
        assertThat(permissions(directory.endpointFile())).isEqualTo("rw-------");
        assertThat(permissions(directory.passwordFile())).isEqualTo("rw-------");
    }

    @Test
    void keepsThePasswordOffTheCommandLine() {
        String password = Objects.requireNonNull(database.connection().password());

        assertThat(OwnChildren.under(temporary).map(ProcessHandle::info))
                .isNotEmpty()
                .allSatisfy(info -> assertThat(info.commandLine().orElse("")).doesNotContain(password));
    }

    @Test
    void saysWhereItIsInTheFormOfAnEnvironment() throws IOException {
        Connection connection = database.connection();

        assertThat(Files.readAllLines(directory.endpointFile()))
                .containsExactly(
                        "NEO4J_URI=" + connection.uri(),
                        "NEO4J_USERNAME=" + connection.username(),
                        "NEO4J_PASSWORD=" + connection.password(),
                        "ENTENTE_PID=" + ProcessHandle.current().pid(),
                        "ENTENTE_LASTING=true");
    }

    @Test
    void isJoinedByAnotherProcessAndOutlivesIt() throws IOException {
        try (Holder other = Holder.open(directory.path())) {
            assertThat(other.joined()).isTrue();
        }

        assertThat(Signing.in(database, "MATCH (v:Visit) RETURN v.by")).containsExactly("another process");
    }

    @Test
    void isJoinedWithinItsProcessAndStaysHeld() {
        try (BundledDatabase again = BundledDatabase.open(directory, Path.of("not", "needed"))) {
            assertThat(again.isJoined()).isTrue();
            assertThat(again.connection()).isEqualTo(database.connection());
            assertThat(again.lastCommit()).isEqualTo(Keeper.NOT_TOLD);
        }

        assertThat(Signing.in(database, "RETURN 1")).containsExactly(1L);
        assertThat(directory.tryHold()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE (:Written {n: 1})",
                "MERGE (w:Written {n: 1}) SET w.once = coalesce(w.once, 0) + 1",
                "MATCH (w:Written) DELETE w",
                "UNWIND range(1, 3) AS n CALL (n) { CREATE (:Written {n: n}) } IN TRANSACTIONS OF 1 ROW",
                "CREATE INDEX written IF NOT EXISTS FOR (w:Written) ON (w.n)",
                "DROP INDEX written IF EXISTS"
            })
    void tellsOfACommitBeforeWhoeverCommittedHearsOfIt(String statement) {
        Signing.in(database, "CREATE (:Written)");
        long before = database.lastCommit();

        Signing.in(database, statement);

        assertThat(database.lastCommit()).isGreaterThan(before);
    }

    @Test
    void tellsOfEachCommitWhereManyCommitAtOnce() {
        long first = database.lastCommit();
        AtomicLong seen = new AtomicLong();
        List<CompletableFuture<Void>> writers = IntStream.range(0, 4)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> {
                    for (int round = 0; round < 50; round++) {
                        long before = seen.get();
                        Signing.in(database, "MERGE (w:Writer {id: " + writer + "}) SET w.round = " + round);
                        long after = database.lastCommit();
                        assertThat(after).isGreaterThanOrEqualTo(before);
                        seen.accumulateAndGet(after, Math::max);
                    }
                }))
                .toList();

        writers.forEach(CompletableFuture::join);
        assertThat(database.lastCommit()).isGreaterThanOrEqualTo(first + 4 * 50);
    }

    @Test
    void tellsOfNothingWhereNothingIsCommitted() {
        Signing.in(database, "CREATE (:Written)");
        long before = database.lastCommit();

        Signing.in(database, "MATCH (w:Written) RETURN count(w)");
        assertThatThrownBy(() -> Signing.in(database, "CREATE (:Written {n: 1 / 0})"))
                .isInstanceOf(Neo4jException.class);

        assertThat(database.lastCommit()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "HUP"})
    @DisabledOnOs(OS.WINDOWS)
    void leavesToTheProcessThatStartedItWhatASignalMeans(String signal) throws IOException, InterruptedException {
        ProcessHandle process = OwnChildren.under(temporary).findFirst().orElseThrow();

        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();

        assertThat(Signing.in(database, "RETURN 1")).containsExactly(1L);
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void readsNoFileOfItsHost() {
        assertThatThrownBy(() -> Signing.in(database, "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line"))
                .isInstanceOf(Neo4jException.class)
                .hasMessageContaining("dbms.security.allow_csv_import_from_file_urls");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]"})
    void readsNothingFromTheNetwork(String host) throws IOException {
        try (ServerSocket bait = new ServerSocket(0)) {
            String statement =
                    "LOAD CSV FROM 'http://%s:%d/x.csv' AS line RETURN line".formatted(host, bait.getLocalPort());

            assertThatThrownBy(() -> Signing.in(database, statement))
                    .isInstanceOf(Neo4jException.class)
                    .hasMessageContaining("blocked");
        }
    }

    @Test
    void hasTheProceduresThatEntenteCalls() {
        Signing.in(database, "CREATE FULLTEXT INDEX names IF NOT EXISTS FOR (n:Thing) ON EACH [n.name]");
        Signing.in(database, "CALL db.awaitIndexes(60)");
        Signing.in(database, "CREATE (:Thing {name: 'Osh base'})");

        assertThat(Signing.in(
                        database, "CALL db.index.fulltext.queryNodes('names', 'osh') YIELD node RETURN node.name"))
                .containsExactly("Osh base");
        assertThat(Signing.in(database, "CALL db.labels()")).contains("Thing");
        assertThat(Signing.in(
                        database,
                        "CALL dbms.components() YIELD name, edition WHERE name = 'Neo4j Kernel' RETURN edition"))
                .containsExactly("community");
        assertThat(Signing.in(database, "CALL db.schema.nodeTypeProperties()")).isNotEmpty();
    }

    @Test
    void stopsATransactionBeforeItTakesTheHeap() {
        assertThatThrownBy(() -> Signing.in(database, "UNWIND range(1, 100000000) AS n RETURN size(collect(n))"))
                .isInstanceOf(Neo4jException.class)
                .hasMessageContaining("memory");
        assertThat(Signing.in(database, "RETURN 1")).containsExactly(1L);
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
