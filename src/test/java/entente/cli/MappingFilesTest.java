package entente.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
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

/** {@code new mapping}, and {@code check} of mappings. */
@Tag("database")
@Sample
@ExtendWith(Neo4jExtension.class)
class MappingFilesTest {
    private static final String VOTES =
            "motion,code,country,vote,day\n1,FR,France,yes,2001-02-03\n2,,Chad,maybe,2001-02-04\n";

    @TempDir
    private Path directory;

    private Program entente;

    @BeforeEach
    void begin(Connection connection) throws IOException {
        entente = new Program(directory).on(connection);
        Files.writeString(directory.resolve("votes.csv"), VOTES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                VOTES,
                "statelno,statehno,begin,end\n2,20,192001,201612\n",
                "\"a \"\"b\"\" \\c\",{x}\n1,2\n",
                "ccode,styear,endyear\n2,1816,2016\n",
                "only\n",
                "name.common;cca3;borders\nKyrgyzstan;KGZ;CHN,KAZ\n"
            })
    void draftsAMappingThatIsInOrder(String table) throws IOException {
        Files.writeString(directory.resolve("My Table.csv"), table);

        Program.Run written = entente.run("new", "mapping", "My Table.csv");
        assertThat(written.err()).isEmpty();
        assertThat(written.out()).startsWith("my-table.yaml: written; ");
        fillIn("my-table.yaml");

        Program.Run checked =
                entente.run("check", "my-table.yaml", "--table", "my-table=My Table.csv", "--preview", "1");
        assertThat(checked.err()).isEmpty();
        assertThat(checked.exitCode()).isZero();
        assertThat(checked.out()).endsWith("my-table.yaml: in order\n").contains("each row of my-table yields ");
    }

    @Test
    void guessesCodesDatesAndIds() throws IOException {
        entente.run("new", "mapping", "votes.csv");

        assertThat(directory.resolve("votes.yaml"))
                .content()
                .contains("#   country: France")
                .contains("id: {value: \"votes-{motion}\", slug: true}")
                .contains("since: {value: \"{day}\", date: YYYY-MM-DD}");
    }

    @Test
    void saysInWordsWhatAMappingYieldsAndShowsIt() throws IOException {
        Files.writeString(directory.resolve("assembly.yaml"), """
                mapping: assembly
                sources: [{id: minutes}]
                tables: {votes: }
                entities:
                  - {kind: Proposal, id: "motion-{motion}", name: "Motion {motion}"}
                relationships:
                  - where: {country: {not: [Atlantis]}}
                    type: {value: "{vote}", values: {yes: SUPPORTS, no: OPPOSES}}
                    from: {lookup: [{iso2: "{code}"}, {name: "{country}"}], kinds: [State]}
                    to: "motion-{motion}"
                    on: {value: "{day}", date: YYYY-MM-DD}
                """);

        Program.Run checked = entente.run("check", "assembly.yaml", "--table", "votes=votes.csv", "--preview", "5");

        assertThat(checked.exitCode()).isEqualTo(3);
        assertThat(checked.err()).isEqualTo("entente: assembly.yaml: 1 of the rows shown is wrong\n");
        assertThat(checked.lines())
                .containsExactly(
                        "each row of votes yields an entity",
                        "  id    motion-{motion}",
                        "  kind  Proposal",
                        "  name  Motion {motion}",
                        "each row of votes where country is not Atlantis yields a relationship",
                        "  type  {vote}; yes means SUPPORTS, no means OPPOSES; another is an error",
                        "  from  the State whose iso2 is {code}, or where that is empty, whose name is {country}; if there"
                                + " is none, the row is wrong",
                        "  to    motion-{motion}",
                        "  on    {day}; a date written YYYY-MM-DD",
                        "votes.csv:2: Proposal {name=Motion 1, id=motion-1}",
                        "votes.csv:2: france SUPPORTS motion-1 {validFrom=2001-02-03, validTo=9999-12-31,"
                                + " fromPrecision=day, toPrecision=unknown, on=2001-02-03, onPrecision=day}",
                        "wrong: votes.csv:3:4: \"maybe\" is not among the values yes, no");
    }

    @Test
    void saysInWordsWhereTheRowsOfATableBegin() throws IOException {
        Files.writeString(directory.resolve("m.yaml"), """
                mapping: m
                tables: {a: {header: 5}, b: {columns: [id, day]}, c: {columns: [id], header: 2}, d: }
                entities: [{table: a, id: "{x}", kind: Event}]
                """);

        assertThat(entente.run("check", "m.yaml").lines())
                .startsWith(
                        "line 5 of a names its columns",
                        "each line of b is a row; its columns are id, day",
                        "each line after line 2 of c is a row; its columns are id",
                        "each row of a yields an entity");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb,c\n1,2\n3,4,5\n",
                "a,b\n1,2,,,\n3,4,,,\n5,6,,,\n",
                "a,b\n1,2,3\n3,4,5\n",
                "a,b\n1,2\n",
                "a;b\n1;2,5\n3;4,5\n5;6,5\n"
            })
    void draftsOfTheFirstLineWhereNoOtherIsCertainToNameTheColumns(String table) throws IOException {
        Files.writeString(directory.resolve("ragged.csv"), table);

        assertThat(entente.run("new", "mapping", "ragged.csv").exitCode()).isZero();
        assertThat(directory.resolve("ragged.yaml")).content().contains("ragged: {}", "#   a: ");
    }

    @Test
    void draftsATableWithLinesOfTitle() throws IOException {
        Files.writeString(directory.resolve("titled.csv"), """
                "Data Source","World Development Indicators",

                "Last Updated Date","2024-06-28",

                "Country Name","Country Code","Founded","Note",""
                "France","FRA","1960","a",""
                "Kyrgyzstan","KGZ","1991","",""
                """);

        entente.run("new", "mapping", "titled.csv");

        assertThat(directory.resolve("titled.yaml"))
                .content()
                .contains("titled: {header: 5}", "#   Country Name: France");
    }

    @Test
    void draftsATableWhoseTitleDoesNotTellWhatStandsBetweenCells() throws IOException {
        Files.writeString(directory.resolve("aid.csv"), """
                Aid, by donor

                Donor;Amount
                Russia;2000,5
                France;117
                """);

        entente.run("new", "mapping", "aid.csv");

        assertThat(directory.resolve("aid.yaml")).content().contains("aid: {header: 3}", "#   Amount: 2000,5");
    }

    @Test
    void tellsWhatIsWrongWithAMapping() throws IOException {
        Files.writeString(
                directory.resolve("m.yaml"), "mapping: m\ntables: {t: }\nentities: [{id: \"{motio}\", kind: Event}]");

        Program.Run checked = entente.run("check", "m.yaml", "--table", "t=votes.csv");

        assertThat(checked.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(checked.err())
                .startsWith("entente: m.yaml:3:17: votes.csv has no column \"motio\"; did you mean \"motion\"?");
        assertThat(entente.run("check", "m.yaml", "--preview", "1").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void draftsNothingFromWhatIsNoTable() throws IOException {
        Files.writeString(directory.resolve("t.csv"), "a,a\n");

        Program.Run run = entente.run("new", "mapping", "t.csv");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(run.err()).contains("t.csv:1:2: two columns are called \"a\"");
        assertThat(entente.run("new", "mapping", "none.csv").exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(directory.resolve("t.yaml")).doesNotExist();
    }

    @Test
    void draftsFromATableInAnotherCharset() throws IOException {
        Files.write(
                directory.resolve("old.csv"),
                "pays,\"jour\nde f\u00eate\"\nB\u00e9nin,1960-08-01\n".getBytes(ISO_8859_1));

        assertThat(entente.run("new", "mapping", "old.csv").exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(entente.run("new", "mapping", "--charset", "ISO-8859-1", "old.csv")
                        .exitCode())
                .isZero();
        assertThat(directory.resolve("old.yaml")).content().contains("charset: ISO-8859-1", "#   pays: B\u00e9nin");
        fillIn("old.yaml");

        Program.Run checked = entente.run("check", "old.yaml", "--table", "old=old.csv", "--preview", "1");
        assertThat(checked.err()).isEmpty();
        assertThat(entente.run("new", "dossier", "--charset", "ISO-8859-1", "my-topic")
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void knowsAMappingInJson() throws IOException {
        Files.writeString(directory.resolve("m.json"), """
                {"title": "Motions", "mapping": "m", "sources": [{"id": "minutes"}], "tables": {"t": {}},
                 "entities": [{"id": "motion-{motion}", "kind": "Proposal", "name": "Motion {motion}"}]}""");

        Program.Run checked = entente.run("check", "m.json", "--table", "t=votes.csv", "--preview", "1");

        assertThat(checked.err()).isEmpty();
        assertThat(checked.lines()).contains("votes.csv:2: Proposal {name=Motion 1, id=motion-1}");
    }

    @Test
    void refusesOptionsOfTablesWhereThereIsNone() throws IOException {
        Files.writeString(directory.resolve("topic.yaml"), "dossier: topic\n");

        assertThat(entente.run("load", "topic.yaml", "--on-error", "skip").err())
                .startsWith("entente: --on-error goes with a mapping, and \"topic.yaml\" is none");
        assertThat(entente.run("load", "topic.yaml", "--rejects", "r.csv").exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(entente.run("load", "un-votes", "--table", "votes=-", "--table", "rollcalls=-")
                        .err())
                .startsWith("entente: standard input can be one table, and not several");
    }

    private void fillIn(String draft) throws IOException {
        Path file = directory.resolve(draft);
        Files.writeString(file, DraftedMappingsTest.filledIn(Files.readString(file)));
    }
}
