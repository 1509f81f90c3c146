package entente.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ends the work for clients that have hung up. While a request is worked on nobody reads from its connection, so from
 * time to time this looks whether that has ended; if so, it interrupts the thread that works, which makes the driver
 * close its connection and the database end the transaction.
 */
final class HangUps implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Set<AttendedWork> underWay = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "hang-ups");
        thread.setDaemon(true);
        return thread;
    });

    HangUps() {
        Future<?> unused = looking.scheduleWithFixedDelay(
                () -> underWay.forEach(AttendedWork::look), PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What is done for a client. */
    interface Task<X extends Exception> {
        void run() throws X;
    }

    /** A handler whose work ends when its client hangs up. It reads no body. */
    Handler attended(Handler handler) {
        return context -> this.<Exception>attend(context, () -> handler.handle(context));
    }

    /** Works, on this thread, until the client hangs up. What there is of a body has to be read by then. */
    <X extends Exception> void attend(Context context, Task<X> task) throws X {
        AttendedWork work = AttendedWork.of(context);
        underWay.add(work);
        try {
            task.run();
        } catch (RuntimeException failure) {
            throw work.isInterrupted() ? new ProblemException(clientGone()) : failure;
        } finally {
            underWay.remove(work);
            work.end();
        }
    }

    private static Problem clientGone() {
        return new Problem(
                ProblemCode.CLIENT_GONE, "The connection ended before the answer was there; keep it open until then.");
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
