package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Neo4jExtension;
import entente.graph.Connection;
import entente.graph.Graph;
import entente.graph.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code load}, {@code remove}, {@code dossiers} and {@code digest}. */
@Tag("database")
@ExtendWith(Neo4jExtension.class)
class DossierCommandsTest {
    private static final String RURITANIA = """
            dossier: ruritania
            title: Ruritania’s borders
            sources: [{id: gazette, title: The Gazette}]
            actors:
              - {id: ruritania, kind: State, name: Ruritania}
              - {id: graustark, kind: State, name: Graustark}
            borders:
              - [ruritania, graustark]
            """;

    private static final String PACT = """
            dossier: pact
            sources: [{id: gazette, title: The Gazette}]
            refers: [ruritania]
            agreements:
              - {id: the-pact, name: The Pact, signedOn: 1905-03}
            signatures:
              - {actor: ruritania, agreement: the-pact, on: 1905-03}
            """;

    @TempDir
    private Path directory;

    private Program entente;
    private Graph graph;

    @BeforeEach
    void program(Connection connection, Graph given) throws IOException {
        entente = new Program(directory).on(connection);
        graph = given;
        write("ruritania.yaml", RURITANIA);
        write("pact.yaml", PACT);
    }

    @Test
    void tellsWhatLoadingWouldChangeAndWritesNothing() {
        Program.Run run = entente.run("load", "--dry-run", "ruritania.yaml");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("ruritania, if it were loaded:").contains("    + graustark");
        assertThat(entente.run("load", "--dry-run", "states").exitCode()).isZero();
        assertThat(entente.run("check", "ruritania.yaml").exitCode()).isZero();
        assertNothingIsWritten();
    }

    @Test
    void loadsListsAndRemovesDossiers() {
        Program.Run loaded = entente.run("load", "pact.yaml", "ruritania.yaml");
        assertThat(loaded.exitCode()).isZero();
        assertThat(loaded.out()).contains("pact:", "ruritania:", "entities       2 created, 0 changed");

        Program.Run listed = entente.with("LC_ALL", "C").run("dossiers");
        assertThat(listed.lines())
                .hasSize(4)
                .anyMatch(line -> line.startsWith("{\"id\":\"states\""))
                .anyMatch(line -> line.startsWith("{\"id\":\"osh-base-2009\""))
                .anyMatch(line -> line.startsWith("{\"id\":\"pact\""))
                .anyMatch(line -> line.startsWith("{\"id\":\"ruritania\",\"title\":\"Ruritania’s borders\""));

        Program.Run refused = entente.run("remove", "ruritania");
        assertThat(refused.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(refused.err()).contains("it is used by pact").doesNotContain("\tat ");

        Program.Run removed = entente.run("remove", "pact");
        assertThat(removed.exitCode()).isZero();
        assertThat(removed.out()).startsWith("pact: removed");
        assertThat(entente.run("dossiers").lines()).hasSize(3);
    }

    @Test
    void givesEqualGraphsOneDigest() {
        entente.run("load", "ruritania.yaml", "pact.yaml");
        Program.Run first = entente.run("digest");
        Program.Run again = entente.run("load", "ruritania.yaml");

        assertThat(first.exitCode()).isZero();
        assertThat(first.out()).isNotBlank();
        assertThat(again.out()).contains("ruritania: unchanged");
        assertThat(entente.run("digest").out()).isEqualTo(first.out());
    }

    @Test
    void reportsAllThatIsWrongWithItsPlaceAndWritesNothing() throws IOException {
        write("wrong.yaml", PACT.replace("[ruritania]", "[ruritani]").replace("on: 1905-03", "on: 1905-13"));

        Program.Run run = entente.run("load", "ruritania.yaml", "wrong.yaml");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("entente: nothing was written; ")
                .contains("wrong.yaml:3:10: ", "did you mean \"ruritania\"?", "wrong.yaml:7:")
                .doesNotContain("\tat ");
        assertNothingIsWritten();
    }

    @Test
    void saysWhatIsNoDossierAtAll() throws IOException {
        Files.write(directory.resolve("latin.yaml"), new byte[] {'#', (byte) 0xe9});
        write("empty.yaml", "");

        Program.Run run = entente.run("load", "latin.yaml", "empty.yaml");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(run.err())
                .contains("latin.yaml:1:", "not UTF-8", "empty.yaml:1:1: there is nothing in this file")
                .doesNotContain("\tat ");
    }

    @Test
    void namesAFileThatIsNotThere() {
        Program.Run run = entente.run("load", "missing.yaml");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).startsWith("entente: missing.yaml: no such file").doesNotContain("\tat ");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private void assertNothingIsWritten() {
        boolean empty = graph.readAll(new Statement("anything", "MATCH (n) RETURN n LIMIT 1"), rows -> !rows.hasNext());
        assertThat(empty).isTrue();
    }
}
