package entente.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.Neo4jExtension;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

@ExtendWith(Neo4jExtension.class)
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

    @Test
    @EnabledOnOs(OS.LINUX)
    void waitForTheirConnectionsByTheMeansOfLinux(Connection connection) {
        try (Sessions sessions = Sessions.to(connection, Limits.DEFAULT)) {
            sessions.verify();

            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .anyMatch(name -> name.startsWith("epollEventLoopGroup"));
        }
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
