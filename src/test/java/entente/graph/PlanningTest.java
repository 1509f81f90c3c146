package entente.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
import org.neo4j.driver.exceptions.ServiceUnavailableException;

/** Who waits for whom where several ask for the same statement. */
@Timeout(30)
class PlanningTest {
    private static final String TEXT = "RETURN 1";
    private static final int CLIENTS = 8;
    private static final long LONGER_THAN_THE_TEST = 60_000;

    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final Watch watch = Watch.start(Duration.ofSeconds(60), WatchTest.IDLE);

    private final Planning planning = new Planning(Duration.ofSeconds(20));
    private final AtomicInteger ended = new AtomicInteger();

    @AfterEach
    void close() {
        clients.shutdownNow();
        watch.close();
    }

    @Test
    void letsOneGoAheadWithWhatWasNeverPlanned() throws Exception {
        List<String> seen = all(this::plan);

        assertThat(seen).containsOnlyOnce("nothing was planned");
    }

    @Test
    void letsOneOfTheOthersGoAheadWhereTheFirstFails() throws Exception {
        AtomicInteger tries = new AtomicInteger();

        List<String> seen = all(() -> {
            if (tries.getAndIncrement() == 0) {
                pause(200);
                throw new GraphException.Away("away", null);
            }
            return plan();
        });

        assertThat(seen).containsOnlyOnce("away").containsOnlyOnce("nothing was planned");
    }

    private String plan() {
        boolean first = ended.get() == 0;
        pause(200);
        ended.incrementAndGet();
        return first ? "nothing was planned" : "it was planned";
    }

    @Test
    void letsAllRunAtOnceWhatWasPlanned() throws Exception {
        run(planning, () -> "planned");
        CyclicBarrier everybody = new CyclicBarrier(CLIENTS);

        assertThat(all(() -> met(everybody))).hasSize(CLIENTS);
    }

    @Test
    void beginsAnewWithAnotherDatabase() throws Exception {
        run(planning, () -> "planned");
        planning.forget();

        assertThat(all(this::plan)).containsOnlyOnce("nothing was planned");
    }

    @Test
    void beginsAnewWithADatabaseThatWentAway() throws Exception {
        run(planning, () -> "planned");
        assertThatThrownBy(() -> run(planning, PlanningTest::away)).isInstanceOf(ServiceUnavailableException.class);

        assertThat(all(this::plan)).containsOnlyOnce("nothing was planned");
    }

    private static String away() {
        throw new ServiceUnavailableException("away");
    }

    @Test
    void endsOneThatIsInterruptedWhileItWaits() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        clients.execute(() -> run(planning, () -> late(begun)));
        begun.await();

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> run(planning, () -> "not run")).isInstanceOf(GraphException.Overloaded.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void waitsForAnotherNoLongerThanItsPatience() throws Exception {
        Planning impatient = new Planning(Duration.ofMillis(100));
        CountDownLatch begun = new CountDownLatch(1);
        clients.execute(() -> run(impatient, () -> late(begun)));
        begun.await();

        assertThat(run(impatient, () -> "planned another time")).isEqualTo("planned another time");
    }

    /** What each of the clients got, or the message of its failure. */
    private List<String> all(Supplier<String> run) throws Exception {
        List<Future<String>> answers = IntStream.range(0, CLIENTS)
                .mapToObj(number -> clients.submit(() -> answer(run)))
                .toList();
        List<String> all = new ArrayList<>();
        for (Future<String> answer : answers) {
            all.add(answer.get());
        }
        return all;
    }

    private String answer(Supplier<String> run) {
        try {
            return run(planning, run);
        } catch (GraphException failure) {
            return String.valueOf(failure.getMessage());
        }
    }

    private <T> T run(Planning planning, Supplier<T> run) {
        return watch.over("read", () -> false, wait -> planning.run(wait, TEXT, run));
    }

    private static String late(CountDownLatch begun) {
        begun.countDown();
        pause(LONGER_THAN_THE_TEST);
        return "late";
    }

    private static String met(CyclicBarrier everybody) {
        try {
            everybody.await(10, TimeUnit.SECONDS);
            return "met";
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
