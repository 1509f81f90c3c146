package entente.graph.bundled;

import entente.graph.Keeper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the database of a data directory running: where its process ends and nobody asked for it, another one is
 * started on the same port, so that whoever is connected finds it again. Where it ends again and again, the pause
 * before the next start grows up to half a minute; it is never given up.
 */
final class Supervisor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

    /** Long enough to see that this process is being ended too, and short against the start of a database. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** Whoever lived as long died of something new. */
    private static final Duration LONG_LIFE = Duration.ofMinutes(1);

    private final Neo4jHome home;
    private final Path libraries;
    private final BundledSettings settings;
    private final Thread thread = new Thread(this::superviseUntilClosed, "entente-supervisor");
    private volatile DatabaseProcess process;
    private @Nullable DatabaseProcess told;
    private int restarts;
    private boolean answers = true;
    private volatile boolean closed;

    private Supervisor(Neo4jHome home, Path libraries, BundledSettings settings, DatabaseProcess process) {
        this.home = home;
        this.libraries = libraries;
        this.settings = settings.withPort(process.port());
        this.process = process;
    }

    /**
     * Begins to watch over a process.
     *
     * @param process one that has started; it is stopped when the supervisor is closed
     */
    static Supervisor over(Neo4jHome home, Path libraries, BundledSettings settings, DatabaseProcess process) {
        Supervisor supervisor = new Supervisor(home, libraries, settings, process);
        supervisor.thread.setDaemon(true);
        supervisor.thread.start();
        return supervisor;
    }

    /** Kills a database that no longer obeys, so that another one is started; nothing where that is under way. */
    synchronized void replace() {
        if (answers && !closed) {
            answers = false;
            LOG.warn("The bundled database does not end what it was told to end; its process is killed");
            process.kill();
        }
    }

    /** How often another process was started. */
    synchronized int restarts() {
        return restarts;
    }

    /** As {@link Keeper#lastCommit} has it. */
    long lastCommit() {
        return closed ? Keeper.NOT_TOLD : process.lastCommit();
    }

    private void superviseUntilClosed() {
        try {
            Duration pause = SHORTEST_PAUSE;
            while (!closed) {
                DatabaseProcess ended = process;
                long began = System.nanoTime();
                int status = ended.awaitEnd();
                answers(false);
                pause = System.nanoTime() - began > LONG_LIFE.toNanos() ? SHORTEST_PAUSE : pause;
                Thread.sleep(pause.toMillis());
                pause = longer(pause);
                if (!closed && !isEnding()) {
                    tell(ended, status);
                    startAgain();
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Once for each process: where starting another fails, that is told instead. */
    private void tell(DatabaseProcess ended, int status) {
        if (ended != told) {
            told = ended;
            LOG.warn("The bundled database {}; it is started again", reason(status));
        }
    }

    /** Where that fails, the loop finds at once that the process has ended, and tries again after a longer pause. */
    private void startAgain() {
        try {
            Deadline deadline = Deadline.in(settings.patience());
            home.awaitUnlocked(deadline);
            LoopbackPort.requireFree(settings.port());
            startUnlessClosed();
            process.awaitStarted(deadline);
            answers(true);
            LOG.info("The bundled database answers again");
        } catch (IOException | DatabaseStartException failure) {
            if (!closed) {
                LOG.warn("The bundled database could not be started again: {}", failure.getMessage());
            }
        }
    }

    private synchronized void startUnlessClosed() throws IOException {
        if (!closed) {
            process = DatabaseProcess.start(home, libraries, settings, settings.port());
            restarts++;
        }
    }

    private synchronized void answers(boolean now) {
        answers = now;
    }

    private static String reason(int status) {
        return switch (status) {
            case DatabaseProcess.OUT_OF_MEMORY -> "ran out of memory";
            case DatabaseProcess.KILLED -> "was killed";
            default -> "ended with status " + status;
        };
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    /** A signal to a whole group of processes ends the database and this one at once. */
    private static boolean isEnding() {
        Thread hook = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            return !Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            return true;
        }
    }

    /** Stops the database, also one that is being started, and starts none after that. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        thread.interrupt();
        process.stop();
    }
}
