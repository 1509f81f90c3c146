package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeTest {
    @TempDir
    private Path directory;

    @Test
    void sharesItsDatabaseWhileItRunsAndEndsWithIt() throws Exception {
        Program entente = new Program(directory);
        Process serve = entente.start("serve", "--port", "0", "--data", "graph");
        try (BufferedReader said = serve.inputReader()) {
            String ready = ready(said);
            assertThat(ready).contains("http://127.0.0.1:");
            HttpResponse<String> first =
                    get(ready.replaceFirst(".* (http://\\S+)/$", "$1") + "/api/v1/ask?q=who+backs+the+Osh+base");
            assertThat(first.body()).contains("\"russia\"");
            ProcessHandle database = serve.children().findFirst().orElseThrow();

            Program.Run asked = entente.run("ask", "who backs the Osh base?", "--data", "graph");
            assertThat(asked.exitCode()).isZero();
            assertThat(asked.out()).contains("\"russia\"");
            assertThat(database.isAlive()).isTrue();

            serve.destroy(); // SIGTERM
            assertThat(serve.waitFor(10, TimeUnit.SECONDS)).isTrue();
            database.onExit().get(10, TimeUnit.SECONDS);
        } finally {
            serve.destroyForcibly();
        }
    }

    @Test
    void saysThatItsPortIsTakenBeforeItMakesAGraph() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Program.Run run = new Program(directory)
                    .run("serve", "--port", Integer.toString(taken.getLocalPort()), "--data", "graph");

            assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(run.err()).contains("Choose another port with --port").doesNotContain("\tat ");
            assertThat(directory.resolve("graph")).doesNotExist();
        }
    }

    @Test
    void takesTheOptionToBeOpenAlsoWhereTheEnvironmentSaysIt() {
        Program.Run run = new Program(directory)
                .with("ENTENTE_ALLOW_OPEN", "true")
                .with("NEO4J_URI", "bolt://127.0.0.1:1")
                .run("serve", "--allow-open", "--host", "0.0.0.0");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DATABASE_AWAY);
    }

    @Test
    void refusesAPortThatIsNone() {
        Program.Run run = new Program(directory).run("serve", "--port", "70000");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("0 to 65535");
    }

    @Test
    void endsWhatIsUnderWayAndTakesNothingNewWhenItIsToldToEnd() throws Exception {
        Process serve = new Program(directory)
                .with("ENTENTE_CYPHER", withoutQueries().toString()) // no reads but the one that is asked for
                .start("serve", "--port", "0", "--data", "graph", "--timeout", "30");
        try (BufferedReader said = serve.inputReader()) {
            URI url = URI.create(ready(said).replaceFirst(".* (http://\\S+)/$", "$1"));
            HttpRequest lasting = HttpRequest.newBuilder(url.resolve("/api/v1/cypher"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"statement\": \"UNWIND range(1, 30000000) AS x RETURN sum(x) AS sum\"}"))
                    .build();
            try (Socket kept = new Socket(url.getHost(), url.getPort())) {
                CompletableFuture<HttpResponse<String>> answer =
                        HttpClient.newHttpClient().sendAsync(lasting, HttpResponse.BodyHandlers.ofString());
                while (!get(url + "/metrics").body().contains("entente_reads_active 1.0")) {
                    assertThat(answer).isNotDone();
                }
                serve.destroy(); // SIGTERM
                awaitRefusal(url);
                assertThat(answer).isNotDone();
                assertThat(readyAgain(kept))
                        .satisfiesAnyOf(
                                hungUp -> assertThat(hungUp).isEmpty(),
                                refused -> assertThat(refused).startsWith("HTTP/1.1 503 "));

                HttpResponse<String> whole = answer.get(30, TimeUnit.SECONDS);
                assertThat(whole.statusCode()).isEqualTo(200);
                assertThat(whole.body()).contains("450000015000000");
            }
            assertThat(serve.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            serve.destroyForcibly();
        }
    }

    /** What the program reads, with no saved query that the database has to judge. */
    private Path withoutQueries() throws IOException {
        Path cypher = directory.resolve("cypher");
        Files.createDirectories(cypher.resolve("queries"));
        Path schema = Files.createDirectory(cypher.resolve("schema"));
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("entente.cypher"), "schema"))) {
            for (Path file : files.toList()) {
                Files.copy(file, schema.resolve(file.getFileName()));
            }
        }
        return cypher;
    }

    private static void awaitRefusal(URI url) throws Exception {
        while (true) {
            try (Socket taken = new Socket(url.getHost(), url.getPort())) {
                assertThat(taken.isConnected()).isTrue();
                Thread.sleep(20);
            } catch (ConnectException refused) {
                return;
            }
        }
    }

    /** What a server that stops says on a connection that was there before: nothing, or that it is not ready. */
    private static String readyAgain(Socket kept) throws IOException {
        try {
            kept.getOutputStream()
                    .write("GET /readyz HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            return new String(kept.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException hungUp) {
            return "";
        }
    }

    @Test
    void logsRequestsAsObjectsWithoutWhatWasAsked() throws Exception {
        Path log = directory.resolve("log");
        Process serve = new Program(directory)
                .with("ENTENTE_LOG_FORMAT", "json")
                .startTelling(log, "serve", "--port", "0", "--data", "graph", "--log-requests");
        try (BufferedReader said = serve.inputReader()) {
            String url = ready(said).replaceFirst(".* (http://\\S+)/$", "$1");
            get(url + "/api/v1/entities/secret-name?asOf=2009-07-31");
            serve.destroy();
            assertThat(serve.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            serve.destroyForcibly();
        }
        assertThat(Files.readString(log))
                .doesNotContain("secret-name", "2009-07-31")
                .as("it was stopped while its queries were judged")
                .doesNotContain("\tat ");
        assertThat(Files.readAllLines(log))
                .filteredOn(line -> line.startsWith("{"))
                .anySatisfy(line -> assertThat(line)
                        .contains("\"logger_name\":\"entente.requests\"", "\"requestId\":\"", "\"status\":404")
                        .contains("\"route\":\"/api/v1/entities/{id}\"", "\"code\":\"unknown-entity\""));
    }

    private static HttpResponse<String> get(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String ready(BufferedReader said) throws IOException {
        return Objects.requireNonNull(said.readLine(), "serve ended before it was ready");
    }
}
