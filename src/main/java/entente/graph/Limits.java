package entente.graph;

import java.time.Duration;

/**
 * What one read may take, so that no reader can starve the others.
 *
 * @param timeout after which the database ends it
 * @param rows the most that it may return
 * @param bytes the most that its values may take, about
 * @param concurrency how many reads may run at once
 */
public record Limits(Duration timeout, int rows, long bytes, int concurrency) {
    public static final Limits DEFAULT = new Limits(Duration.ofSeconds(10), 10_000, 64L << 20, 32);

    /** How many of the reads that run at once may be statements of strangers. */
    public int strangers() {
        return Math.max(1, concurrency / 2);
    }
}
