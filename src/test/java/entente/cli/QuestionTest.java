package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Neo4jExtension;
import entente.Sample;
import entente.graph.Connection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ask} and {@code query}. */
@Tag("database")
@Sample
@ExtendWith(Neo4jExtension.class)
class QuestionTest {
    @TempDir
    private Path directory;

    private Program entente;

    @BeforeEach
    void program(Connection connection) {
        entente = new Program(directory).on(connection);
    }

    @Test
    void answersInJsonLinesInAPipe() {
        Program.Run run = entente.run("ask", "who backs the Osh base?");

        assertThat(run.exitCode()).isZero();
        assertThat(run.lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("{\"actor\":\"") && line.endsWith("}"))
                .anyMatch(line -> line.contains("\"actorId\":\"russia\""))
                .anyMatch(line -> line.contains("\"actorId\":\"csto\""))
                .anyMatch(line -> line.contains("\"actorId\":\"kazakhstan\""));
        assertThat(run.out()).doesNotContain("united-states");
        assertThat(run.err()).startsWith("Who backs it? (query who-backs --target osh-base --as-of ");
    }

    @Test
    void namesNobodyWhoBackedTheBaseBeforeItWasProposed() {
        Program.Run run = entente.run("ask", "who backs the Osh base as of 2009-06-30?");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("--as-of 2009-06-30", "nothing on record holds on 2009-06-30");
    }

    @Test
    void tellsWhatIsWrongWithAQuestionInItsWords() {
        assertRefused(
                entente.run("query", "who-backs", "--target", "osh-base", "--as-of", "July 2009"),
                "\"July 2009\" is a month, and one day is needed, such as 1 July 2009 (2009-07-01)");
        assertRefused(entente.run("ask", "who backs xyzzyx?"), "entente: no entity is called \"xyzzyx\"");
    }

    @Test
    void takesWhatTheQuestionLeavesOpenBesideIt() {
        Program.Run run =
                entente.run("ask", "who backs the Osh base?", "--as-of", "2009-07-31", "--format", "csv", "--limit=1");

        assertThat(run.exitCode()).isZero();
        assertThat(run.lines()).hasSize(2);
        assertThat(run.lines().get(0)).isEqualTo("actor,actorId,since,confidence,basis,saidBy,words,sources");
        assertThat(run.err()).contains("--as-of 2009-07-31", "there are more rows than these");
    }

    @Test
    void proposesQuestionsInThePlaceOfOneThatItDoesNotUnderstand() {
        Program.Run run = entente.run("ask", "who loves the Osh base?");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("no saved query answers this; try \"");
    }

    @Test
    void listsTheQueriesWithWhatTheyTake() {
        Program.Run run = entente.run("query", "--format", "table");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("who-backs", "Who backs it?", "--target ENTITY");
    }

    @Test
    void findsAnEntityByItsNameAndAQueryByItsOwn() {
        Program.Run run =
                entente.run("query", "who-backs", "--target", "osh BASE", "--as-of", "2009-07-31", "--format", "json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("{\"columns\":[\"actor\",").contains("\"actorId\":\"russia\"");
    }

    @Test
    void tellsWhatAQueryTakesWithoutADatabase() {
        Program.Run run = entente.with("NEO4J_URI", "bolt://127.0.0.1:1").run("query", "neighbours", "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("Usage: entente query neighbours --entity ENTITY ")
                .contains("[--as-of DATE]", "states", "In plain words", "Columns:", "Example:");
    }

    @Test
    void proposesTheNearestCommandForOneThatIsNotThere() {
        assertRefused(entente.run("aks", "who backs the Osh base?"), "did you mean \"ask\"?");
    }

    @Test
    void takesACodeForAnEntityAndSaysWhereThereIsNothing() {
        Program.Run coded = entente.run("query", "neighbours", "--entity", "iso3:kgz");
        assertThat(coded.lines()).isNotEmpty().anyMatch(line -> line.contains("uzbekistan"));
        assertThat(entente.run("query", "neighbours", "--entity", "iso3:XYZ").err())
                .contains("no State or Place is called \"iso3:XYZ\"");
        Program.Run nothing = entente.run("query", "who-voted", "--resolution", "R/99/999");
        assertThat(nothing.exitCode()).isZero();
        assertThat(nothing.err()).contains("there is nothing on record of that");
    }

    @Test
    void takesParametersAsTheQueryNamesThem() {
        Program.Run run = entente.run("query", "who-backs", "--target=osh-base", "--asOf=2009-06-30");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEmpty();
    }

    @Test
    void proposesTheNearestQueryForOneThatIsNotThere() {
        assertRefused(entente.run("query", "who-bakcs"), "did you mean \"who-backs\"?");
    }

    @Test
    void saysWhereTheQueriesAreListedWhenNoneIsNear() {
        assertRefused(entente.run("query", "zzz"), "'entente query' lists");
    }

    @Test
    void namesTheParametersThatAQueryTakes() {
        assertRefused(entente.run("query", "who-backs", "--actor", "russia"), "the query takes target, asOf");
    }

    @Test
    void proposesEntitiesForANameThatSeveralMayBear() {
        assertRefused(entente.run("query", "who-backs", "--target", "base"), "\n  osh-base  (");
    }

    @Test
    void judgesTheQueryBeforeItRunsIt() throws IOException {
        Path file = directory.resolve("queries/stances/destroys.cypher");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                // title: Destroys all
                // description: It should not run.
                // columns:
                //   one: what is gone
                MATCH (n) DETACH DELETE n
                RETURN 1 AS one ORDER BY one
                """);

        Program.Run run = entente.with("ENTENTE_CYPHER", directory.toString()).run("query", "destroys");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(run.err()).contains("destroys.cypher:5: ", "only read").doesNotContain("\tat ");
    }

    private static void assertRefused(Program.Run run, String wayOut) {
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("entente: ").contains(wayOut).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "10001"})
    void refusesALimitThatIsNone(String limit) {
        Program.Run run = entente.run("ask", "who backs the Osh base?", "--limit=" + limit);

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--limit must be a whole number between 1 and 10000");
    }
}
