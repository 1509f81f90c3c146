package entente.graph;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Neo4jExtension;
import entente.Sample;
import entente.model.KeptRows;
import entente.model.Page;
import entente.model.Table;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every hostile statement, on the way that strangers' statements take; and that all is afterwards as it was before. */
@Tag("database")
@Sample
@ExtendWith(Neo4jExtension.class)
class HostileTest {
    private static final Limits SHORT = new Limits(Duration.ofSeconds(1), 1_000, 4L << 20, 8);

    /** Of the processor, so that a busy machine does not count: what judging a statement may take. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final List<Hostile> ALL = Hostile.all();

    private static Graph graph;
    private static Guard guard;
    private static Wellbeing before;

    @BeforeAll
    static void remember(Connection connection, Graph usual) throws IOException {
        graph = Graph.connect(connection, SHORT);
        guard = new Guard(graph);
        // Measured: the first call of a procedure takes Neo4j 2026 more than the second that statements have here.
        usual.read(new Statement("warm", "CALL db.labels() YIELD label RETURN label"), 1);
        before = Wellbeing.of(usual);
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
        long start = processorTime();
        try {
            guard.pass(hostile.statement(), hostile.parameters());
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
        assertThat(processorTime() - start).isLessThan(LONGEST.toNanos());
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @AfterAll
    static void leaveAllAsItWas(Graph usual) throws IOException {
        try {
            before.assertKept(usual);
        } finally {
            graph.close();
        }
    }
}
