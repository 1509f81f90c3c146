package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailuresTest {
    @TempDir
    private Path directory;

    @Test
    void saysThatTheDatabaseIsAway() throws IOException {
        String address = "bolt://127.0.0.1:" + closedPort();
        Program.Run run = new Program(directory).with("NEO4J_URI", address).run("dossiers");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DATABASE_AWAY);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("entente: ")
                .contains("is it running at " + address)
                .doesNotContain("\tat ");
    }

    @Test
    void proposesTheSchemeThatAnAddressLacks() {
        Program.Run run =
                new Program(directory).with("NEO4J_URI", "localhost:7995").run("dossiers");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("did you mean bolt://localhost:7995?");
    }

    @Test
    void refusesToBeOpenToOthersWithoutLeave() {
        Program.Run run = new Program(directory).run("serve", "--host", "0.0.0.0", "--data", "never");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("entente: ").contains("--allow-open").doesNotContain("\tat ");
        assertThat(directory.resolve("never")).doesNotExist();
    }

    @Test
    void saysInAFewLinesWhatIsWrongWithTheArguments() {
        Program.Run run = new Program(directory).run("load", "--dry-rum", "my-topic.yaml");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err().lines())
                .hasSizeLessThanOrEqualTo(3)
                .anyMatch(line -> line.contains("--dry-rum"))
                .endsWith("Try: entente load --help");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
