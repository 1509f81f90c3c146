package entente.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who waits for whom where several ask for the same statement. */
@Timeout(30)
class PlanningTest {
    private static final String TEXT = "RETURN 1";
    private static final int CLIENTS = 8;

    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final Watch watch = Watch.start(Duration.ofSeconds(60), new Watch.Watched() {
        @Override
        public boolean runs(Set<String> names, Duration longerAgo) {
            return false;
        }

        @Override
        public void restart() {}
    });

    private final Planning planning = new Planning(Duration.ofSeconds(20));
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();

    @AfterEach
    void close() {
        clients.shutdownNow();
        watch.close();
    }

    @Test
    void letsOneGoAheadWithWhatWasNeverPlanned() throws Exception {
        List<Integer> before = all(() -> {
            int others = underWay.getAndIncrement() + ended.get();
            pause(200);
            underWay.decrementAndGet();
            ended.incrementAndGet();
            return others;
        });

        assertThat(before).containsOnlyOnce(0);
    }

    @Test
    void letsAllRunAtOnceWhatWasPlanned() throws Exception {
        running(planning, TEXT, () -> "planned");
        CyclicBarrier everybody = new CyclicBarrier(CLIENTS);

        assertThat(all(() -> met(everybody))).hasSize(CLIENTS);
    }

    @Test
    void letsAnotherTryWhereTheFirstFails() {
        assertThatThrownBy(() -> running(planning, TEXT, () -> {
                    throw new GraphException.Away("away", null);
                }))
                .isInstanceOf(GraphException.Away.class);

        assertThat(running(planning, TEXT, () -> "planned")).isEqualTo("planned");
    }

    @Test
    void waitsForAnotherNoLongerThanItsPatience() throws Exception {
        Planning impatient = new Planning(Duration.ofMillis(100));
        CountDownLatch begun = new CountDownLatch(1);
        clients.submit(() -> running(impatient, TEXT, () -> {
            begun.countDown();
            pause(25_000);
            return "late";
        }));
        begun.await();

        assertThat(running(impatient, TEXT, () -> "planned another time")).isEqualTo("planned another time");
    }

    private <T> List<T> all(Supplier<T> run) throws Exception {
        Callable<T> client = () -> running(planning, TEXT, run);
        List<Future<T>> answers = IntStream.range(0, CLIENTS)
                .mapToObj(number -> clients.submit(client))
                .toList();
        List<T> all = new ArrayList<>();
        for (Future<T> answer : answers) {
            all.add(answer.get());
        }
        return all;
    }

    private <T> T running(Planning planning, String text, Supplier<T> run) {
        return watch.over("read", () -> false, wait -> planning.running(wait, text, run));
    }

    private static int met(CyclicBarrier everybody) {
        try {
            return everybody.await(10, TimeUnit.SECONDS);
        } catch (Exception alone) {
            throw new AssertionError(alone);
        }
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
