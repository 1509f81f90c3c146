package entente.graph.bundled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    private static final Path HOME = Path.of("/home/ada");

    @TempDir
    Path temporary;

    @Test
    void isWhereTheSystemWantsTheDataOfItsUsers() {
        assertThat(DataDirectory.usualPath("Linux", Map.of(), HOME)).isEqualTo(HOME.resolve(".local/share/entente"));
        assertThat(DataDirectory.usualPath("Linux", Map.of("XDG_DATA_HOME", "/data"), HOME))
                .isEqualTo(Path.of("/data/entente"));
        assertThat(DataDirectory.usualPath("Linux", Map.of("XDG_DATA_HOME", "relative"), HOME))
                .isEqualTo(HOME.resolve(".local/share/entente"));
        assertThat(DataDirectory.usualPath("Mac OS X", Map.of(), HOME))
                .isEqualTo(HOME.resolve("Library/Application Support/Entente"));
        assertThat(DataDirectory.usualPath("Windows 11", Map.of("LOCALAPPDATA", "/local"), HOME))
                .isEqualTo(Path.of("/local/Entente"));
    }

    @Test
    void refusesAFile() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(() -> DataDirectory.at(file))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessage(
                        file + " cannot hold the bundled database: it is a file; name another directory with --data");
        assertThatThrownBy(() -> DataDirectory.at(file.resolve("below")))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("cannot hold the bundled database");
    }

    @Test
    void refusesADirectoryThatCannotBeWrittenTo() {
        Path directory = temporary.resolve("locked");
        assertThat(directory.toFile().mkdir()).isTrue();
        assertThat(directory.toFile().setWritable(false)).isTrue();
        assumeFalse(Files.isWritable(directory), "permissions do not bind this user");

        assertThatThrownBy(() -> DataDirectory.at(directory))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("it cannot be written to");
    }

    @Test
    void refusesAFullDisk() {
        assertThatThrownBy(() -> DataDirectory.at(temporary, Long.MAX_VALUE >> 20))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("MB left of the");
    }

    @Test
    void isHeldOnceAtATime() {
        DataDirectory directory = DataDirectory.at(temporary);
        try (Hold hold = directory.tryHold().orElseThrow()) {
            assertThat(hold).isNotNull();
            assertThat(directory.tryHold()).isEmpty();
            assertThat(directory.holder())
                    .isEqualTo(Long.toString(ProcessHandle.current().pid()));
        }

        Optional<Hold> next = directory.tryHold();
        assertThat(next).isPresent();
        next.orElseThrow().close();
    }

    @Test
    void ignoresTheEndpointOfAProcessThatIsGone() throws Exception {
        DataDirectory directory = DataDirectory.at(temporary);
        Process gone = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--version")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        gone.waitFor();

        new Endpoint("bolt://127.0.0.1:1", "neo4j", "secret", gone.pid(), true).writeTo(directory.endpointFile());
        assertThat(directory.endpoint()).isEmpty();

        Endpoint live = new Endpoint(
                "bolt://127.0.0.1:1", "neo4j", "secret", ProcessHandle.current().pid(), true);
        live.writeTo(directory.endpointFile());
        assertThat(directory.endpoint()).contains(live);
        assertThat(live.toString()).doesNotContain("secret");
    }

    @Test
    void ignoresHalfAnEndpoint() throws IOException {
        DataDirectory directory = DataDirectory.at(temporary);
        Files.writeString(directory.endpointFile(), "NEO4J_URI=bolt://127.0.0.1:1\nNEO4J_USERN");

        assertThat(directory.endpoint()).isEmpty();
    }
}
