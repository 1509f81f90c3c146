package entente.graph.bundled;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Another process that opens a data directory's database, and has it open until its standard input closes. */
final class Holder implements AutoCloseable {
    private static final String JOINED = "database joined";
    private static final String STARTED = "database started";

    private final Process process;
    private final boolean joined;

    private Holder(Process process, boolean joined) {
        this.process = process;
        this.joined = joined;
    }

    static Holder open(Path directory) throws IOException {
        Process process = start(Holder.class, directory);
        return new Holder(process, lastLineOfStart(process.inputReader()).equals(JOINED));
    }

    /** Starts a program of the tests on a data directory. */
    static Process start(Class<?> program, Path directory) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dentente.home=" + System.getProperty("entente.home"),
                        program.getName(),
                        directory.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Whether the other process joined a running database. */
    boolean joined() {
        return joined;
    }

    /** Skips what else is printed, such as a log. */
    private static String lastLineOfStart(BufferedReader output) throws IOException {
        String line = output.readLine();
        while (line != null && !line.equals(JOINED) && !line.equals(STARTED)) {
            line = output.readLine();
        }
        return Objects.requireNonNull(line, "the other process ended early");
    }

    /** The database's process. */
    ProcessHandle database() {
        return process.children().findFirst().orElseThrow();
    }

    /** Sends SIGTERM. */
    void terminate() {
        process.destroy();
        process.onExit().join();
    }

    /** Sends SIGKILL. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }

    public static void main(String[] arguments) throws IOException {
        DataDirectory directory = DataDirectory.at(Path.of(arguments[0]));
        try (BundledDatabase database = BundledDatabase.open(directory, Signing.NEO4J_LIBRARIES)) {
            Signing.in(database, "CREATE (:Visit {by: 'another process'}) RETURN 1");
            System.out.println(database.isJoined() ? JOINED : STARTED);
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
