package entente.graph;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * So many reads may be under way at once; the others wait for a place, and for no longer than a read may take. Safe for
 * use by many threads.
 */
final class Places implements AutoCloseable {
    /**
     * How many statements of strangers may wait for each read that may be under way. With the usual 32, that is fewer
     * than half of the server's threads, and as many as a hundred clients who all send statements.
     */
    private static final int WAITING_PER_READ = 3;

    private final Limits limits;
    private final Semaphore all;
    /** Of those, the ones that strangers' statements may have: whatever these do, something is left for the others. */
    private final Semaphore strangers;
    /**
     * The read that has this thread's place. One within it shares that: were it to wait for one of its own, all could
     * wait for each other.
     */
    @SuppressWarnings("ThreadLocalUsage") // each graph has places of its own
    private final ThreadLocal<Watch.@Nullable Wait> underWay = new ThreadLocal<>();

    private final Watch watch;

    Places(Limits limits, Watch.Watched database) {
        this.limits = limits;
        this.all = new Semaphore(limits.concurrency(), true);
        this.strangers = new Semaphore(limits.strangers(), true);
        this.watch = Watch.start(limits.timeout(), database);
    }

    ReadLoad load() {
        return new ReadLoad(
                limits.concurrency() - all.availablePermits(),
                all.getQueueLength() + strangers.getQueueLength(),
                limits.concurrency());
    }

    /**
     * Reads in a place, or within the read that has this thread's.
     *
     * @param name what the log calls it
     * @throws GraphException.Overloaded if no place came free in time
     */
    <T extends @Nullable Object> T in(String name, Function<Watch.Wait, T> read) {
        return in(name, all::hasQueuedThreads, read);
    }

    /**
     * Reads in one of the places that strangers may have. No more of them wait than three for each read that may be
     * under way, as each that waits has a thread.
     *
     * @param name what the log calls it
     * @throws GraphException.Overloaded if no place came free in time, or too many wait already
     */
    <T extends @Nullable Object> T inStrangers(String name, Function<Watch.Wait, T> read) {
        if (strangers.getQueueLength() >= WAITING_PER_READ * limits.concurrency()) {
            throw new GraphException.Overloaded("too many statements wait to be run", null);
        }
        take(strangers);
        try {
            return in(name, () -> all.hasQueuedThreads() || strangers.hasQueuedThreads(), read);
        } finally {
            strangers.release();
        }
    }

    private <T extends @Nullable Object> T in(String name, BooleanSupplier othersWait, Function<Watch.Wait, T> read) {
        Watch.Wait around = underWay.get();
        if (around != null) {
            return around.during(() -> watched(name, othersWait, read));
        }
        take(all);
        try {
            return watched(name, othersWait, wait -> {
                underWay.set(wait);
                return read.apply(wait);
            });
        } finally {
            underWay.remove();
            all.release();
        }
    }

    private <T extends @Nullable Object> T watched(
            String name, BooleanSupplier othersWait, Function<Watch.Wait, T> read) {
        return watch.over(name, othersWait, wait -> Sessions.translating(() -> read.apply(wait)));
    }

    private void take(Semaphore places) {
        try {
            if (!places.tryAcquire(limits.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new GraphException.Overloaded("too many reads at once", null);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new GraphException.Overloaded("interrupted while waiting for a place", interrupted);
        }
    }

    @Override
    public void close() {
        watch.close();
    }
}
