package entente.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import entente.DataSets;
import entente.Neo4jExtension;
import entente.graph.Graph;
import entente.graph.Statement;
import entente.graph.VocabularyFile;
import entente.query.DatasetQuestions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The bundled mappings on the data sets that they are for, asked the questions whose true answers are known. */
@Tag("database")
@ExtendWith(Neo4jExtension.class)
class DatasetsTest {
    private static final Path SHARED = Path.of(System.getProperty("entente.cypher"))
            .resolve("../../shared")
            .normalize();
    private static final DataSets REAL = new DataSets(SHARED.resolve("data"), ".csv.gz");
    private static final Path QUESTIONS = SHARED.resolve("competency/datasets.json");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> VOTES_FIRST =
            List.of("un-votes", "world-countries", "cow-contiguity", "cow-states", "atop");
    private static final List<String> VOTES_LAST =
            List.of("atop", "cow-states", "cow-contiguity", "world-countries", "un-votes");

    private static final List<String> OTHERS =
            List.of("un_roll_calls", "un_issues", "world-countries", "cow_contdir", "cow_states2016", "atop5_1m");

    private final Set<String> digests = new HashSet<>();

    @Test
    void makeTheSameGraphOfExcerptsInWhateverOrder(Graph graph) {
        loadAnew(graph, DataSets.EXCERPTS, VOTES_FIRST);
        loadAnew(graph, DataSets.EXCERPTS, VOTES_LAST);
    }

    /** Who describes a state, and how often, does not matter to what its codes mean. */
    @Test
    void areKnownAgainAfterOthersHaveDescribedTheirStates(Graph graph) {
        loadAnew(graph, DataSets.EXCERPTS, List.of("un-votes"));
        String before = loadedAt(graph);

        DataSets.EXCERPTS.load(graph, "world-countries");
        DataSets.EXCERPTS.load(graph, "un-votes");

        assertThat(loadedAt(graph)).isEqualTo(before);
    }

    private static String loadedAt(Graph graph) {
        return graph.readAll(
                new Statement("loaded-at", "MATCH (d:Dossier {id: 'un-votes'}) RETURN toString(d.loadedAt)"),
                rows -> String.valueOf(rows.next().get(0)));
    }

    /** Of the votes those of 2009, after which alone the questions ask: all of them take minutes. */
    @TestFactory
    Stream<DynamicNode> answerEveryQuestion(Graph graph, @TempDir Path directory) {
        return areThere()
                ? Stream.of(loadedAndAsked(graph, () -> withVotesOf2009(directory), VOTES_FIRST))
                : Stream.of(missing());
    }

    /** Takes minutes, and so runs with the benchmarks. */
    @Tag("benchmark")
    @TestFactory
    Stream<DynamicNode> answerEveryQuestionInWhateverOrder(Graph graph) {
        return areThere()
                ? Stream.of(VOTES_FIRST, VOTES_LAST).map(order -> loadedAndAsked(graph, () -> REAL, order))
                : Stream.of(missing());
    }

    private static boolean areThere() {
        return Files.isDirectory(REAL.directory()) && Files.exists(QUESTIONS);
    }

    private static DynamicNode missing() {
        String message = "the data sets are not in " + SHARED + ": their questions are not asked";
        return dynamicTest("the data sets", () -> assumeTrue(false, message));
    }

    private DynamicNode loadedAndAsked(Graph graph, Supplier<DataSets> dataSets, List<String> order) {
        Map<String, Supplier<List<?>>> answers = new DatasetQuestions(graph, labels(), namesInVotes()).byId();
        return dynamicContainer(
                String.join(", then ", order),
                Stream.concat(
                        Stream.of(dynamicTest("load into one graph", () -> loadAnew(graph, dataSets.get(), order))),
                        questions(answers)));
    }

    /** The data sets with the votes of one year. */
    private static DataSets withVotesOf2009(Path directory) {
        DataSets some = new DataSets(directory, ".csv.gz");
        Set<String> rollCalls = new HashSet<>();
        lines("un_roll_calls", line -> {
            String[] cells = line.split(",", 4);
            if (cells.length == 4 && cells[2].startsWith("2009-")) {
                rollCalls.add(cells[0]);
            }
        });
        rollCalls.add("rcid");
        try {
            for (String file : OTHERS) {
                Files.copy(REAL.file(file), some.file(file));
            }
            try (Writer votes = new OutputStreamWriter(
                    new GZIPOutputStream(Files.newOutputStream(some.file("un_votes"))), StandardCharsets.UTF_8)) {
                lines("un_votes", line -> {
                    if (rollCalls.contains(line.substring(0, line.indexOf(',')))) {
                        write(votes, line);
                    }
                });
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return some;
    }

    private static void write(Writer file, String line) {
        try {
            file.write(line + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** By the loader, in batches: so many relationships do not fit into one transaction. */
    @AfterEach
    void empty(Graph graph) {
        Loader loader = new Loader(graph, VocabularyFile.bundled());
        Set<String> loaded = Intake.checksums(graph).keySet();
        VOTES_FIRST.stream().filter(loaded::contains).forEach(loader::remove);
    }

    private void loadAnew(Graph graph, DataSets dataSets, List<String> order) {
        empty(graph);
        new Loader(graph, VocabularyFile.bundled()).load(List.of(DossierFile.bundled("states")));
        order.forEach(mapping -> assertThat(dataSets.load(graph, mapping))
                .as("rows of %s that are not taken up: number 8152 of ATOP is no state of any list", mapping)
                .hasSize(mapping.equals("atop") ? 1 : 0)
                .allSatisfy(row -> assertThat(row).contains("8152")));
        digests.add(GraphDigest.of(graph));

        assertThat(digests).as("the graph, whatever is loaded first").hasSize(1);
    }

    private static Stream<DynamicNode> questions(Map<String, Supplier<List<?>>> answers) {
        return StreamSupport.stream(questionsWithAnswers().spliterator(), false)
                .map(question -> dynamicTest(
                        question.get("id").asText() + " "
                                + question.get("question").asText(),
                        () -> isTrue(
                                Objects.requireNonNull(
                                                answers.get(question.get("id").asText()))
                                        .get(),
                                question.get("answer"))));
    }

    private static JsonNode questionsWithAnswers() {
        try {
            return JSON.readTree(QUESTIONS.toFile()).get("questions");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void isTrue(List<?> answer, JsonNode expected) throws IOException {
        JsonNode given = JSON.readTree(JSON.writeValueAsString(answer));

        assertThat(given.equals(DatasetsTest::compare, expected))
                .as("%s is %s", given, expected)
                .isTrue();
    }

    /** Numbers are compared by what they count, not by how they are written. */
    private static int compare(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber()
                ? new BigDecimal(one.asText()).compareTo(new BigDecimal(other.asText()))
                : one.equals(other) ? 0 : 1;
    }

    private static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        lines("cow_states2016", line -> {
            String[] cells = line.split(",", -1);
            labels.put(cells[1], cells[0]);
        });
        return labels;
    }

    private static Set<String> namesInVotes() {
        Set<String> names = new HashSet<>();
        lines("un_votes", line -> {
            int start = line.indexOf(',', line.indexOf(',') + 1) + 1;
            names.add(line.substring(start, line.lastIndexOf(',')).replace("\"", ""));
        });
        return names;
    }

    private static void lines(String file, Consumer<String> taken) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(REAL.file(file))), StandardCharsets.UTF_8))) {
            lines.lines().forEach(taken);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
