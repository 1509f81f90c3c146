package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
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
    void saysWhenItsPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Program.Run run = new Program(directory)
                    .run("serve", "--port", Integer.toString(taken.getLocalPort()), "--data", "graph");

            assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(run.err()).contains("Choose another port with --port").doesNotContain("\tat ");
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

    private static HttpResponse<String> get(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String ready(BufferedReader said) throws IOException {
        return Objects.requireNonNull(said.readLine(), "serve ended before it was ready");
    }
}
