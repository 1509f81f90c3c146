package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Neo4jExtension;
import entente.Sample;
import entente.graph.Connection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code new} and {@code check}. */
@Tag("database")
@Sample
@ExtendWith(Neo4jExtension.class)
class NewFilesTest {
    @TempDir
    private Path directory;

    @Test
    void writesFilesThatAreInOrderOnceTheyAreFilledIn(Connection connection) throws IOException {
        Program entente = new Program(directory).on(connection);
        assertThat(entente.run("new", "dossier", "my-topic").out()).startsWith("my-topic.yaml: written; ");
        assertThat(entente.run("new", "query", "my-query").out()).startsWith("my-query.cypher: written; ");

        assertThat(entente.run("check", "my-topic.yaml").err().lines())
                .containsExactly(
                        "entente: my-topic.yaml:5:8: \"title\" is not filled in yet; fill in what the dossier is about",
                        "entente: my-topic.yaml:9:27: \"title\" is not filled in yet; fill in its title",
                        "entente: my-topic.yaml:9:75: \"url\" is not filled in yet; fill in its address");
        Path dossier = directory.resolve("my-topic.yaml");
        Files.writeString(dossier, DraftedMappingsTest.filledIn(Files.readString(dossier)));
        Program.Run checked = entente.run("check", "my-topic.yaml", "my-query.cypher");

        assertThat(checked.err()).isEmpty();
        assertThat(checked.exitCode()).isZero();
        assertThat(checked.lines()).containsExactly("my-topic.yaml: in order", "my-query.cypher: in order");
    }

    @Test
    void writesAVocabularyThatCanBeUsed() {
        Program entente = new Program(directory);
        assertThat(entente.run("new", "vocabulary", "trade").out()).startsWith("trade.yaml: written; ");

        Program.Run listed = entente.run("vocabulary", "--vocabulary", "trade.yaml", "--format", "csv");

        assertThat(listed.exitCode()).isZero();
        assertThat(listed.out())
                .startsWith("name,meaning,from,to,properties")
                .contains("TRADES_WITH", "Company", "\nNEUTRAL_ON,", "position: text, required");
    }

    @Test
    void findsWhatAQueryGetsWrong(Connection connection) throws IOException {
        Files.writeString(directory.resolve("my-query.cypher"), "// title: Nothing\nMATCH (n) RETURN n");

        Program.Run checked = new Program(directory).on(connection).run("check", "my-query.cypher");

        assertThat(checked.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(checked.err()).startsWith("entente: my-query.cypher:1: ").doesNotContain("\tat ");
    }

    @Test
    void findsNamesThatMakeAQueryFindNothing(Connection connection) throws IOException {
        Files.writeString(directory.resolve("my-query.cypher"), """
                // title: Backers
                // description: Who backs anything.
                // columns:
                //   actor: who
                MATCH (a:Actr)-[s:SUPORTS]->()
                WHERE s.since IS NULL OR s.position IS NOT NULL
                RETURN a.name AS actor
                ORDER BY actor
                """);

        Program.Run checked = new Program(directory).on(connection).run("check", "my-query.cypher");

        assertThat(checked.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(checked.err().lines())
                .containsExactlyInAnyOrder(
                        "entente: my-query.cypher:5: neither the graph nor the vocabulary has the label \"Actr\"; did you mean"
                                + " \"Actor\"?",
                        "entente: my-query.cypher:5: neither the graph nor the vocabulary has the type \"SUPORTS\"; did you mean"
                                + " \"SUPPORTS\"?",
                        "entente: my-query.cypher:6: neither the graph nor the vocabulary has the property \"since\"");
    }

    @Test
    void leavesAFileThatIsThereAsItIs() throws IOException {
        Path file = Files.writeString(directory.resolve("my-topic.yaml"), "mine");

        Program.Run run = new Program(directory).run("new", "dossier", "my-topic");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("my-topic.yaml: is here already");
        assertThat(file).hasContent("mine");
    }
}
