package entente.load;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Work that goes on beside whoever hands it over, in that order. The first failure ends it. */
final class Workers implements AutoCloseable {
    /** Longer than a batch is tried again. */
    private static final int LONGEST_WORK_SECONDS = 60;

    private final ExecutorService threads;
    /** Under way or waiting, so that none waits for the next to be read. */
    private final int most;

    private final Deque<Future<?>> underWay = new ArrayDeque<>();

    /** @param number how many work at a time */
    Workers(int number, String name) {
        most = number + 1;
        threads = Executors.newFixedThreadPool(number, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Runs it soon; waits first where too much is under way, and throws what some of it failed of. */
    void run(Runnable work) {
        while (underWay.size() >= most) {
            await(underWay.remove());
        }
        underWay.add(threads.submit(work));
    }

    private static void await(Future<?> work) {
        try {
            work.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in the middle of a load", interrupted);
        }
    }

    /** Waits for all that is under way. */
    void finish() {
        while (!underWay.isEmpty()) {
            await(underWay.remove());
        }
    }

    /** Gives up what has not begun, and waits for what has: nothing is done any more when this returns. */
    @Override
    public void close() {
        underWay.forEach(work -> work.cancel(false));
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LONGEST_WORK_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
