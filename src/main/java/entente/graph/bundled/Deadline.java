package entente.graph.bundled;

import java.time.Duration;

/** The moment at which waiting turns into failing. */
final class Deadline {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration patience) {
        return new Deadline(System.nanoTime() + patience.toNanos());
    }

    boolean hasPassed() {
        return System.nanoTime() - end >= 0;
    }

    /** Waits a moment before the next look at what is awaited. */
    void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseStartException("Interrupted while waiting for the bundled database", e);
        }
    }
}
