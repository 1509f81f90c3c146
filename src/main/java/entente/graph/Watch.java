package entente.graph;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices reads that keep others from theirs, and gives them up. The database should have ended some of them long ago,
 * and ran into something that it cannot end: whoever waits for such a read is told that it timed out, and whoever runs
 * the database is told too. Of others the rows are not taken, and that matters only while there are readers without a
 * place.
 */
final class Watch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    /** What the driver may spend on connecting and on another try, beside the time that the statement takes. */
    static final Duration DRIVER = Duration.ofSeconds(10);

    /** How long a read may stand still over a row, as its client does not take it, while others wait for a place. */
    private static final Duration TAKING = Duration.ofSeconds(3);

    /** What whoever waits for the database is told. */
    static final String GIVEN_UP = "the statement did not end when it was to";

    /** What whoever reads when the graph is closed is told, or later. */
    static final String CLOSED = "the graph is closed";

    private static final int LOOKS = 8;

    /** How long reads may take to end when the graph is closed. */
    private static final Duration ENDING = Duration.ofSeconds(2);

    private final long longest;
    private final Watched database;
    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
    /** Reads that nobody waits for any more, though the database may not have ended them. */
    private final Queue<Abandoned> abandoned = new ConcurrentLinkedQueue<>();

    private final Thread thread = new Thread(this::lookUntilClosed, "entente-watch");

    private volatile boolean closed;

    /** The database whose reads are watched. */
    interface Watched {
        /** Whether it still runs a read of one of these names that began longer ago. */
        boolean runs(Set<String> names, Duration longerAgo);

        /** Called where the database did not end a read. */
        void restart();
    }

    private record Abandoned(String name, long since) {}

    private Watch(Duration timeout, Watched database) {
        this.longest =
                timeout.plus(timeout.compareTo(DRIVER) > 0 ? timeout : DRIVER).toNanos();
        this.database = database;
    }

    /**
     * Begins to watch.
     *
     * @param timeout after which the database should end a read
     */
    static Watch start(Duration timeout, Watched database) {
        Watch watch = new Watch(timeout, database);
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    /**
     * Runs a read that tells when it waits for the database.
     *
     * @param name what the log calls it
     * @param othersWait whether there are readers that wait for a place like its own
     * @throws GraphException.TimedOut if it had to be given up because the database did not end it
     * @throws GraphException.Overloaded if it had to be given up because its rows were not taken
     * @throws GraphException.Away if it had to be given up because nothing is watched any more
     */
    <T extends @Nullable Object> T over(String name, BooleanSupplier othersWait, Function<Wait, T> read) {
        Wait wait = new Wait(name, othersWait, Thread.currentThread());
        waits.add(wait);
        if (closed) {
            waits.remove(wait);
            throw new GraphException.Away(CLOSED, null);
        }
        try {
            return read.apply(wait);
        } catch (RuntimeException failure) {
            if (Thread.currentThread().isInterrupted() && !wait.isGivenUp()) {
                abandoned.add(new Abandoned(name, System.nanoTime()));
            }
            throw wait.explained(failure);
        } finally {
            waits.remove(wait);
            wait.leave();
        }
    }

    private void lookUntilClosed() {
        try {
            while (true) {
                TimeUnit.NANOSECONDS.sleep(Math.min(longest, TAKING.toNanos()) / LOOKS);
                look();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        long now = System.nanoTime();
        List<Wait> overrun =
                waits.stream().filter(wait -> wait.giveUp(now, longest)).toList();
        if (!overrun.isEmpty() || abandonedRuns(now)) {
            database.restart();
        }
        waits.forEach(wait -> wait.giveUpTaker(now));
    }

    private boolean abandonedRuns(long now) {
        List<Abandoned> due =
                abandoned.stream().filter(read -> now - read.since() >= longest).toList();
        if (due.isEmpty()) {
            return false;
        }
        try {
            Set<String> names = due.stream().map(Abandoned::name).collect(Collectors.toSet());
            boolean runs = database.runs(names, Duration.ofNanos(longest));
            abandoned.removeAll(due);
            return runs;
        } catch (GraphException later) {
            return false; // the next look asks again
        }
    }

    /** Gives up all reads: of those under way when it is closed, the driver lets some wait for ever. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        long end = System.nanoTime() + ENDING.toNanos();
        waits.forEach(Wait::end);
        while (!waits.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** A read under way, and since when it waits: for the database, or else for its client. */
    static final class Wait {
        private final String name;
        private final BooleanSupplier othersWait;
        private final Thread thread;
        private boolean waiting;
        private boolean left;
        /** How the failure that follows is explained, once the read is given up. */
        private @Nullable Function<RuntimeException, GraphException> reason;

        private long since = System.nanoTime();

        private Wait(String name, BooleanSupplier othersWait, Thread thread) {
            this.name = name;
            this.othersWait = othersWait;
            this.thread = thread;
        }

        /** Runs what waits for the database. */
        <T extends @Nullable Object> T during(Supplier<T> call) {
            boolean before = set(true);
            try {
                return call.get();
            } finally {
                set(before);
            }
        }

        private synchronized boolean set(boolean now) {
            boolean before = waiting;
            waiting = now;
            since = System.nanoTime();
            return before;
        }

        private synchronized boolean isGivenUp() {
            return reason != null;
        }

        private void interrupt(Function<RuntimeException, GraphException> because) {
            reason = because;
            thread.interrupt();
        }

        /** The driver gives the connection up when the thread that waits for it is interrupted. */
        private synchronized boolean giveUp(long now, long longest) {
            if (!waiting || isGivenUp() || now - since < longest) {
                return false;
            }
            interrupt(failure -> new GraphException.TimedOut(GIVEN_UP, failure));
            LOG.warn(
                    "The read {} is given up: the database has not ended it within {} s, long after its time-out",
                    name,
                    longest / 1e9);
            return true;
        }

        /** Whoever takes the rows is this thread, too. */
        private synchronized void giveUpTaker(long now) {
            if (left || waiting || isGivenUp() || !standsStill(now) || !othersWait.getAsBoolean()) {
                return;
            }
            interrupt(failure ->
                    new GraphException.Overloaded("the rows were not taken while others waited to read", failure));
            LOG.warn(
                    "The read {} is given up: its rows were not taken for {} s while others waited",
                    name,
                    TAKING.toSeconds());
        }

        private synchronized void end() {
            if (!left) {
                interrupt(failure -> new GraphException.Away(CLOSED, failure));
            }
        }

        /** Whether it has not been seen to run for long: one that runs only has a busy machine, and begins anew. */
        private boolean standsStill(long now) {
            if (thread.getState() == Thread.State.RUNNABLE) {
                since = now;
            }
            return now - since >= TAKING.toNanos();
        }

        /** The failure as whoever waits for the read should know it. */
        private synchronized RuntimeException explained(RuntimeException failure) {
            return reason == null ? failure : reason.apply(failure);
        }

        /** From here on the thread is somebody else's, and so is its being interrupted. */
        private synchronized void leave() {
            waiting = false;
            left = true;
            if (isGivenUp()) {
                Thread.interrupted();
            }
        }
    }
}
