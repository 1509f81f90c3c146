package entente.graph.bundled;

import entente.graph.Connection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The database of a data directory that this process holds, and its endpoint file for those who join. */
final class HeldDatabase implements AutoCloseable {
    private static final int PORTS_TO_TRY = 3;

    private final DataDirectory directory;
    private final Hold hold;
    private final Supervisor supervisor;
    private final Endpoint endpoint;

    private HeldDatabase(DataDirectory directory, Hold hold, Supervisor supervisor, Endpoint endpoint) {
        this.directory = directory;
        this.hold = hold;
        this.supervisor = supervisor;
        this.endpoint = endpoint;
    }

    /**
     * Starts the database and waits until it answers.
     *
     * @param hold closed with the database, or at once where it does not start
     */
    static HeldDatabase start(
            DataDirectory directory, Hold hold, Path libraries, BundledSettings settings, Deadline deadline) {
        try {
            return new Start(directory, libraries, settings, deadline).holding(hold);
        } catch (IOException e) {
            hold.close();
            throw directory.unusable(e);
        } catch (RuntimeException e) {
            hold.close();
            throw e;
        }
    }

    Connection connection() {
        return endpoint.connection();
    }

    /** Starts the database anew where it does not obey; it stays where it is. */
    void restart() {
        supervisor.replace();
    }

    int restarts() {
        return supervisor.restarts();
    }

    long lastCommit() {
        return supervisor.lastCommit();
    }

    /** In this order: nobody joins a database that stops, and nobody holds the directory before it has. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(directory.endpointFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            supervisor.close();
            hold.close();
        }
    }

    private record Start(DataDirectory directory, Path libraries, BundledSettings settings, Deadline deadline) {
        HeldDatabase holding(Hold hold) throws IOException {
            Files.deleteIfExists(directory.endpointFile());
            Neo4jHome home = new Neo4jHome(directory);
            String password = home.password();
            home.awaitUnlocked(deadline);
            DatabaseProcess process = settings.port() == 0 ? onAnyPort(home) : onPort(home, settings.port());
            try {
                Endpoint endpoint = new Endpoint(
                        "bolt://127.0.0.1:" + process.port(),
                        Neo4jHome.USER,
                        password,
                        ProcessHandle.current().pid(),
                        settings.lasting());
                endpoint.writeTo(directory.endpointFile());
                return new HeldDatabase(directory, hold, Supervisor.over(home, libraries, settings, process), endpoint);
            } catch (IOException | RuntimeException e) {
                process.stop();
                throw e;
            }
        }

        private DatabaseProcess onAnyPort(Neo4jHome home) throws IOException {
            for (int attempt = 1; ; attempt++) {
                try {
                    return onPort(home, LoopbackPort.free());
                } catch (PortTakenException e) {
                    if (attempt == PORTS_TO_TRY) {
                        throw e;
                    }
                }
            }
        }

        private DatabaseProcess onPort(Neo4jHome home, int port) throws IOException {
            LoopbackPort.requireFree(port);
            DatabaseProcess process = DatabaseProcess.start(home, libraries, settings, port);
            try {
                process.awaitStarted(deadline);
                return process;
            } catch (RuntimeException e) {
                process.stop();
                throw e;
            }
        }
    }
}
