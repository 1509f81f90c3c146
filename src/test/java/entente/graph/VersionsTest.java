package entente.graph;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Neo4jExtension;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When the database is asked for its version, by what is told of its commits. */
@Tag("database")
@ExtendWith(Neo4jExtension.class)
class VersionsTest {
    private static final Statement ANY = new Statement("any", "RETURN 1");

    private final AtomicLong lastCommit = new AtomicLong(7);
    private final AtomicInteger questions = new AtomicInteger();
    private Graph graph;

    @BeforeEach
    void connect(Graph shared) {
        graph = Graph.connect(shared.connection(), shared.limits(), new Keeper() {
            @Override
            public void restart() {}

            @Override
            public long lastCommit() {
                return lastCommit.get();
            }
        });
        graph.tell(new ReadListener() {
            @Override
            public void ended(String name, Duration took, @Nullable RuntimeException failure) {
                questions.addAndGet(name.equals("version") ? 1 : 0);
            }
        });
    }

    @AfterEach
    void close(Graph shared) {
        graph.close();
        shared.write("forget", writing -> writing.run("MATCH (p:Passing) DELETE p", Map.of()));
    }

    private static void commit(Graph by) {
        by.write("pass", writing -> writing.run("CREATE (:Passing)", Map.of()));
    }

    @Test
    void asksOnceWhileNothingIsToldOfACommit() {
        String version = graph.version();

        assertThat(graph.version()).isEqualTo(version);
        assertThat(questions).hasValue(1);
    }

    @Test
    void asksAgainAfterACommit(Graph shared) {
        String before = graph.version();
        commit(shared);
        lastCommit.incrementAndGet();

        assertThat(graph.version()).isNotEqualTo(before);
        assertThat(questions).hasValue(2);
    }

    @Test
    void asksEachTimeWhereNothingIsTold() {
        lastCommit.set(Keeper.NOT_TOLD);

        assertThat(graph.version()).isEqualTo(graph.version());
        assertThat(questions).hasValue(2);
    }

    @Test
    void isKnownAtOnceWhileNothingIsToldOfACommit() {
        assertThat(graph.versionAtOnce()).isNull();
        String version = graph.version();

        assertThat(graph.versionAtOnce()).isEqualTo(version);
        lastCommit.incrementAndGet();
        assertThat(graph.versionAtOnce()).isNull();
        lastCommit.set(Keeper.NOT_TOLD);
        assertThat(graph.versionAtOnce()).isNull();
        assertThat(questions).hasValue(1);
    }

    /** As a read does that ended first and is noted last. */
    @Test
    void asksAgainWhereAnotherReadHasMetACommitMeanwhile() {
        Versions[] versions = new Versions[1];
        versions[0] = new Versions(
                () -> {
                    questions.incrementAndGet();
                    versions[0].note("later");
                    versions[0].note("earlier");
                    return "earlier";
                },
                lastCommit::get);

        versions[0].now();
        versions[0].now();

        assertThat(questions).hasValue(2);
    }

    @Test
    void asksAgainWhereAReadHasMetACommitThatIsNotToldYet(Graph shared) {
        String before = graph.version();
        commit(shared);
        graph.read(ANY, 1);

        assertThat(graph.version()).isNotEqualTo(before);
        assertThat(questions).hasValue(2);
        assertThat(graph.version()).isEqualTo(graph.version());
        assertThat(questions).hasValue(2);
    }
}
