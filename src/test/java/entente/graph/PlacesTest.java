package entente.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import entente.Neo4jExtension;
import entente.model.Page;
import entente.model.RowSink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who keeps a place to read while another waits for it, and until when. */
@Tag("database")
@ExtendWith(Neo4jExtension.class)
class PlacesTest {
    private static final Limits ONE_AT_ONCE = new Limits(Duration.ofSeconds(30), 100, 1L << 20, 1);
    private static final Statement ONE = new Statement("one", "RETURN 1 AS one");
    private static final Statement LASTING =
            new Statement("lasting", "UNWIND range(1, 1000000000) AS x RETURN count(x)");
    /** Longer than rows may be left untaken. */
    private static final Duration LONG = Duration.ofSeconds(6);

    @Test
    void losesItWhoeverDoesNotTakeTheRows(Connection connection) throws Exception {
        try (Graph graph = Graph.connect(connection, ONE_AT_ONCE)) {
            assertThatThrownBy(() -> readWhileAnotherWaits(graph, PlacesTest::sleep))
                    .isInstanceOf(GraphException.Overloaded.class)
                    .hasMessageContaining("not taken");
        }
    }

    @Test
    void keepsItWhoeverReadsMoreForARow(Connection connection) throws Exception {
        try (Graph graph = Graph.connect(connection, ONE_AT_ONCE)) {
            ReadSummary summary = readWhileAnotherWaits(graph, () -> {
                long end = System.nanoTime() + LONG.toNanos();
                while (System.nanoTime() < end) {
                    graph.reading("within", reading -> reading.read(ONE, 1));
                }
            });

            assertThat(summary.rows()).isEqualTo(1);
        }
    }

    @Test
    void leavesPlacesThatStrangersCannotTake(Connection connection) throws Exception {
        Limits four = new Limits(Duration.ofSeconds(30), 100, 1L << 20, 4);
        CountDownLatch taken = new CountDownLatch(2);
        CountDownLatch done = new CountDownLatch(1);
        try (Graph graph = Graph.connect(connection, four)) {
            List<CompletableFuture<?>> strangers = new ArrayList<>();
            for (int stranger = 0; stranger < 4; stranger++) {
                strangers.add(CompletableFuture.runAsync(() -> stranger(graph, taken, done)));
            }
            taken.await();

            assertThat(graph.load().underWay()).isEqualTo(2);
            assertThat(graph.read(ONE, 1).rows()).hasSize(1);
            done.countDown();
            for (CompletableFuture<?> stranger : strangers) {
                stranger.handle((nothing, failure) -> failure).get();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 20, 100})
    void endsReadsThatAreUnderWayWhenItIsClosed(int milliseconds, Connection connection) throws Exception {
        Graph graph = Graph.connect(connection, Limits.DEFAULT);
        graph.read(ONE, 1);
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        new Thread(() -> ended.complete(catchThrowable(() -> graph.read(LASTING, 1)))).start();
        Thread.sleep(milliseconds);

        graph.close();

        assertThat(ended.get(5, TimeUnit.SECONDS))
                .isInstanceOf(GraphException.Away.class)
                .hasMessage("the graph is closed");
    }

    private static void stranger(Graph graph, CountDownLatch taken, CountDownLatch done) {
        graph.readOfStranger(ONE, Page.first(1), new RowSink() {
            @Override
            public void columns(List<String> names) {
                taken.countDown();
            }

            @Override
            public void row(List<@Nullable Object> values) {
                try {
                    done.await();
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                }
            }
        });
    }

    private static ReadSummary readWhileAnotherWaits(Graph graph, Runnable forTheRow) throws Exception {
        CompletableFuture<?>[] other = new CompletableFuture<?>[1];
        ReadSummary summary = graph.read(ONE, Page.first(1), new RowSink() {
            @Override
            public void columns(List<String> names) {
                other[0] = CompletableFuture.supplyAsync(() -> graph.read(ONE, 1));
            }

            @Override
            public void row(List<@Nullable Object> values) {
                forTheRow.run();
            }
        });
        other[0].get();
        return summary;
    }

    private static void sleep() {
        try {
            Thread.sleep(LONG.toMillis());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
