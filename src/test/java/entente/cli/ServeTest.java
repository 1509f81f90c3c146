package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
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
            assertThat(ready(said)).contains("http://127.0.0.1:");
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

    private static String ready(BufferedReader said) throws IOException {
        return Objects.requireNonNull(said.readLine(), "serve ended before it was ready");
    }
}
