package entente.graph.bundled;

import entente.graph.Connection;
import entente.graph.Keeper;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A Neo4j on a data directory: started by this process, or joined because another one already runs it.
 *
 * <p>One that was started here and dies, or runs out of memory, is started again at the same address; until it answers,
 * reads fail with {@link entente.graph.GraphException.Away}. It ends with this process in any case, and cleanly when
 * {@link #close} is called. A program that a signal may end should therefore close it from a shutdown hook, which is
 * left to that program: it may have requests to answer first. Ctrl-C in a terminal does not reach the database itself.
 */
public final class BundledDatabase implements Keeper, AutoCloseable {
    private final Connection connection;
    private final @Nullable HeldDatabase held;
    private final AtomicBoolean closed = new AtomicBoolean();

    private BundledDatabase(Connection connection, @Nullable HeldDatabase held) {
        this.connection = connection;
        this.held = held;
    }

    /** Opens with {@link BundledSettings#defaults}. */
    public static BundledDatabase open(DataDirectory directory, Path neo4jLibraries) {
        return open(directory, neo4jLibraries, BundledSettings.defaults());
    }

    /**
     * Starts the directory's database, or joins the one that another process runs on it, and returns when it answers.
     *
     * @param neo4jLibraries the distribution's {@code neo4j/lib}; not looked at when joining
     * @param settings apply when starting; when joining, only their patience does
     * @throws DatabaseStartException if there is no database to be had, with the reason and a way out
     */
    public static BundledDatabase open(DataDirectory directory, Path neo4jLibraries, BundledSettings settings) {
        Deadline deadline = Deadline.in(settings.patience());
        while (true) {
            Optional<Hold> hold = directory.tryHold();
            if (hold.isPresent()) {
                HeldDatabase held = HeldDatabase.start(directory, hold.get(), neo4jLibraries, settings, deadline);
                return new BundledDatabase(held.connection(), held);
            }
            Optional<Endpoint> endpoint = directory.endpoint();
            if (endpoint.isPresent() && endpoint.get().lasting()) {
                return new BundledDatabase(endpoint.get().connection(), null);
            }
            if (deadline.hasPassed()) {
                throw endpoint.map(command -> heldBy(command, directory))
                        .orElseGet(() -> heldTooLong(directory, settings));
            }
            deadline.pause();
        }
    }

    private static DatabaseStartException heldBy(Endpoint command, DataDirectory directory) {
        return new DatabaseStartException(
                "%s is held by a command, process %d, with which its database will end; wait for it, or name another directory with --data"
                        .formatted(directory.path(), command.holder()));
    }

    private static DatabaseStartException heldTooLong(DataDirectory directory, BundledSettings settings) {
        return new DatabaseStartException(
                "Process %s holds %s and its database did not answer within %d s; end it, or name another directory with --data"
                        .formatted(
                                directory.holder(),
                                directory.path(),
                                settings.patience().toSeconds()));
    }

    /** Where the database answers, as long as the process that started it runs. */
    public Connection connection() {
        return connection;
    }

    /** Whether another process runs this database, and closing leaves it running. */
    public boolean isJoined() {
        return held == null;
    }

    /**
     * Kills a database that no longer ends what it is told to end. It comes back by itself, as after any other death,
     * at the same address. One that was joined is left to the process that started it.
     */
    @Override
    public void restart() {
        if (held != null) {
            held.restart();
        }
    }

    @Override
    public boolean holds() {
        return held != null;
    }

    /** How often this process has started it again. */
    @Override
    public int restarts() {
        return held == null ? 0 : held.restarts();
    }

    /** Of one that was joined nothing is known. */
    @Override
    public long lastCommit() {
        return held == null ? NOT_TOLD : held.lastCommit();
    }

    /** Stops a database that this process started, which takes about a second, and leaves a joined one running. */
    @Override
    public void close() {
        if (held != null && closed.compareAndSet(false, true)) {
            held.close();
        }
    }
}
