package entente.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SharedReadTest {
    private static final int CLIENTS = 8;
    private static final int TIMES = 500;

    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final AtomicLong now = new AtomicLong();
    private final AtomicLong reads = new AtomicLong();
    private final SharedRead<Long> read = new SharedRead<>(() -> {
        reads.incrementAndGet();
        long found = now.get();
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(500));
        return found;
    });

    @AfterEach
    void close() {
        clients.shutdownNow();
    }

    @Test
    void givesNoAnswerThatIsOlderThanItsQuestionAndAsksOnceForSeveral() throws Exception {
        List<Future<Long>> stale = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            stale.add(clients.submit(this::staleAnswers));
        }

        for (Future<Long> ofClient : stale) {
            assertThat(ofClient.get()).isZero();
        }
        assertThat(reads).hasValueLessThan(CLIENTS * TIMES * 3L / 4);
    }

    private long staleAnswers() {
        long stale = 0;
        for (int time = 0; time < TIMES; time++) {
            long asked = now.incrementAndGet();
            stale += read.get() < asked ? 1 : 0;
        }
        return stale;
    }
}
