package entente.graph.bundled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.OwnChildren;
import entente.graph.Graph;
import entente.graph.GraphException;
import entente.graph.Guard;
import entente.graph.Keeper;
import entente.graph.Limits;
import entente.graph.Statement;
import entente.model.OwnerOnly;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that dies, under a graph that stays. */
class SupervisorTest {
    static final Limits SHORT = new Limits(Duration.ofSeconds(3), 10_000, 64L << 20, 8);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Within one expression nothing ends it. */
    static final Statement ENDLESS = new Statement(
            "endless", "RETURN any(a IN range(1, 100000) WHERE any(b IN range(1, 100000) WHERE a * b < 0))");

    private static final Statement VISITS = new Statement("visits", "MATCH (v:Visit) RETURN count(v)");

    @TempDir
    static Path temporary;

    private static BundledDatabase database;
    private static Graph graph;

    @BeforeAll
    static void start() {
        database = open("kept", BundledSettings.defaults().withHeapMegabytes(256));
        graph = Graph.connect(database.connection(), SHORT, database);
        graph.write("test", writing -> writing.run("CREATE (:Visit)", Map.of()));
    }

    @AfterAll
    static void stop() {
        graph.close();
        database.close();
        assertThat(OwnChildren.under(temporary)).isEmpty();
    }

    @Test
    void startsADatabaseAgainThatWasKilled() {
        ProcessHandle killed = child();
        killed.destroyForcibly();
        killed.onExit().join();

        assertThatThrownBy(() -> graph.read(VISITS, 1)).isInstanceOf(GraphException.Away.class);
        assertThat(database.lastCommit()).isEqualTo(Keeper.NOT_TOLD);
        comesBack(killed);
        Signing.awaitTelling(database);
    }

    @Test
    void replacesADatabaseThatDoesNotEndAStatement() {
        ProcessHandle stuck = child();

        assertThatThrownBy(() -> graph.read(ENDLESS, 1)).isInstanceOf(GraphException.TimedOut.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        comesBack(stuck);
    }

    @Test
    void replacesADatabaseThatDoesNotEndAStatementForWhichNobodyWaits() throws Exception {
        ProcessHandle stuck = child();
        Thread reader = new Thread(() -> {
            try {
                graph.read(ENDLESS, 1);
            } catch (GraphException hungUp) {
                // It was interrupted
            }
        });
        reader.start();
        TimeUnit.SECONDS.sleep(6); // so that it has been planned, and its time is over

        reader.interrupt();
        reader.join();
        stuck.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        comesBack(stuck);
    }

    @Test
    void replacesADatabaseThatDoesNotEndAStatementOfAProcessThatIsGone() throws Exception {
        ProcessHandle stuck = child();

        Process gone = Holder.start(EndlessReader.class, temporary.resolve("kept"));

        assertThat(gone.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(gone.exitValue()).isZero();
        assertThat(stuck.isAlive()).isTrue();
        stuck.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        comesBack(stuck);
    }

    @Test
    void startsADatabaseAgainThatRanOutOfMemory() {
        ProcessHandle full = child();

        assertThatThrownBy(() ->
                        graph.read(new Statement("large", "RETURN [x IN range(1, 100000000) | x + 1][0] AS x"), 1))
                .isInstanceOf(GraphException.class);
        comesBack(full);
    }

    @Test
    void leavesAStatementAloneThatTheDatabaseEnds() {
        ProcessHandle process = child();

        assertThatThrownBy(() ->
                        graph.read(new Statement("long", "UNWIND range(1, 100000000000) AS x RETURN count(x)"), 1))
                .isInstanceOf(GraphException.TimedOut.class);
        assertThat(graph.read(VISITS, 1).rows()).hasSize(1);
        assertThat(child()).isEqualTo(process);
    }

    @Test
    void closesADatabaseThatIsBeingStartedAgain() throws Exception {
        BundledDatabase closing = open("closing", BundledSettings.defaults());
        ProcessHandle first = childOtherThan(child());
        first.destroyForcibly();
        first.onExit().join();
        ProcessHandle second = childOtherThan(child());

        closing.close();

        assertThat(second.isAlive()).isFalse();
        TimeUnit.SECONDS.sleep(2);
        assertThat(OwnChildren.under(temporary)).containsExactly(child());
        try (Hold free =
                DataDirectory.at(temporary.resolve("closing")).tryHold().orElseThrow()) {
            assertThat(free).isNotNull();
        }
    }

    @Test
    void forgetsVerdictsOnADatabaseThatWasReplacedByAnother() throws IOException {
        BundledDatabase first = open("first", BundledSettings.defaults());
        BundledSettings samePort = BundledSettings.defaults()
                .withPort(URI.create(first.connection().uri()).getPort());
        try (Graph lasting = Graph.connect(first.connection(), Limits.DEFAULT)) {
            Guard guard = new Guard(lasting);
            Guard.Passed before = guard.pass("MATCH (v:Visit {by: 'x'}) RETURN v");
            assertThat(guard.pass("MATCH (v:Visit {by: 'x'}) RETURN v")).isSameAs(before);
            first.close();
            OwnerOnly.write(
                    DataDirectory.at(temporary.resolve("second")).passwordFile(),
                    Objects.requireNonNull(first.connection().password()) + "\n");

            try (BundledDatabase second = open("second", samePort)) {
                assertThat(second.connection()).isEqualTo(first.connection());
                Signing.in(second, "CREATE INDEX FOR (v:Visit) ON (v.by)");
                assertThat(guard.pass("MATCH (v:Visit {by: 'x'}) RETURN v")).isNotSameAs(before);
            }
        } finally {
            first.close();
        }
    }

    private static BundledDatabase open(String name, BundledSettings settings) {
        return BundledDatabase.open(DataDirectory.at(temporary.resolve(name)), Signing.NEO4J_LIBRARIES, settings);
    }

    /** The process of the database that all tests share. */
    private static ProcessHandle child() {
        return OwnChildren.under(temporary.resolve("kept")).findFirst().orElseThrow();
    }

    private static ProcessHandle childOtherThan(ProcessHandle one) {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            var other = OwnChildren.under(temporary)
                    .filter(child -> !child.equals(one) && child.isAlive())
                    .findFirst();
            if (other.isPresent()) {
                return other.get();
            }
        }
        throw new AssertionError("no other process");
    }

    private static void comesBack(ProcessHandle dead) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                assertThat(graph.read(VISITS, 1).rows()).hasSize(1);
                assertThat(graph.read(VISITS, 1).rows().get(0)).containsExactly(1L);
                break;
            } catch (GraphException.Away | GraphException.TimedOut away) {
                assertThat(Instant.now()).isBefore(end);
            }
        }
        assertThat(dead.isAlive()).isFalse();
        assertThat(child()).isNotEqualTo(dead);
    }
}
