package entente.graph;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Has the database plan a statement once where several ask for it at the same time: it would plan it for each of them,
 * <em>measured</em> on Neo4j 5.26 that has just started, twenty clients then wait for twice as long. Safe for use by
 * many threads.
 */
final class Planning {
    private static final int MOST = 10_000;

    private final Duration patience;
    /** The hash codes of statements that were planned: two of one hash are only not kept apart. */
    private final Set<Integer> planned = ConcurrentHashMap.newKeySet();

    private final Map<Integer, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

    /** @param patience how long one waits for another that has the same statement planned */
    Planning(Duration patience) {
        this.patience = patience;
    }

    /**
     * Has a statement planned, or waits until another has had it planned, and runs it.
     *
     * @param read told when it waits, for another and then for the database
     * @param run returns when the database has planned the statement; called once
     */
    <T> T running(Watch.Wait read, String text, Supplier<T> run) {
        int hash = text.hashCode();
        if (planned.contains(hash)) {
            return read.during(run);
        }
        CompletableFuture<Void> own = new CompletableFuture<>();
        CompletableFuture<Void> other = underWay.putIfAbsent(hash, own);
        if (other != null) {
            read.during(() -> await(other));
            return read.during(run);
        }
        try {
            T running = read.during(run);
            note(hash);
            return running;
        } finally {
            underWay.remove(hash, own);
            own.complete(null);
        }
    }

    private void note(int hash) {
        if (planned.size() >= MOST) {
            planned.clear();
        }
        planned.add(hash);
    }

    /** Should the other take too long, the statement is planned another time. */
    private boolean await(CompletableFuture<Void> other) {
        try {
            other.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt(); // the read itself ends by it
            return false;
        } catch (TimeoutException | ExecutionException slow) {
            return false;
        }
    }
}
