package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Neo4jExtension;
import entente.Sample;
import entente.graph.Connection;
import entente.graph.Graph;
import entente.graph.Statement;
import entente.graph.VocabularyFile;
import entente.load.Loader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code load} of tables, as users start it. */
@Tag("database")
@Sample
@ExtendWith(Neo4jExtension.class)
class LoadTablesTest {
    private static final Path EXCERPTS = Path.of("src/test/resources/excerpts").toAbsolutePath();
    private static final String ASSEMBLY = """
            mapping: assembly
            sources: [{id: minutes, title: Minutes of an assembly}]
            tables: {votes: }
            entities:
              - {id: "motion-{motion}", kind: Proposal, name: "Motion {motion}"}
            relationships:
              - type: {value: "{vote}", values: {yes: SUPPORTS, no: OPPOSES}}
                from: {lookup: [{cow: "{who}"}], kinds: [State]}
                to: motion-{motion}
                on: "{day}"
                confidence: "{sure}"
            """;
    private static final String HEADER = "who,motion,vote,day,sure\n";
    private static final String VOTES = HEADER + "2,1,yes,2009-07-01,high\n20,1,no,2009-07-01,high\n";

    @TempDir
    private Path directory;

    private Graph graph;
    private Program entente;

    @BeforeEach
    void begin(Connection connection, Graph graph) throws IOException {
        this.graph = graph;
        entente = new Program(directory).on(connection);
        Files.writeString(directory.resolve("assembly.yaml"), ASSEMBLY);
        Files.writeString(directory.resolve("votes.csv"), VOTES);
    }

    @AfterEach
    void forget() {
        Loader loader = new Loader(graph, VocabularyFile.bundled());
        List.of("un-votes", "atop", "assembly").stream().filter(this::isLoaded).forEach(loader::remove);
    }

    private boolean isLoaded(String dossier) {
        return number("MATCH (d:Dossier {id: '" + dossier + "'}) RETURN count(d)") > 0;
    }

    private long number(String statement) {
        return graph.readAll(
                new Statement("number", statement), rows -> (Long) rows.next().get(0));
    }

    private long votes() {
        return number("MATCH (:State)-[r {dossier: 'assembly'}]->(:Proposal) RETURN count(r)");
    }

    @Test
    void loadsTheTablesOfABundledMappingAndKnowsThemAgain() {
        String[] arguments = {
            "load",
            "un-votes",
            "--table=votes=" + EXCERPTS.resolve("un_votes.csv"),
            "--table=rollcalls=" + EXCERPTS.resolve("un_roll_calls.csv"),
            "--table=issues=" + EXCERPTS.resolve("un_issues.csv")
        };

        Program.Run first = entente.run(arguments);
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out())
                .contains("un_votes.csv 55 rows: 55 written, 0 unchanged, 0 left out, 0 rejected")
                .contains("un_roll_calls.csv 7 rows: 7 written, 0 unchanged, 0 left out, 0 rejected")
                .contains("un_roll_calls.csv joined: 7 rows matched, 0 unused, 0 rejected; 0 keys without a row")
                .contains("un_issues.csv joined: ")
                .contains("entities       7 created, 0 changed, 0 removed, 0 unchanged")
                .contains("relationships  55 created, 0 changed, 0 removed, 0 unchanged");
        assertThat(directory.resolve("un-votes.rejects.csv")).doesNotExist();
        assertThat(entente.run(arguments).out()).isEqualTo("un-votes: unchanged, loaded already\n");
    }

    @Test
    void keepsARowThatTheMappingSkipsAndFindsNoFaultWithThat() {
        Program.Run run =
                entente.run("load", "atop", EXCERPTS.resolve("atop5_1m.csv").toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("27 rows: 26 written, 0 unchanged, 0 left out, 1 rejected");
        assertThat(run.err()).contains("entente: atop.rejects.csv has the rows that were not taken up, and why");
        assertThat(directory.resolve("atop.rejects.csv"))
                .content()
                .startsWith("table,line,column,reason,atopid,cowid,cow4id,member,")
                .contains("atop5_1m.csv,7,4,", "no State has the cow \"\"8152\"\"", ",1320,,,8152,");
    }

    @Test
    void saysWhatATableWouldChangeAndWritesNothing() throws IOException {
        Files.writeString(directory.resolve("votes.csv"), VOTES + "2,2,perhaps,2009-07-01,high\n");

        Program.Run run = entente.run("load", "assembly.yaml", "votes.csv", "--on-error=skip", "--dry-run");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("assembly, if it were loaded:")
                .contains("votes.csv      3 rows: 2 written, 0 unchanged, 0 left out, 1 rejected");
        assertThat(isLoaded("assembly")).isFalse();
        assertThat(directory.resolve("assembly.rejects.csv")).doesNotExist();
    }

    @Test
    void endsAtARowThatIsWrongOrSkipsIt() throws IOException {
        Path rejects = directory.resolve("assembly.rejects.csv");
        Files.writeString(directory.resolve("votes.csv"), VOTES + "2,2,perhaps,2009-07-01,high\n");

        Program.Run failed = entente.run("load", "assembly.yaml", "votes.csv");
        assertThat(failed.exitCode()).isEqualTo(3);
        assertThat(failed.err()).contains("votes.csv:4:3: \"perhaps\" is not among the values yes, no");
        assertThat(isLoaded("assembly")).isFalse();
        assertThat(rejects).doesNotExist();

        Program.Run skipped = entente.run("load", "assembly.yaml", "votes.csv", "--on-error=skip");
        assertThat(skipped.exitCode()).as(skipped.err()).isZero();
        assertThat(votes()).isEqualTo(2);
        assertThat(rejects).content().contains("votes.csv,4,3,").endsWith(",2,2,perhaps,2009-07-01,high\r\n");

        Files.writeString(directory.resolve("votes.csv"), VOTES + "2,2,yes,2009-07-01,high\n");
        assertThat(entente.run("load", "assembly.yaml", "votes.csv").exitCode()).isZero();
        assertThat(votes()).isEqualTo(3);
        assertThat(rejects).as("what an earlier load rejected").doesNotExist();
    }

    @Test
    void tellsTwoRowsOfOneFactThatSayDifferentThings() throws IOException {
        Files.writeString(directory.resolve("votes.csv"), VOTES + "2,1,yes,2009-07-01,high\n2,1,yes,2009-07-01,low\n");

        Program.Run failed = entente.run("load", "assembly.yaml", "votes.csv");

        assertThat(failed.exitCode()).isEqualTo(3);
        assertThat(failed.err())
                .contains("votes.csv:5:1: SUPPORTS from \"united-states\" to \"motion-1\" with this start stands at"
                        + " line 2 already, and says something else")
                .doesNotContain("votes.csv:4:");
        assertThat(isLoaded("assembly")).isFalse();
    }

    /** Rows that are wrong, each in its own way, and what is said of it; ~ and a number stand for so many letters. */
    private static final List<List<String>> WRONG = List.of(
            List.of("200,1", "4:2: the row has 2 cells, and the header has 5"),
            List.of("200,1,yes,2009-02-30,high", "6:4: \"2009-02-30\""),
            List.of("200,1,perhaps,2009-07-01,high", "8:3: \"perhaps\" is not among the values yes, no"),
            List.of("4711,1,yes,2009-07-01,high", "10:1: no State has the cow \"4711\""),
            List.of("2,1,yes,2009-07-01,low", "12:1: SUPPORTS from \"united-states\" to \"motion-1\""),
            List.of("2\0,1,yes,2009-07-01,high", "14:1: the cell holds a NUL character"),
            List.of("200,1,yes,2009-07-01,sure", "16:5: "),
            List.of("200,\"~10000000\",yes,2009-07-01,high", "18:2: the cell has more than a million"),
            List.of("200,\"~100000000\",yes,2009-07-01,high", "20:2: the row has more than 16 million"));

    private static void write(String part, Writer table) throws IOException {
        if (!part.startsWith("~")) {
            table.write(part);
            return;
        }
        String letters = "x".repeat(10_000);
        for (int written = 0; written < Integer.parseInt(part.substring(1)); written += letters.length()) {
            table.write(letters);
        }
    }

    private void writeRightAndWrongRows() throws IOException {
        try (BufferedWriter table = Files.newBufferedWriter(directory.resolve("votes.csv"))) {
            table.write(HEADER + "2,1,yes,2009-07-01,high\n");
            for (int row = 0; row < WRONG.size(); row++) {
                table.write("20," + (2 + row) + ",no,2009-07-01,high\n");
                String[] parts = WRONG.get(row).get(0).split("(?=~)|(?<=~\\d{1,9})(?!\\d)", -1);
                for (String part : parts) {
                    write(part, table);
                }
                table.write("\n");
            }
            table.write("2,2,yes,2009-07-01,high\n");
        }
    }

    @Test
    void saysOfEachRowWhatIsWrongWithItAndTakesUpTheOthersWhereAskedTo() throws IOException {
        writeRightAndWrongRows();

        Program.Run failed = entente.run("load", "assembly.yaml", "votes.csv");
        assertThat(failed.exitCode()).isEqualTo(3);
        assertThat(failed.err()).contains("nothing was written");
        WRONG.forEach(row -> assertThat(failed.err()).contains("votes.csv:" + row.get(1)));
        assertThat(isLoaded("assembly")).isFalse();

        Program.Run skipped = entente.run("load", "assembly.yaml", "votes.csv", "--on-error=skip");
        assertThat(skipped.exitCode()).as(skipped.err()).isZero();
        int right = WRONG.size() + 2;
        assertThat(skipped.out())
                .contains(right + WRONG.size() + " rows: " + right + " written, 0 unchanged, 0 left out, "
                        + WRONG.size() + " rejected");
        assertThat(votes()).isEqualTo(right);
        assertThat(Files.readAllLines(directory.resolve("assembly.rejects.csv")))
                .hasSize(1 + WRONG.size())
                .allSatisfy(line -> assertThat(line.length()).isLessThan(2_000));
    }

    @Test
    void takesUpARowAsAWholeOrNotAtAll() throws IOException {
        Files.writeString(
                directory.resolve("assembly.yaml"),
                ASSEMBLY.replace(
                        "{lookup: [{cow: \"{who}\"}], kinds: [State]}",
                        "{lookup: [{cow: \"{who}\"}], kinds: [State], split: \" \"}"));
        Files.writeString(directory.resolve("votes.csv"), VOTES + "200 2,1,yes,2009-07-01,low\n");

        Program.Run run = entente.run("load", "assembly.yaml", "votes.csv", "--on-error=skip");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("3 rows: 2 written, 0 unchanged, 0 left out, 1 rejected");
        assertThat(votes()).as("the other vote of the row that is rejected").isEqualTo(2);
    }

    @Test
    void tellsWhichColumnHoldsNothing() throws IOException {
        Files.writeString(directory.resolve("votes.csv"), VOTES + "2,,yes,2009-07-01,high\n");

        Program.Run failed = entente.run("load", "assembly.yaml", "votes.csv");

        assertThat(failed.err()).isEqualTo("""
                        entente: nothing was written; 2 problems
                        votes.csv:4:2: "id" is missing: nothing comes of the column "motion" here
                        votes.csv:4:2: "to" is missing: nothing comes of the column "motion" here
                        """);
    }

    @Test
    void tellsOnceWhatIsWrongForTwoRules() throws IOException {
        Files.writeString(
                directory.resolve("assembly.yaml"),
                ASSEMBLY.replace("kind: Proposal,", "kind: Proposal, date: \"{day}\","));
        Files.writeString(directory.resolve("votes.csv"), HEADER + "2,1,yes,2009-02-30,high\n");

        assertThat(entente.run("load", "assembly.yaml", "votes.csv").err())
                .startsWith("entente: nothing was written; 1 problem\nvotes.csv:2:4: \"2009-02-30\" is not in the");
    }

    @Test
    void saysWhichRowOfAnEntityIsWrongWhereOthersUseIt() throws IOException {
        Files.writeString(
                directory.resolve("assembly.yaml"),
                ASSEMBLY.replace("tables: {votes: }", "tables: {motions: , votes: }")
                        .replace("{id: \"motion-", "{table: motions, date: \"{day}\", id: \"motion-")
                        .replace("- type:", "- table: votes\n    type:"));
        Files.writeString(directory.resolve("motions.csv"), "motion,day\n1,2009-02-30\n2,2009-03-01\n");
        Files.writeString(directory.resolve("votes.csv"), VOTES + "2,2,yes,2009-07-01,high\n");
        String[] load = {
            "load",
            "assembly.yaml",
            "--table=motions=" + directory.resolve("motions.csv"),
            "--table=votes=" + directory.resolve("votes.csv"),
            "--on-error=skip"
        };

        Program.Run run = entente.run(load);

        assertThat(run.out()).contains("1 written, 0 unchanged, 0 left out, 2 rejected");
        assertThat(directory.resolve("assembly.rejects.csv"))
                .content()
                .startsWith("table,line,column,reason,motion,day,who,vote,sure\r\n")
                .contains(",2,2,", "2009-02-30", ",1,2009-02-30,,,\r\n")
                .containsPattern("votes.csv,2,2,\"?the entity \"*motion-1\"* is not there, for its row at line 2 of"
                        + " \\S*motions.csv is not taken up\"?,1,2009-07-01,2,yes,high\r\n")
                .doesNotContain("did you mean");
    }

    @Test
    void saysOfWhichRowsOnlyThePartIsTakenUpThatIsRight() throws IOException {
        Files.writeString(
                directory.resolve("assembly.yaml"), ASSEMBLY.replace("to: motion-{motion}", "to: \"{where}\""));
        Files.writeString(
                directory.resolve("votes.csv"),
                "who,motion,vote,day,sure,where\n2,1,yes,2009-07-01,high,motion-1\n2,2,yes,2009-07-01,high,motion-3\n");

        Program.Run run = entente.run("load", "assembly.yaml", "votes.csv", "--on-error=skip");

        assertThat(run.out()).contains("2 rows: 1 written, 0 unchanged, 0 left out, 1 rejected (1 of them in part");
        assertThat(directory.resolve("assembly.rejects.csv"))
                .content()
                .contains(
                        "motion-3", "; the entities of this row are taken up", "2,2,yes,2009-07-01,high,motion-3\r\n");
        assertThat(number("MATCH (p:Proposal {id: 'motion-2'}) RETURN count(p)"))
                .isOne();
    }

    @Test
    void writesRejectsOverNothingThatItReadsAndOverNoOtherFile() throws Exception {
        Path earlier = directory.resolve("assembly.rejects.csv");
        String rows = "table,line,column,reason," + HEADER + "votes.csv,9,3,x,2,1,yes,2009-07-01,high\n";
        Files.writeString(earlier, rows);
        Program.Run over = entente.run("load", "assembly.yaml", "assembly.rejects.csv", "--on-error=skip");
        assertThat(over.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(over.err()).contains("rejected rows would be written over", "assembly.rejects.csv", "--rejects");
        assertThat(earlier).hasContent(rows);
        Program.Run mended =
                entente.run("load", "assembly.yaml", "assembly.rejects.csv", "--rejects=again.rejects.csv");
        assertThat(mended.out()).contains("1 rows: 1 written");
        assertThat(earlier).hasContent(rows);

        Files.writeString(directory.resolve("votes.csv"), VOTES + "2,2,perhaps,2009-07-01,high\n");
        new ProcessBuilder("mkfifo", directory.resolve("pipe").toString())
                .start()
                .waitFor();
        Program.Run pipe = entente.run("load", "assembly.yaml", "votes.csv", "--on-error=skip", "--rejects=pipe");
        assertThat(pipe.err()).contains("pipe: the rows", "(there is something else of this name)");
        assertThat(Files.isRegularFile(directory.resolve("pipe"))).isFalse();
        assertThat(entente.run("load", "assembly.yaml", "votes.csv", "--on-error=skip", "--rejects=none/x")
                        .err())
                .contains("(its directory is not there)");
    }

    @Test
    void rejectsRowsWithWhichAWrongRowIsJoined() throws IOException {
        Files.writeString(
                directory.resolve("assembly.yaml"),
                ASSEMBLY.replace("tables: {votes: }", "tables: {votes: , days: {key: motion}}")
                        .replace("{id: \"motion-", "{table: votes, id: \"motion-")
                        .replace("- type:", "- table: votes\n    type:")
                        .replace("on: \"{day}\"", "on: {value: \"{day}\", join: days, by: motion}"));
        Files.writeString(directory.resolve("votes.csv"), "who,motion,vote,sure\n2,1,yes,high\n20,2,yes,high\n");
        Files.writeString(directory.resolve("days.csv"), "motion,day,by\n1,2009-07-01,x\n2,2009-07-02\n");

        Program.Run run = entente.run(
                "load",
                "assembly.yaml",
                "--table=votes=" + directory.resolve("votes.csv"),
                "--table=days=" + directory.resolve("days.csv"),
                "--on-error=skip");

        assertThat(run.out())
                .contains("votes.csv 2 rows: 1 written, 0 unchanged, 0 left out, 1 rejected")
                .contains("days.csv joined: 1 rows matched, 0 unused, 1 rejected; 0 keys without a row")
                .doesNotContain("days.csv 1 rows");
        assertThat(directory.resolve("assembly.rejects.csv"))
                .content()
                .contains("the row of the key \"\"2\"\" is wrong, at line 3 of ");
        assertThat(votes()).isOne();
    }

    @Test
    void takesNothingAwayForATableWithoutRows() throws IOException {
        assertThat(entente.run("load", "assembly.yaml", "votes.csv").exitCode()).isZero();
        Files.writeString(directory.resolve("votes.csv"), HEADER);

        Program.Run failed = entente.run("load", "assembly.yaml", "votes.csv");

        assertThat(failed.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(failed.err()).contains("the tables have no rows", "entente remove assembly removes it");
        assertThat(votes()).isEqualTo(2);
    }

    @Test
    void takesNothingAwayWhereEveryRowIsWrong() throws IOException {
        assertThat(entente.run("load", "assembly.yaml", "votes.csv").exitCode()).isZero();
        Files.writeString(directory.resolve("votes.csv"), VOTES.replace("2009-07-01", "July"));

        Program.Run failed = entente.run("load", "assembly.yaml", "votes.csv", "--on-error=skip");

        assertThat(failed.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(failed.err()).contains("no row of the tables is taken up", "entente remove assembly removes it");
        assertThat(votes()).isEqualTo(2);
    }

    @Test
    void takesNoPartOfARowThatContradictsAnother() throws IOException {
        Files.writeString(directory.resolve("assembly.yaml"), """
                mapping: assembly
                sources: [{id: minutes, title: Minutes of an assembly}]
                tables: {votes: }
                entities: [{id: "{id}", kind: Proposal, name: "{name}"}]
                """);
        Files.writeString(directory.resolve("votes.csv"), "id,name\na-1,Alpha\na-1,Other\n");

        Program.Run run = entente.run("load", "assembly.yaml", "votes.csv", "--on-error=skip");

        assertThat(run.out()).contains("2 rows: 1 written, 0 unchanged, 0 left out, 1 rejected\n");
        assertThat(directory.resolve("assembly.rejects.csv")).content().doesNotContain("are taken up");
    }

    @Test
    void saysThatATableIsAnother() throws IOException {
        Files.writeString(directory.resolve("votes.csv"), "name,cca3\nFrance,FRA\n");

        Program.Run failed = entente.run("load", "assembly.yaml", "votes.csv");

        assertThat(failed.err())
                .isEqualTo("entente: nothing was written; 1 problem\nvotes.csv:1:1: this is not the table \"votes\" of"
                        + " the mapping assembly, which reads the columns motion, vote, who, day, sure; here are name,"
                        + " cca3; if another line names them, say which under tables: {header: 5}\n");
    }

    @Test
    void proposesTheNearestOfWhatComesWithItAndOfTheFilesThere() {
        assertThat(entente.run("load", "un-vote", "votes.csv").err())
                .startsWith("entente: un-vote: no such file, and nothing that comes with Entente; did you mean"
                        + " \"un-votes\"?\n")
                .contains(
                        "dossiers that come with it: states, osh-base-2009\n", "mappings", "un-votes, world-countries");
        assertThat(entente.run("load", "asembly.yaml", "--table=votes=votes.csv")
                        .err())
                .contains("did you mean \"assembly.yaml\"?");
        assertThat(entente.run("load", "assembly.yaml", "vote.csv").err())
                .isEqualTo("entente: vote.csv: no such file; did you mean \"votes.csv\"?\n");
    }

    @Test
    void refusesAnIdThatAnotherDossierHasBeforeItWritesAnything() throws IOException {
        String given = "    id: vote-{motion}\n";
        Files.writeString(directory.resolve("assembly.yaml"), ASSEMBLY + given);
        Files.writeString(
                directory.resolve("other.yaml"), ASSEMBLY.replace("mapping: assembly", "mapping: atop") + given);
        Files.writeString(directory.resolve("votes.csv"), HEADER + "2,7,yes,2009-07-01,high\n");
        assertThat(entente.run("load", "other.yaml", "votes.csv").exitCode()).isZero();
        Files.writeString(
                directory.resolve("votes.csv"), HEADER + "2,8,yes,2009-07-01,high\n20,7,yes,2009-07-01,high\n");

        Program.Run failed = entente.run("load", "assembly.yaml", "votes.csv");

        assertThat(failed.err())
                .contains(
                        "nothing was written",
                        "votes.csv:3:",
                        "the dossier \"atop\" has a SUPPORTS with the id \"vote-7\"");
        assertThat(isLoaded("assembly")).isFalse();
    }

    @Test
    void refusesATableThatIsGivenTwice() {
        assertThat(entente.run("load", "assembly.yaml", "--table=votes=votes.csv", "--table=votes=other.csv")
                        .err())
                .contains("--table votes is given twice");
        assertThat(entente.run("check", "assembly.yaml", "--table=votes=votes.csv", "--table=votes=other.csv")
                        .err())
                .contains("--table votes is given twice");
        assertThat(entente.run("load", "assembly.yaml", "votes.csv", "--table=votes=other.csv")
                        .err())
                .contains("\"votes.csv\" is given without a name beside --table");
        assertThat(isLoaded("assembly")).isFalse();
    }

    @Test
    void readsGzipAndStandardInput() throws IOException {
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(directory.resolve("packed")))) {
            gzip.write(VOTES.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(entente.run("load", "assembly.yaml", "packed").exitCode()).isZero();
        assertThat(votes()).isEqualTo(2);
        Program.Run piped = entente.given(HEADER + "2,1,yes,2009-07-01,high\n").run("load", "assembly.yaml", "-");
        assertThat(piped.exitCode()).as(piped.err()).isZero();
        assertThat(piped.out()).contains("relationships  0 created, 0 changed, 1 removed, 1 unchanged");
    }
}
