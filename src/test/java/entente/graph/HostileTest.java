package entente.graph;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Neo4jExtension;
import entente.Sample;
import entente.model.KeptRows;
import entente.model.Page;
import entente.model.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every hostile statement, on the way that strangers' statements take; and that all is afterwards as it was before. */
@Sample
@ExtendWith(Neo4jExtension.class)
class HostileTest {
    private static final Limits SHORT = new Limits(Duration.ofSeconds(1), 1_000, 4L << 20, 8);
    private static final int TIMES = 200;
    private static final long MEGABYTES = 1L << 20;

    private static final List<Hostile> ALL = Hostile.all();

    private static Graph graph;
    private static Guard guard;
    private static State before;

    /** What no statement may change. */
    private record State(String version, List<?> counts, Duration savedQuery, long heap) {
        static State now() throws IOException {
            List<?> counts = graph.read(
                            new Statement("counts", "RETURN COUNT { () } AS nodes, COUNT { ()-->() } AS relationships"),
                            1)
                    .rows();
            Duration savedQuery = medianOfSavedQuery();
            System.gc();
            long heap =
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            return new State(graph.version(), counts, savedQuery, heap);
        }

        /** The median of many. */
        private static Duration medianOfSavedQuery() throws IOException {
            Path file = Path.of(System.getProperty("entente.cypher"), "queries/stances/who-backs.cypher");
            Statement query = new Statement(
                    "who-backs",
                    Files.readString(file),
                    Map.of("target", "osh-base", "asOf", LocalDate.of(2009, 7, 31)));
            return Duration.ofNanos(IntStream.range(0, TIMES)
                    .mapToLong(time -> nanoseconds(query))
                    .sorted()
                    .skip(TIMES / 2)
                    .findFirst()
                    .orElseThrow());
        }

        private static long nanoseconds(Statement query) {
            long start = System.nanoTime();
            guard.pass(query.text());
            assertThat(graph.read(query, 100).rows()).isNotEmpty();
            return System.nanoTime() - start;
        }
    }

    @BeforeAll
    static void remember(Connection connection) throws IOException {
        graph = Graph.connect(connection, SHORT);
        guard = new Guard(graph);
        State.medianOfSavedQuery(); // warms up
        before = State.now();
    }

    static List<Hostile> all() {
        return ALL;
    }

    @Test
    void areMany() {
        assertThat(all()).hasSizeGreaterThan(200).extracting(Hostile::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("all")
    void doesNoHarm(Hostile hostile) {
        try {
            guard.pass(hostile.statement());
            KeptRows kept = new KeptRows();
            Statement statement = new Statement("hostile", hostile.statement(), hostile.parameters());
            Table table = kept.table(graph.readOfStranger(statement, Page.first(SHORT.rows()), kept)
                    .truncated());
            assertThat(hostile.expected())
                    .contains(table.truncated() ? Hostile.Outcome.TRUNCATED : Hostile.Outcome.ANSWERED);
            if (hostile.answer() != null) {
                assertThat(table.rows().get(0).get(0)).hasToString(hostile.answer());
            }
        } catch (GraphException failure) {
            assertThat(hostile.expected()).as(failure.toString()).contains(Hostile.Outcome.of(failure));
            assertThat(failure).hasMessageContaining(hostile.message());
        }
    }

    @AfterAll
    static void leaveAllAsItWas() throws IOException {
        try {
            State after = State.now();

            assertThat(after.version()).isEqualTo(before.version());
            assertThat(after.counts()).isEqualTo(before.counts());
            assertThat(after.savedQuery()).isLessThan(before.savedQuery().multipliedBy(3));
            // The grammar and the verdicts that are remembered are bounded, and take as much at most.
            assertThat(after.heap() - before.heap()).isLessThan(48 * MEGABYTES);
        } finally {
            graph.close();
        }
    }
}
