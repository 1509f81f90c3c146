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
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * Has the database plan a statement once where several ask for it at the same time: else it plans it for each of them.
 * <em>Measured</em> on Neo4j 5.26 that has just started, twenty clients then wait half as long again for their first
 * answers. Not for statements of strangers, who could make others wait for theirs. Safe for use by many threads.
 */
final class Planning {
    private static final int MOST_TEXTS = 1_000;

    private final Duration patience;
    private final Set<String> planned = ConcurrentHashMap.newKeySet();
    private final Map<String, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

    /** @param patience how long one waits for others that have the same statement planned */
    Planning(Duration patience) {
        this.patience = patience;
    }

    /**
     * Runs a statement, after another has had it planned that came before.
     *
     * @param wait told of each wait: for another, and for the database
     * @param run returns when the database has planned the statement; called once
     * @throws GraphException.Overloaded if it is interrupted while it waits for another
     */
    <T> T run(Watch.Wait wait, String text, Supplier<T> run) {
        long end = System.nanoTime() + patience.toNanos();
        boolean patient = true;
        while (patient && !planned.contains(text)) {
            CompletableFuture<Void> own = new CompletableFuture<>();
            CompletableFuture<Void> other = underWay.putIfAbsent(text, own);
            if (other == null) {
                return wait.during(() -> runFirst(text, own, run));
            }
            patient = wait.during(() -> endsBefore(end, other));
        }
        return wait.during(() -> ran(run));
    }

    private <T> T runFirst(String text, CompletableFuture<Void> own, Supplier<T> run) {
        try {
            T running = ran(run);
            note(text);
            return running;
        } finally {
            underWay.remove(text, own);
            own.complete(null);
        }
    }

    /**
     * A database that went away has planned nothing when it is back. One who is interrupted closes its own connection.
     */
    private <T> T ran(Supplier<T> run) {
        try {
            return run.get();
        } catch (Neo4jException failure) {
            if (Failures.isAway(failure) && !Thread.currentThread().isInterrupted()) {
                forget();
            }
            throw failure;
        }
    }

    private void note(String text) {
        if (planned.size() >= MOST_TEXTS) {
            planned.clear();
        }
        planned.add(text);
    }

    private static boolean endsBefore(long end, CompletableFuture<Void> other) {
        try {
            other.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException | ExecutionException slow) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new GraphException.Overloaded("interrupted while waiting for another read", interrupted);
        }
    }

    /** The database is another from now on, which has planned nothing. */
    void forget() {
        planned.clear();
    }
}
