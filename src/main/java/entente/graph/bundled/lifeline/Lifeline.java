package entente.graph.bundled.lifeline;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Runs Neo4j for as long as standard input stays open. The process that started it holds the other end, and the
 * operating system closes that end however the process goes: a database never outlives who asked for it. Meanwhile it
 * tells that process of its commits.
 *
 * <p>The first line of standard input is the password that a new store begins with; it is empty for a store that has
 * one. It comes this way because arguments and environment can be read by others on the machine.
 */
final class Lifeline {
    private static final String[] SIGNALS = {"INT", "TERM", "HUP"};
    private static final String[] WINDOWS_SIGNALS = {"INT", "TERM"};

    private Lifeline() {}

    /**
     * Takes Neo4j's home, its directory of settings, the file of the board where it is to tell of its commits (empty
     * for none), and how many seconds Neo4j may take to stop; what it had not written by then it recovers at its next
     * start.
     */
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        String home = arguments[0];
        String settings = arguments[1];
        String board = arguments[2];
        Duration grace = Duration.ofSeconds(Long.parseLong(arguments[3]));
        String password = firstLine(System.in);
        inBackground("lifeline", () -> endWithStandardInput(grace));
        if (!password.isEmpty()) {
            setInitialPassword(Path.of(home), Path.of(settings), password);
        }
        Object neo4j = startNeo4j("--home-dir=" + home, "--config-dir=" + settings, "--console-mode");
        ignoreSignals();
        if (!board.isEmpty()) {
            tellOfCommits(neo4j, Path.of(board));
        }
    }

    private static String firstLine(InputStream input) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new EOFException("whoever started this is gone");
            }
            line.append((char) next);
        }
        return line.toString();
    }

    private static void endWithStandardInput(Duration grace) {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // A standard input that cannot be read is as gone as one that was closed.
        }
        inBackground("last-resort", () -> haltAfter(grace));
        System.exit(0);
    }

    private static void haltAfter(Duration grace) {
        try {
            Thread.sleep(grace.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }

    private static void inBackground(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void setInitialPassword(Path home, Path settings, String password)
            throws ReflectiveOperationException {
        Class<?> context = Class.forName("org.neo4j.cli.ExecutionContext");
        Object here = context.getConstructor(Path.class, Path.class).newInstance(home, settings);
        Object status = Class.forName("org.neo4j.cli.AdminTool")
                .getMethod("execute", context, String[].class)
                .invoke(null, here, new String[] {"dbms", "set-initial-password", password});
        if (!Integer.valueOf(0).equals(status)) {
            throw new IllegalStateException("Neo4j refused the password for its new store");
        }
    }

    /** Does what Neo4j's main class does, which has no hold on what it starts. */
    private static Object startNeo4j(String... arguments) throws ReflectiveOperationException {
        Object neo4j = Class.forName("org.neo4j.server.CommunityBootstrapper")
                .getConstructor()
                .newInstance();
        Object status = Class.forName("org.neo4j.server.NeoBootstrapper")
                .getMethod("start", Class.forName("org.neo4j.server.Bootstrapper"), String[].class)
                .invoke(null, neo4j, arguments);
        if (!Integer.valueOf(0).equals(status)) {
            System.exit((Integer) status);
        }
        return neo4j;
    }

    /** Where that fails, Neo4j has to be asked instead. */
    private static void tellOfCommits(Object neo4j, Path board) {
        try {
            CommitTeller.start(
                    neo4j.getClass().getMethod("getDatabaseManagementService").invoke(neo4j), board);
        } catch (Exception | LinkageError failure) {
            System.err.println("This Neo4j does not tell of its commits: " + failure);
        }
    }

    /**
     * Ctrl-C in a terminal, or whoever ends a whole group of processes, reaches this process too, while the one at the
     * other end may still have requests to answer. That one decides. Neo4j installs a handler of its own when it
     * starts, hence only afterwards.
     */
    private static void ignoreSignals() throws ReflectiveOperationException {
        for (String name : System.getProperty("os.name").startsWith("Windows") ? WINDOWS_SIGNALS : SIGNALS) {
            ignore(name);
        }
    }

    private static void ignore(String name) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        signal.getMethod("handle", signal, handler)
                .invoke(
                        null,
                        signal.getConstructor(String.class).newInstance(name),
                        handler.getField("SIG_IGN").get(null));
    }
}
