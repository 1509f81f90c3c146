package entente.cli;

import entente.graph.bundled.ClassArchive;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server over the sample that does what a first user asks of it and ends, so that Java can tell which classes that
 * takes. It runs in a process of its own, since Java makes the archive when a process ends.
 */
final class TrainingRun {
    private static final Pattern READY = Pattern.compile("ready at (http://\\S+)/");
    private static final List<String> ASKED = List.of(
            "/",
            "/api/v1/ask?q=who+backs+the+Osh+base",
            "/api/v1/entities/osh-base/subgraph",
            "/api/v1/entities?q=osh");

    private final Path directory;

    /** @param directory where the archives are made and the server keeps its graph */
    TrainingRun(Path directory) {
        this.directory = directory;
    }

    /**
     * Runs the server to its end, which takes half a minute.
     *
     * @return the archives that it left
     * @throws IOException if it left none, with what it said instead
     */
    List<Path> run() throws IOException, InterruptedException {
        List<Path> archives = List.of(directory.resolve("entente.jsa"), directory.resolve("neo4j.jsa"));
        Path log = directory.resolve("log");
        Process server = start(archives.get(0), archives.get(1), log);
        try (BufferedReader out = server.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                Matcher ready = READY.matcher(line);
                if (ready.find()) {
                    ask(ready.group(1));
                    server.toHandle().destroy(); // the process's own method would close what is still to be read
                }
            }
            server.waitFor();
        } finally {
            server.destroyForcibly().waitFor();
        }
        for (Path archive : archives) {
            if (!Files.isRegularFile(archive)) {
                throw new IOException(
                        "no archive was made: " + Files.readString(log).strip());
            }
        }
        return archives;
    }

    private Process start(Path ours, Path neo4j, Path log) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(new ClassArchive(ours, true).javaOptions());
        command.addAll(List.of(
                "-Dentente.home=" + Distribution.home(),
                "-D" + Distribution.MADE_NEO4J_ARCHIVE + "=" + neo4j,
                "-cp",
                System.getProperty("java.class.path"),
                "entente.Main",
                "serve",
                "--port",
                "0",
                "--data",
                directory.resolve("graph").toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        // Nothing that the environment says of a server holds for this one, but where the saved queries are.
        builder.environment().keySet().removeIf(name -> name.startsWith("ENTENTE_") && !name.equals("ENTENTE_CYPHER"));
        return builder.start();
    }

    private static void ask(String server) throws IOException {
        for (String path : ASKED) {
            try (InputStream answer = URI.create(server + path).toURL().openStream()) {
                answer.transferTo(OutputStream.nullOutputStream());
            }
        }
    }
}
