package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenCommandTest {
    @TempDir
    private Path directory;

    private Program entente;

    @BeforeEach
    void program() {
        entente = new Program(directory);
    }

    @Test
    void showsATokenOnceAndListsWhatIsKnownOfIt() {
        Program.Run made = entente.run(
                "token", "create", "ada", "--role", "analyst", "--expires", "2999-12-31", "--data", "graph");
        assertThat(made.exitCode()).isZero();
        assertThat(made.lines()).hasSize(1);
        String token = made.lines().get(0);

        Program.Run listed = entente.run("token", "list", "--data", "graph");
        assertThat(listed.out())
                .contains("\"name\":\"ada\"", "\"role\":\"analyst\"", "\"lastDay\":\"2999-12-31\"")
                .contains("\"ending\":\"" + token.substring(token.length() - 4) + "\"")
                .doesNotContain(token);
    }

    @Test
    void revokesWhatThereIs() {
        Program named = entente.with("ENTENTE_TOKENS", "mine.json");
        assertThat(named.run("token", "create", "team").exitCode()).isZero();
        assertThat(directory.resolve("mine.json")).exists();

        assertThat(named.run("token", "create", "team").err()).contains("entente token revoke team");
        assertThat(named.run("token", "revoke", "team").exitCode()).isZero();
        Program.Run again = named.run("token", "revoke", "team");
        assertThat(again.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(again.err()).contains("entente token list");
        assertThat(named.run("token", "list").out()).isEmpty();
    }

    @Test
    void refusesWhatCannotBeMeant() {
        Stream.of(
                        new String[] {"token", "create", "Ada Lovelace", "--data", "graph"},
                        new String[] {"token", "create", "ada", "--expires", "2009-06-30", "--data", "graph"},
                        new String[] {"token", "create", "ada", "--role", "king", "--data", "graph"},
                        new String[] {"token"})
                .forEach(arguments -> {
                    Program.Run run = entente.run(arguments);
                    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
                    assertThat(run.err()).isNotBlank().doesNotContain("\tat ");
                });
        assertThat(directory.resolve("graph/tokens.json")).doesNotExist();
    }
}
