package entente.cli;

import entente.graph.Connection;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The program as users start it: a process of its own, in a directory, with an environment. */
final class Program {
    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();
    private String input = "";

    /** @param directory where it runs */
    Program(Path directory) {
        this.directory = directory;
        environment.put("ENTENTE_CYPHER", System.getProperty("entente.cypher"));
        environment.put("ENTENTE_NEO4J_JAVA_OPTS", "-XX:TieredStopAtLevel=1"); // as its own Java has
    }

    /** What a process left behind. */
    record Run(int exitCode, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    /** The graph is in this database. */
    Program on(Connection connection) {
        with("NEO4J_URI", connection.uri());
        with("NEO4J_USERNAME", String.valueOf(connection.username()));
        return with("NEO4J_PASSWORD", String.valueOf(connection.password()));
    }

    Program with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** This is on its standard input. */
    Program given(String text) {
        input = text;
        return this;
    }

    /** Runs it to its end. Its output goes to files, since a full pipe would block it. */
    Run run(String... arguments) {
        try {
            Path out = Files.createTempFile("entente", ".out");
            Path err = Files.createTempFile("entente", ".err");
            Process process = builder(arguments)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            feed(process);
            Run run = new Run(process.onExit().join().exitValue(), text(out), text(err));
            Files.delete(out);
            Files.delete(err);
            return run;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Starts it and lets it run; what it says on standard error goes to that of the tests. */
    Process start(String... arguments) throws IOException {
        return builder(arguments).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /** Starts it and lets it run; what it says on standard error goes to a file. */
    Process startTelling(Path err, String... arguments) throws IOException {
        return builder(arguments).redirectError(err.toFile()).start();
    }

    /** Gives it its input. One that fails may end before it has read all of it: what it left unread breaks the pipe. */
    private void feed(Process process) throws IOException {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException broken) {
            if (process.onExit().join().exitValue() == 0) {
                throw broken;
            }
        }
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", // as the distribution's command has it; later Javas warn without
                "-cp",
                System.getProperty("java.class.path"),
                "-Dentente.home=" + System.getProperty("entente.home"),
                "entente.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("NEO4J_") || name.startsWith("ENTENTE_"));
        builder.environment().putAll(environment);
        return builder;
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
