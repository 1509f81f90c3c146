package entente.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

class SessionsTest {
    private static final Duration WINDOW = Duration.ofSeconds(2);

    @Test
    void triesWorkAgainThatTookLongerToFailThanItIsTriedAgain() {
        AtomicInteger tries = new AtomicInteger();

        assertThat(Sessions.retrying(Duration.ofMillis(500), () -> false, () -> {
                    if (tries.incrementAndGet() == 1) {
                        failAfter(600);
                    }
                    return "done";
                }))
                .isEqualTo("done");
        assertThat(tries).hasValue(2);
    }

    @Test
    void givesUpSoLongAfterTheFirstFailure() {
        AtomicInteger tries = new AtomicInteger();

        assertThatThrownBy(() -> Sessions.retrying(WINDOW, () -> false, () -> {
                    tries.incrementAndGet();
                    failAfter(WINDOW.toMillis());
                    return "done";
                }))
                .isInstanceOf(ServiceUnavailableException.class);
        assertThat(tries).hasValue(2);
    }

    private static void failAfter(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        throw new ServiceUnavailableException("away");
    }
}
