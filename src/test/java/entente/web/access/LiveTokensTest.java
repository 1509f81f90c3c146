package entente.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveTokensTest {
    @TempDir
    private Path directory;

    private TokenFile file;
    private LiveTokens tokens;

    @BeforeEach
    void name() {
        file = new TokenFile(directory.resolve("tokens.json"));
        tokens = new LiveTokens(file);
    }

    @Test
    void takesATokenFromWhenItIsMadeUntilItIsRevoked() throws IOException {
        assertThat(tokens.isEmpty()).isTrue();

        String token = file.create("team", Role.reader, null).orElseThrow();
        assertThat(tokens.find(token))
                .hasValueSatisfying(known -> assertThat(known.name()).isEqualTo("team"));
        assertThat(tokens.find(token + "x")).isEmpty();

        file.revoke("team");
        assertThat(tokens.find(token)).isEmpty();
    }

    /** By its name, size and time nothing tells that it can be read now. */
    @Test
    void triesAFileAgainThatItCouldNotRead() throws IOException {
        String token = file.create("team", Role.reader, null).orElseThrow();
        byte[] written = Files.readAllBytes(file.path());
        FileTime modified = Files.getLastModifiedTime(file.path());

        overwrite(new byte[written.length], modified);
        assertThat(tokens.find(token)).isEmpty();
        overwrite(written, modified);
        assertThat(tokens.find(token)).isPresent();
    }

    private void overwrite(byte[] content, FileTime modified) throws IOException {
        Files.write(file.path(), content);
        Files.setLastModifiedTime(file.path(), modified);
    }
}
