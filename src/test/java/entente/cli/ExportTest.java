package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import entente.Neo4jExtension;
import entente.Sample;
import entente.export.GraphReaders;
import entente.export.GraphReaders.Found;
import entente.graph.Connection;
import entente.graph.Graph;
import entente.graph.VocabularyFile;
import entente.load.DossierFile;
import entente.load.GraphDigest;
import entente.load.Loader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code export}. */
@Tag("database")
@Sample
@ExtendWith(Neo4jExtension.class)
class ExportTest {
    @TempDir
    private Path directory;

    private Program entente;

    @BeforeEach
    void program(Connection connection) {
        entente = new Program(directory).on(connection);
    }

    @Test
    void writesDossiersThatLoadIntoAnEqualGraph(Graph graph) throws IOException {
        String before = GraphDigest.of(graph);

        Program.Run run = entente.run("export", "--dossiers", "backup");

        assertThat(run.err()).isEmpty();
        assertThat(run.lines()).containsExactly("backup: 2 dossiers");
        graph.write("empty", writing -> writing.run("MATCH (n) DETACH DELETE n", Map.of()));
        new Loader(graph, VocabularyFile.bundled()).load(List.of(backup("osh-base-2009"), backup("states")));
        assertThat(GraphDigest.of(graph)).isEqualTo(before);
        assertThat(entente.run("export", "--dossiers", "again").exitCode()).isZero();
        assertThat(directory.resolve("again/osh-base-2009.json"))
                .hasSameTextualContentAs(directory.resolve("backup/osh-base-2009.json"));
    }

    /** The commands of the README, which make the graph anew in a database of its own. */
    @Test
    void writesABackupThatLoadsIntoANewDatabase() {
        assertThat(entente.run("export", "--dossiers", "backup").exitCode()).isZero();

        Program.Run load =
                entente.run("load", "--no-sample", "backup/osh-base-2009.json", "backup/states.json", "--data", "new");

        assertThat(load.exitCode()).as(load.err()).isZero();
        assertThat(directory.resolve("backup").toFile().list())
                .containsExactlyInAnyOrder("osh-base-2009.json", "states.json");
        assertThat(entente.run("digest", "--data", "new").lines())
                .isEqualTo(entente.run("digest").lines())
                .hasSize(1);
    }

    private DossierFile backup(String id) throws IOException {
        return DossierFile.read(directory.resolve("backup").resolve(id + ".json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"all.json", "all.jsonl", "all.csv", "all.graphml", "all.gexf", "all.jgf", "all.cyjs"})
    void writesTheWholeGraphInTheFormatOfTheEnding(String file) {
        Program.Run run = entente.run("export", file);

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith(file + ": ").contains(" entities, ");
        assertThat(directory.resolve(file)).content().contains("osh-base", "osh-article#12");
        assertThat(entente.run("export", file).err()).contains("is here already");
    }

    @Test
    void writesEveryEntityAndEveryRelationshipOnce(Graph graph) throws IOException {
        entente.run("export", "all.json");

        JsonNode whole =
                new ObjectMapper().readTree(directory.resolve("all.json").toFile());
        List<String> ids = new ArrayList<>();
        whole.get("relationships").forEach(one -> ids.add(one.get("type") + " " + one.get("id")));
        assertThat(ids).doesNotHaveDuplicates().hasSize(count(graph, "MATCH (:Entity)-[r]->(:Entity) RETURN count(r)"));
        assertThat(whole.get("nodes")).hasSize(count(graph, "MATCH (e:Entity) RETURN count(e)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"all.jsonl", "all.csv", "all.graphml", "all.gexf", "all.jgf", "all.cyjs"})
    void writesWhatAReaderOfTheFormatFindsWhole(String file, Graph graph) throws IOException {
        entente.run("export", file);

        String text = Files.readString(directory.resolve(file));
        Found found = read(file, text);
        assertThat(found.relationships()).hasSize(count(graph, "MATCH (:Entity)-[r]->(:Entity) RETURN count(r)"));
        if (!file.endsWith(".csv")) {
            assertThat(found.entities()).hasSize(count(graph, "MATCH (e:Entity) RETURN count(e)"));
        }
    }

    private static Found read(String file, String text) {
        return switch (file.substring(file.indexOf('.'))) {
            case ".jsonl" -> GraphReaders.jsonLines(text);
            case ".csv" -> new Found(List.of(), GraphReaders.csv(text));
            case ".graphml" -> GraphReaders.graphMl(text);
            case ".gexf" -> GraphReaders.gexf(text);
            case ".jgf" -> GraphReaders.jgf(text);
            case ".cyjs" -> GraphReaders.cytoscape(text);
            default -> throw new AssertionError(file);
        };
    }

    private static int count(Graph graph, String text) {
        Object count = graph.read(new entente.graph.Statement("count", text), 1)
                .rows()
                .get(0)
                .get(0);
        return ((Long) java.util.Objects.requireNonNull(count)).intValue();
    }

    @Test
    void writesWhatLiesAroundAnEntityOnADay() throws IOException {
        Program.Run run = entente.run(
                "export", "osh.json", "--around", "Osh base", "--types", "SUPPORTS", "--as-of", "2009-07-31");

        assertThat(run.err()).isEmpty();
        assertThat(run.lines()).containsExactly("osh.json: 4 entities, 3 relationships");
        assertThat(Files.readString(directory.resolve("osh.json")))
                .contains("\"totals\":{\"nodes\":4,\"relationships\":3}");
    }

    @ParameterizedTest
    @CsvSource({
        "--types SUPPORTS, 3",
        "--types SUPPORTS --direction in, 3",
        "--types SUPPORTS --direction out, 0",
        "--types SUPPORTS --as-of 2009-07-03, 1",
        "--types SUPPORTS --min-confidence high, 1",
        "--types LINKED_TO, 4",
        "--types LINKED_TO --min-confidence moderate, 3",
        "--types SUPPORTS --hops 2, 9",
        "'--types PROPOSED,LEADS', 1",
        "'--types PROPOSED,LEADS --hops 2', 4"
    })
    void leavesOutWhatTheOptionsLeaveOut(String options, int relationships) throws IOException {
        entente.run(("export part.json --around osh-base " + options).split(" "));

        JsonNode part =
                new ObjectMapper().readTree(directory.resolve("part.json").toFile());
        assertThat(part.get("relationships"))
                .hasSize(relationships)
                .allSatisfy(one -> assertThat(options).contains(one.get("type").asText()));
    }

    @Test
    void leavesNothingWhereItIsMistaken() {
        assertThat(entente.run("export", "graph.xyz").err()).contains("must end in .json, .jsonl");
        assertThat(entente.run("export", "a.json", "--types", "SUPORTS").err()).contains("did you mean \"SUPPORTS\"?");
        assertThat(entente.run("export", "b.json", "--around", "nobody at all").err())
                .contains("no entity is called");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void refusesABackupOfADossierWhoseLoadWasInterrupted(Graph graph) {
        String mark = "MATCH (d:Dossier {id: 'osh-base-2009'}) SET d.loading = ";
        graph.write("interrupt", writing -> writing.run(mark + "true", Map.of()));
        try {
            Program.Run run = entente.run("export", "--dossiers", "half");

            assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(run.err())
                    .startsWith("entente: the dossier osh-base-2009 is being loaded")
                    .contains("load it again or remove it")
                    .doesNotContain("make room");
            assertThat(directory.resolve("half")).isEmptyDirectory();
        } finally {
            graph.write("mend", writing -> writing.run(mark + "null", Map.of()));
        }
    }

    @Test
    void writesARowForEachEntityWhereAskedTo(Graph graph) throws IOException {
        assertThat(entente.run("export", "nodes.csv", "--rows", "nodes").err()).isEmpty();
        assertThat(entente.run("export", "bonds.csv", "--rows", "relationships", "--safe")
                        .err())
                .isEmpty();

        assertThat(Files.readAllLines(directory.resolve("nodes.csv")))
                .hasSize(1 + count(graph, "MATCH (e:Entity) RETURN count(e)"))
                .first()
                .asString()
                .startsWith("id,labels,name,");
        assertThat(Files.readAllLines(directory.resolve("bonds.csv")).get(0)).startsWith("\"id\",\"type\",");
    }

    @ParameterizedTest
    @CsvSource({
        "a.json --safe, --safe and --rows are for CSV",
        "a.gexf --rows nodes, --safe and --rows are for CSV",
        "a.csv --hops 2, --around",
        "--dossiers a --hops 2, --dossiers writes all",
        "--dossiers a --rows nodes, --dossiers writes all",
        "a.csv --around osh-base --hops 5, --hops"
    })
    void refusesOptionsThatWouldDoNothing(String arguments, String why) {
        Program.Run run = entente.run(("export " + arguments).split(" "));

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(why);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void keepsABackupApartFromWhatIsThere() throws IOException {
        Files.createDirectory(directory.resolve("full"));
        Files.writeString(directory.resolve("full/mine.json"), "mine");

        Program.Run run = entente.run("export", "--dossiers", "full");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("full is not empty");
    }
}
