package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Neo4jExtension;
import entente.graph.Connection;
import entente.graph.Graph;
import entente.graph.VocabularyFile;
import entente.load.DossierFile;
import entente.load.Loader;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A graph that was loaded with types of the user's own. */
@Tag("database")
@ExtendWith(Neo4jExtension.class)
class OwnVocabularyTest {
    private static final String TRADE = """
            relationships:
              TRADES_WITH: {description: trades with, from: [State], to: [State], symmetric: true}
              OWES: {description: owes money to, from: [State], to: [State]}
            """;
    private static final String DOSSIER = """
            dossier: trade
            sources: [{id: ledger}]
            actors: [{id: graustark, kind: State, name: Graustark}, {id: ruritania, kind: State, name: Ruritania}]
            borders: [[graustark, ruritania]]
            relationships:
              - {type: TRADES_WITH, from: graustark, to: ruritania, since: 1905}
            """;

    @TempDir
    private Path directory;

    private Program entente;
    private Path vocabulary;

    @BeforeEach
    void load(Connection connection, Graph graph) throws IOException {
        entente = new Program(directory).on(connection);
        vocabulary = Files.writeString(directory.resolve("trade.yaml"), TRADE);
        new Loader(graph, VocabularyFile.extendedBy(vocabulary))
                .load(List.of(new DossierFile("trade-dossier.yaml", DOSSIER.getBytes(StandardCharsets.UTF_8))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"all.json", "part.json --around ruritania", "backup --dossiers"})
    void isNotExportedInPart(String arguments) {
        Program.Run run = entente.run(("export " + arguments).split(" "));

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .contains("types that the vocabulary does not have: TRADES_WITH; ", "--vocabulary")
                .doesNotContain("OWES");
        assertThat(directory).isDirectoryNotContaining(file -> !file.equals(vocabulary));
    }

    @Test
    void isExportedWithItsVocabulary() {
        Program.Run run = entente.run("export", "all.json", "--vocabulary", "trade.yaml");

        assertThat(run.lines()).containsExactly("all.json: 2 entities, 2 relationships");
        assertThat(directory.resolve("all.json")).content().contains("TRADES_WITH");
    }

    @Test
    void isExportedInPartWhereTypesAreNamed() {
        assertThat(entente.run("export", "borders.json", "--types", "BORDERS").lines())
                .containsExactly("borders.json: 2 entities, 1 relationships");
    }

    @Test
    void isServedWithAWordAboutWhatIsLeftOut() throws Exception {
        Path err = directory.resolve("err");
        Process serve = entente.startTelling(err, "serve", "--port", "0");
        try (BufferedReader said = serve.inputReader()) {
            assertThat(said.readLine()).contains("is ready");
            for (int seconds = 0; seconds < 20 && !Files.readString(err).contains("TRADES_WITH"); seconds++) {
                TimeUnit.SECONDS.sleep(1);
            }
        } finally {
            serve.destroyForcibly();
        }

        assertThat(err).content().contains("does not have: TRADES_WITH; subgraphs and paths leave them out");
    }
}
