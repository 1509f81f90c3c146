package entente.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What no hostile statement may change. It is looked at under the usual limits, and not under theirs.
 *
 * @param savedQuery how long one takes, the median of many
 * @param heap that Entente holds after a collection, in bytes
 */
public record Wellbeing(String version, List<?> counts, Duration savedQuery, long heap) {
    private static final int TIMES = 200;
    private static final long MEGABYTES = 1L << 20;

    /** How it is now, once everything is warm. */
    public static Wellbeing of(Graph graph) throws IOException {
        medianOfSavedQuery(graph);
        List<?> counts = graph.read(
                        new Statement("counts", "RETURN COUNT { () } AS nodes, COUNT { ()-->() } AS relationships"), 1)
                .rows();
        Duration savedQuery = medianOfSavedQuery(graph);
        System.gc();
        long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        return new Wellbeing(graph.version(), counts, savedQuery, heap);
    }

    private static Duration medianOfSavedQuery(Graph graph) throws IOException {
        Path file = Path.of(System.getProperty("entente.cypher"), "queries/stances/who-backs.cypher");
        Statement query = new Statement(
                "who-backs",
                Files.readString(file),
                Map.of("target", "osh-base", "asOf", LocalDate.of(2009, 7, 31), "kind", "states"));
        Guard guard = new Guard(graph);
        return Duration.ofNanos(IntStream.range(0, TIMES)
                .mapToLong(time -> nanoseconds(query, graph, guard))
                .sorted()
                .skip(TIMES / 2)
                .findFirst()
                .orElseThrow());
    }

    private static long nanoseconds(Statement query, Graph graph, Guard guard) {
        long start = System.nanoTime();
        guard.pass(query.text());
        assertThat(graph.read(query, 100).rows()).isNotEmpty();
        return System.nanoTime() - start;
    }

    /** Makes sure that nothing has become of it. */
    public void assertKept(Graph graph) throws IOException {
        Wellbeing after = of(graph);

        assertThat(after.version()).isEqualTo(version);
        assertThat(after.counts()).isEqualTo(counts);
        assertThat(after.savedQuery()).isLessThan(savedQuery.multipliedBy(3));
        // The grammar and the verdicts that are remembered are bounded, and take as much at most.
        assertThat(after.heap() - heap).isLessThan(48 * MEGABYTES);
    }
}
