package entente.load;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Writes batches beside each other, as many as keep a database busy. The first failure ends it. */
final class Writers implements AutoCloseable {
    private static final int THREADS = 2;
    /** Under way or waiting, so that none waits for the next to be read. */
    private static final int MOST = THREADS + 1;

    /** Longer than a batch is tried again. */
    private static final int LONGEST_WRITE_SECONDS = 60;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, "writer");
        thread.setDaemon(true);
        return thread;
    });
    private final Deque<Future<?>> underWay = new ArrayDeque<>();

    /** Runs it soon; waits first where too many are under way, and throws what one of them failed of. */
    void run(Runnable write) {
        while (underWay.size() >= MOST) {
            await(underWay.remove());
        }
        underWay.add(threads.submit(write));
    }

    private static void await(Future<?> write) {
        try {
            write.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while batches were written", interrupted);
        }
    }

    /** Waits for all that is under way. */
    void finish() {
        while (!underWay.isEmpty()) {
            await(underWay.remove());
        }
    }

    /** Gives up what has not begun, and waits for what has: nothing is written any more when this returns. */
    @Override
    public void close() {
        underWay.forEach(write -> write.cancel(false));
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LONGEST_WRITE_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
