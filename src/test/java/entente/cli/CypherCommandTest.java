package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Neo4jExtension;
import entente.Sample;
import entente.graph.Connection;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("database")
@Sample
@ExtendWith(Neo4jExtension.class)
class CypherCommandTest {
    private static final String BACKERS =
            "MATCH (a)-[s:SUPPORTS]->(b:Base) WHERE s.validFrom <= $asOf < s.validTo RETURN a.id AS id ORDER BY id";

    @TempDir
    private Path directory;

    private Program entente;

    @BeforeEach
    void program(Connection connection) {
        entente = new Program(directory).on(connection);
    }

    @Test
    void runsAStatementWithADate() {
        Program.Run run = entente.run("cypher", BACKERS, "--param", "asOf=date:2009-07-31");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.lines()).containsExactly("{\"id\":\"csto\"}", "{\"id\":\"kazakhstan\"}", "{\"id\":\"russia\"}");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void readsTheStatementFromStandardInput() {
        Program.Run run = entente.given("RETURN 'Ösch' AS name\n").run("cypher", "-", "--format", "csv");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.lines()).containsExactly("name", "Ösch");
    }

    @Test
    void saysOnStandardErrorThatADateIsTakenForAText() {
        Program.Run run = entente.run("cypher", BACKERS, "--param=asOf=2009-07-31");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("asOf=date:2009-07-31");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "5                            | 5",
                "-0.5                         | -0.5",
                "true                         | true",
                "null                         | null",
                "[\"a\", 1]                   | [\"a\",1]",
                "\"5\"                        | \"5\"",
                "string:5                     | \"5\"",
                "string:date:x                | \"date:x\"",
                "date:2009-07-31              | \"2009-07-31\"",
                "datetime:2009-07-31T10:00Z   | \"2009-07-31T10:00Z\"",
                "duration:P1M                 | \"P1M0DT0S\"",
                "Osh base                     | \"Osh base\"",
                "note: this                   | \"note: this\"",
                "a=b                          | \"a=b\"",
                "{\"$type\": \"Date\", \"_value\": \"2009-07-31\"} | \"2009-07-31\""
            })
    void takesValuesAsAnalystsWriteThem(String value, String json) {
        Program.Run run = entente.run("cypher", "RETURN $x AS x", "--param", "x=" + value);

        assertThat(run.out()).as(run.err()).isEqualTo("{\"x\":" + json + "}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "=1", "x=date:yesterday", "x=integer:1.5", "x=[1", "x={\"$type\": \"Date\"}"})
    void refusesAParameterThatIsNone(String given) {
        Program.Run run = entente.run("cypher", "RETURN $x AS x", "--param", given);

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("entente: ").doesNotContain("\tat ");
    }

    @Test
    void namesTheParameterThatIsMissing() {
        Program.Run run = entente.run("cypher", BACKERS, "--param", "asof=date:2009-07-31");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("$asOf", "did you mean \"asof\"?");
    }

    @Test
    void pointsAtTheFault() {
        Program.Run run = entente.run("cypher", "MATCH (a)\nRETURN a.id, b.id");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(run.err())
                .startsWith("entente: line 2, column 14: ")
                .contains("\n  RETURN a.id, b.id\n" + " ".repeat(15) + "^\n")
                .doesNotContain("EXPLAIN", "\tat ");
    }

    @Test
    void refusesWhatIsMoreThanReading() {
        Program.Run run = entente.run("cypher", "CREATE (n) RETURN n");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(run.err())
                .startsWith("entente: line 1, column 1: the statement is refused: ")
                .contains("only read", "\n  CREATE (n) RETURN n\n  ^\n");
    }

    @Test
    void saysOnStandardErrorWhatTheDatabaseRemarksAndThatThereIsMore() {
        Program.Run run = entente.run("cypher", "UNWIND [1, 2] AS x OPTIONAL MATCH (n:Atcor) RETURN x", "--limit", "1");

        assertThat(run.exitCode()).isZero();
        assertThat(run.lines()).containsExactly("{\"x\":1}");
        assertThat(run.err()).contains("entente: warning, line 1, column 38: ", "Atcor", "there are more rows");
    }

    @Test
    void showsThePlanInsteadOfTheRowsWhereAskedTo() {
        Program.Run table =
                entente.run("cypher", BACKERS, "--param", "asOf=date:2009-07-31", "--plan", "--format=table");
        Program.Run lines = entente.run("cypher", "RETURN 1 AS one", "--plan");

        assertThat(table.exitCode()).as(table.err()).isZero();
        assertThat(table.lines().get(0)).contains("level", "operator", "details", "estimatedRows");
        assertThat(table.out())
                .contains("0      ProduceResults", "1      Sort", "SUPPORTS")
                .doesNotContain("kazakhstan");
        assertThat(lines.lines().get(0)).startsWith("{\"level\":0,\"operator\":\"ProduceResults\",");
        assertThat(entente.run("cypher", "CREATE (n) RETURN n", "--plan").exitCode())
                .isEqualTo(ExitCode.INVALID_INPUT);
    }

    @Test
    void namesTheEndsOfARelationshipThatStandsAlone() {
        Program.Run run = entente.run("cypher", "MATCH (:State {id: 'russia'})-[s:SUPPORTS]->(:Base) RETURN s");

        assertThat(run.out()).as(run.err()).contains("\"from\":\"russia\",\"to\":\"osh-base\"");
    }

    @Test
    void letsNoCellBeAFormulaWhereAskedTo() {
        assertThat(entente.run("cypher", "RETURN '=1+1' AS one", "--format", "csv", "--safe")
                        .out())
                .isEqualTo("\"one\"\r\n\"'=1+1\"\r\n");
        assertThat(entente.run("query", "who-backs", "--target", "osh-base", "--format", "csv", "--safe")
                        .out())
                .startsWith("\"actor\",");
        Program.Run idle = entente.run("cypher", "RETURN '=1+1' AS one", "--safe");
        assertThat(idle.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(idle.err()).contains("--safe is for CSV; add --format csv");
    }

    @Test
    void asksForAStatement() {
        Program.Run run = entente.run("cypher");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("STATEMENT", "Try: entente cypher --help");
    }
}
