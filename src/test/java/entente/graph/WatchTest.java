package entente.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which reads are given up while others wait for a place. */
class WatchTest {
    private static final Duration LONG = Duration.ofSeconds(5);

    /** A database that runs nothing and need not be restarted. */
    static final Watch.Watched IDLE = new Watch.Watched() {
        @Override
        public boolean runs(Set<String> names, Duration longerAgo) {
            return false;
        }

        @Override
        public void restart() {}
    };

    private final Watch watch = Watch.start(Duration.ofSeconds(60), IDLE);

    @AfterEach
    void close() {
        watch.close();
    }

    @Test
    void givesUpOneThatStandsStill() {
        assertThatThrownBy(() -> watch.over("still", () -> true, wait -> stand()))
                .isInstanceOf(GraphException.Overloaded.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void leavesOneThatStandsStillWhileNobodyWaits() {
        assertThat(watch.<String>over("still", () -> false, wait -> stand())).isEqualTo("done");
    }

    @Test
    void leavesOneThatRunsHoweverLongThatTakes() {
        assertThat(watch.<String>over("busy", () -> true, wait -> run())).isEqualTo("done");
    }

    private static String stand() {
        try {
            Thread.sleep(LONG.toMillis());
            return "done";
        } catch (InterruptedException givenUp) {
            throw new IllegalStateException(givenUp);
        }
    }

    private static String run() {
        long end = System.nanoTime() + LONG.toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return "done";
    }
}
