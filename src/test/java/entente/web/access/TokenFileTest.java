package entente.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTest {
    @TempDir
    private Path directory;

    private TokenFile file;

    @BeforeEach
    void name() {
        file = new TokenFile(directory.resolve("new/tokens.json"));
    }

    @Test
    void keepsNoTokenItself() throws IOException {
        String token = file.create("team", Role.reader, null).orElseThrow();

        assertThat(token).matches("entente_[A-Za-z0-9_-]{43}");
        assertThat(Files.readString(file.path())).doesNotContain(token.substring("entente_".length()));
        assertThat(file.read()).hasSize(1).allSatisfy(kept -> {
            assertThat(kept.name()).isEqualTo("team");
            assertThat(token).endsWith(kept.ending());
            assertThat(kept.hasHash(Token.hashOf(token))).isTrue();
        });
    }

    @Test
    void isForItsOwnerOnly() throws IOException {
        file.create("team", Role.reader, null);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(file.path().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void takesANameOnce() throws IOException {
        file.create("team", Role.reader, null);

        assertThat(file.create("team", Role.analyst, null)).isEmpty();
        assertThat(file.read()).extracting(Token::role).containsExactly(Role.reader);
        assertThat(file.revoke("team")).isTrue();
        assertThat(file.revoke("team")).isFalse();
        assertThat(file.create("team", Role.analyst, null)).isPresent();
    }

    @Test
    void saysWhatIsNoListOfTokens() throws IOException {
        Files.createDirectories(file.path().getParent());
        for (String spoilt : List.of("{}", "[{\"name\": \"team\"}]", "[", "[null]", "null")) {
            Files.writeString(file.path(), spoilt);
            assertThatThrownBy(file::read)
                    .as(spoilt)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(file.path() + ": is no list of tokens");
        }
    }

    @Test
    void losesNoneThatAreMadeAfterEachOther() throws IOException {
        for (int number = 0; number < 20; number++) {
            file.create("team-" + number, Role.reader, null);
        }

        assertThat(file.read())
                .extracting(Token::name)
                .containsExactlyElementsOf(IntStream.range(0, 20)
                        .mapToObj(number -> "team-" + number)
                        .toList());
    }
}
