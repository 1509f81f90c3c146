package entente.graph.bundled;

import entente.graph.Keeper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Neo4j in a process of its own, tied to this one by its standard input: when that closes, it ends. Knows nothing of
 * who may run the store; the same home can be started again after its process ended.
 */
final class DatabaseProcess {
    /** What the process gets beyond the time that it gives itself to stop. */
    private static final Duration DELAY = Duration.ofSeconds(5);

    /** The exit status of a Java that ran out of memory. */
    static final int OUT_OF_MEMORY = 3;

    /** The exit status of a process that was ended by SIGKILL. */
    static final int KILLED = 137;

    private static final String MAIN = "entente.graph.bundled.lifeline.Lifeline";

    private final Process process;
    private final DatabaseLog log;
    private final BundledSettings settings;
    private final CommitBoard commits;

    private DatabaseProcess(Process process, DatabaseLog log, BundledSettings settings, CommitBoard commits) {
        this.process = process;
        this.log = log;
        this.settings = settings;
        this.commits = commits;
    }

    /**
     * Starts Neo4j and does not wait for it.
     *
     * @param libraries the directory with Neo4j's jars and the lifeline's
     * @throws DatabaseStartException if they are not there
     */
    static DatabaseProcess start(Neo4jHome home, Path libraries, BundledSettings settings, int port)
            throws IOException {
        requireLibraries(libraries);
        home.writeSettings(settings, port);
        CommitBoard commits = CommitBoard.wiped(home.commitBoard());
        String firstPassword = home.isNew() ? home.password() : "";
        ProcessBuilder builder = new ProcessBuilder(command(home, libraries, settings, commits.file()))
                .directory(home.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.log().toFile());
        builder.environment().keySet().removeIf(DatabaseProcess::meantForAnother);
        Process process = builder.start();
        tell(process, firstPassword + "\n");
        return new DatabaseProcess(process, new DatabaseLog(home.log()), settings.withPort(port), commits);
    }

    private static void requireLibraries(Path libraries) {
        if (!Files.isDirectory(libraries)) {
            throw new DatabaseStartException(
                    "The bundled Neo4j is missing from %s; build it with mvn package, or set NEO4J_URI to use another"
                            .formatted(libraries));
        }
    }

    private static List<String> command(Neo4jHome home, Path libraries, BundledSettings settings, String board) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (settings.archive() != null) {
            command.addAll(settings.archive().javaOptions());
        }
        command.addAll(settings.javaOptions());
        command.addAll(List.of(
                "-Xms%dm".formatted(settings.heapMegabytes() / 2),
                "-Xmx%dm".formatted(settings.heapMegabytes()),
                // Neo4j limps on after it ran out of memory, with threads missing. Ended, it can be started again.
                "-XX:+ExitOnOutOfMemoryError",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--add-opens=java.base/java.io=ALL-UNNAMED",
                "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                "-cp",
                libraries.toAbsolutePath().resolve("*").toString(),
                MAIN,
                home.path().toString(),
                home.settings().toString(),
                board,
                String.valueOf(settings.grace().toSeconds())));
        return command;
    }

    /** Variables by which this process's own Java is debugged or its Neo4j found. */
    private static boolean meantForAnother(String variable) {
        return variable.startsWith("NEO4J_")
                || variable.equals("JAVA_TOOL_OPTIONS")
                || variable.equals("JDK_JAVA_OPTIONS");
    }

    private static void tell(Process process, String line) {
        try {
            OutputStream input = process.getOutputStream();
            input.write(line.getBytes(StandardCharsets.US_ASCII));
            input.flush();
        } catch (IOException e) {
            // It ended at once; its log says why, and whoever waits for it reads that.
        }
    }

    /**
     * Waits until Bolt answers.
     *
     * @throws DatabaseStartException if the process ends instead, or is not ready in time; it is stopped then
     */
    void awaitStarted(Deadline deadline) {
        while (!log.saysStarted()) {
            if (!process.isAlive()) {
                throw log.failure(settings, settings.port());
            }
            if (deadline.hasPassed()) {
                process.destroyForcibly();
                throw log.failure("The bundled database did not start within %d s, which a busy machine may cause"
                        .formatted(settings.patience().toSeconds()));
            }
            deadline.pause();
        }
    }

    int port() {
        return settings.port();
    }

    /** As {@link Keeper#lastCommit} has it. */
    long lastCommit() {
        return process.isAlive() ? commits.lastCommit() : Keeper.NOT_TOLD;
    }

    /** Waits until the process has ended, and returns its exit status. */
    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** Ends it at once; its store recovers at the next start. */
    void kill() {
        process.destroyForcibly();
    }

    /** Asks Neo4j to end, and makes it end where it takes too long. */
    void stop() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // Closed is what it is.
        }
        try {
            if (!process.waitFor(settings.grace().plus(DELAY).toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
