package entente.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The program as it was built, which serves in a process of its own. */
final class BuiltServer implements AutoCloseable {
    private static final Path HOME = Path.of(System.getProperty("entente.home"));
    private static final Pattern READY = Pattern.compile("Entente is ready at (http://\\S+)/");

    private final Process process;
    private final URI address;

    private BuiltServer(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param directory where it keeps its log, and its graph where the environment names no database
     */
    static BuiltServer start(Path directory, Map<String, String> environment, String... options) throws IOException {
        Path log = directory.resolve("serve.log");
        List<String> command =
                new ArrayList<>(List.of(HOME.resolve("bin/entente").toString(), "serve", "--port", "0"));
        if (!environment.containsKey("NEO4J_URI")) {
            command.addAll(List.of("--data", directory.resolve("graph").toString()));
        }
        command.addAll(List.of(options));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                return new BuiltServer(process, URI.create(ready.group(1)));
            }
        }
        throw new AssertionError(Files.readString(log));
    }

    URI address() {
        return address;
    }

    /** The database that it started. */
    ProcessHandle database() {
        return process.children().findFirst().orElseThrow();
    }

    /** Ends it at once, as SIGKILL does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** How many files and connections it has open. */
    long descriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return open.count();
        }
    }

    /** How much of its heap it holds, in bytes, once what it no longer needs has been collected. */
    double heapAfterCollection() throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        int status = new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("jcmd ended with status " + status);
        }
        return measured("jvm_memory_used_bytes", "area=\"heap\"");
    }

    /** The status of what a path answers; the answer is read to its end. */
    int status(String path) throws IOException {
        return status((HttpURLConnection) address.resolve(path).toURL().openConnection());
    }

    /** What a path answers, and the tag that it bears. */
    String answer(String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) address.resolve(path).toURL().openConnection();
        try (InputStream body = connection.getInputStream()) {
            return connection.getHeaderField("ETag") + " " + new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The status of what a statement is answered with; the answer is read to its end. */
    int statusOfStatement(String body) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) address.resolve("/api/v1/cypher").toURL().openConnection();
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return status(connection);
    }

    /** One that has no time for a request has to say when to try again, or its answer is taken for none. */
    private static int status(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        if (status == 503 && connection.getHeaderField("Retry-After") == null) {
            throw new IOException("a 503 without Retry-After");
        }
        try (InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            body.readAllBytes();
        }
        return status;
    }

    /** The sum of all values of a name, and of those that have a label if one is given, among what it measures. */
    double measured(String name, String... labels) throws IOException {
        try (InputStream body = address.resolve("/metrics").toURL().openStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                    .filter(line -> Stream.of(labels).allMatch(line::contains))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .sum();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
