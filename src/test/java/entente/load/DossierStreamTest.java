package entente.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.Neo4jExtension;
import entente.graph.Graph;
import entente.graph.Statement;
import entente.graph.VocabularyFile;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Dossiers in files that are too large to hold, which for these tests is every one. */
@Tag("database")
@ExtendWith(Neo4jExtension.class)
class DossierStreamTest {
    private static final int GROUPS = 12_000;
    private static final String PACT = """
            {"dossier": "pact", "sources": [{"id": "gazette"}], "refers": ["ruritania"],
            "agreements": [{"id": "the-pact", "name": "The Pact", "signedOn": "1905-03"}],
            "stances": [
            {"actor": "ruritania", "supports": "the-pact", "since": "1905"},
            {"actor": "ruritania", "opposes": "the-pact", "on": "1906-01-02", "sources": ["gazette#3"]}]}
            """;
    private static final String KINGDOMS = """
            {"dossier": "kingdoms", "sources": [{"id": "gazette"}],
            "borders": [["ruritania", "graustark"]],
            "actors": [
            {"id": "ruritania", "kind": "State", "name": "Ruritania"},
            {"id": "graustark", "kind": "State", "name": "Graustark"}]}
            """;
    /** Uses the pact, which uses the kingdoms. */
    private static final String SIGNERS = KINGDOMS.replace("\"borders\"", """
            "refers": ["the-pact"],
            "signatures": [{"actor": "graustark", "agreement": "the-pact", "on": "1905-03"}],
            "borders\"""");

    @TempDir
    private Path directory;

    private Graph graph;
    private Loader loader;

    @BeforeEach
    void loader(Graph given) {
        graph = given;
        loader = new Loader(graph, VocabularyFile.bundled());
    }

    @Test
    void giveTheSameGraphAsThoseThatAreHeld() throws IOException {
        loader.load(List.of(held("pact.json", PACT), held("kingdoms.json", SIGNERS)));
        String digest = GraphDigest.of(graph);
        empty();
        List<LoadReport> reports =
                loader.load(List.of(streamed("pact.json", PACT), streamed("kingdoms.json", SIGNERS)));

        assertThat(GraphDigest.of(graph)).isEqualTo(digest);
        assertThat(reports)
                .extracting(report -> report.entities().tally().created())
                .containsExactly(1L, 2L);
        assertThat(reports)
                .extracting(report -> report.relationships().tally().created())
                .containsExactly(2L, 2L);
        assertThat(reports)
                .extracting(report -> report.sources().tally().created())
                .containsExactly(1L, 1L);
    }

    @Test
    void tellHowFarTheirLoadHasCome() throws IOException {
        loader.load(List.of(held("kingdoms.json", SIGNERS), held("pact.json", PACT)));
        DossierFile other = streamed("pact.json", PACT.replace("1905\"}", "1907\"}"));
        List<String> told = new ArrayList<>();
        loader.load(List.of(other), List.of(), new LoadProgress() {
            @Override
            public LongConsumer ofBytes(long total) {
                told.add(total + " bytes");
                return bytes -> told.add(bytes + " read");
            }

            @Override
            public void begin(String stage, long total) {
                told.add(total + " " + stage);
            }

            @Override
            public void more(long done) {
                told.add(done + " more");
            }
        });

        int size = PACT.length();
        assertThat(told)
                .containsSubsequence(
                        4 * size + " bytes", size + " read", size + " read", size + " read", size + " read")
                .endsWith("1 facts written", "1 more")
                .filteredOn((size + " read")::equals)
                .hasSize(DossierStream.READINGS);
    }

    @Test
    void useWhatIsLoadedWithThem() throws IOException {
        loader.load(List.of(streamed("pact.json", PACT), held("kingdoms.json", SIGNERS)));
        String digest = GraphDigest.of(graph);
        empty();
        loader.load(List.of(held("pact.json", PACT), streamed("kingdoms.json", SIGNERS)));

        assertThat(GraphDigest.of(graph)).isEqualTo(digest);
    }

    @Test
    void areKnownAgainAndReplacedAsAUnit() throws IOException {
        loader.load(List.of(held("kingdoms.json", SIGNERS), streamed("pact.json", PACT)));
        String digest = GraphDigest.of(graph);
        assertThat(loader.load(List.of(streamed("pact.json", PACT)))).allMatch(LoadReport::same);

        String other = PACT.replace("1905\"}", "1907\"}");
        assertThat(loader.tryOut(List.of(streamed("pact.json", other)), List.of(), LoadProgress.UNSEEN)
                        .get(0)
                        .relationships()
                        .tally())
                .isEqualTo(new Tally(1, 0, 1, 1));
        assertThat(GraphDigest.of(graph)).isEqualTo(digest);
        loader.load(List.of(streamed("pact.json", other)));
        assertThat(GraphDigest.of(graph)).isNotEqualTo(digest);
        loader.load(List.of(streamed("pact.json", PACT)));
        assertThat(GraphDigest.of(graph)).isEqualTo(digest);
    }

    @Test
    void tellAllThatIsWrongWithItsPlaceBeforeAnythingIsWritten() throws IOException {
        loader.load(List.of(held("kingdoms.json", KINGDOMS)));
        String digest = GraphDigest.of(graph);
        String wrong = PACT.replace("\"ruritania\", \"supports\"", "\"ruritani\", \"supports\"")
                .replace("\"ruritania\", \"opposes\"", "\"graustark\", \"opposes\"")
                .replace("1906-01-02", "1906-13-02")
                .replace("gazette#3", "gazete#3")
                .replace("\"kind\"", "\"kinds\"")
                .replace("\"signedOn\"", "\"signed\"");

        assertThatThrownBy(() -> loader.load(List.of(streamed("pact.json", wrong))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("pact.json:2:")
                .hasMessageContaining("did you mean \"signedOn\"?")
                .hasMessageContaining("pact.json:4:")
                .hasMessageContaining("unknown actor \"ruritani\"; did you mean \"ruritania\"?")
                .hasMessageContaining("pact.json:5:")
                .hasMessageContaining("list it under refers to use it")
                .hasMessageContaining("1906-13-02")
                .hasMessageContaining("unknown source \"gazete\"");
        assertThat(GraphDigest.of(graph)).isEqualTo(digest);
    }

    @Test
    void areRefusedWhereTheFileIsCutShortOrSaysAFactTwice() throws IOException {
        loader.load(List.of(held("kingdoms.json", SIGNERS), held("pact.json", PACT)));
        String digest = GraphDigest.of(graph);

        assertThatThrownBy(() -> loader.load(List.of(streamed("pact.json", PACT.substring(0, 300)))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("pact.json:5:")
                .hasMessageContaining("this is not JSON");
        assertThatThrownBy(
                        () -> loader.load(
                                List.of(
                                        streamed(
                                                "pact.json",
                                                PACT.replace(
                                                        "[\n{\"actor\"",
                                                        "[\n{\"actor\": \"ruritania\", \"supports\": \"the-pact\", \"since\": \"1905\", \"confidence\": \"low\"},\n{\"actor\"")))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("a key tells such facts apart");
        assertThat(GraphDigest.of(graph)).isEqualTo(digest);
    }

    @Test
    void areTheBackupOfALargeGraph() throws IOException {
        loader.load(List.of(held("kingdoms.json", SIGNERS), held("pact.json", PACT), held("groups.yaml", groups())));
        String digest = GraphDigest.of(graph);
        List<DossierFile> backup = backup();

        empty();
        loader.load(backup);

        assertThat(GraphDigest.of(graph)).isEqualTo(digest);
        assertThat(loader.load(backup)).allMatch(LoadReport::same);
    }

    @Test
    void areWrittenDownInTheOrderOfAnIndex() throws IOException {
        loader.load(List.of(held("kingdoms.json", SIGNERS), held("pact.json", PACT)));
        for (String begin : List.of("", "pact/")) {
            String text = StoredDossiers.RELATIONSHIPS.formatted("SUPPORTS", "SUPPORTS");
            assertThat(graph.planOfStranger(new Statement("explain", text, Map.of("begin", begin, "dossier", "pact")))
                            .toString())
                    .contains("IndexSeek")
                    .doesNotContain("Sort");
        }
    }

    private List<DossierFile> backup() throws IOException {
        StoredDossiers stored = new StoredDossiers(graph, VocabularyFile.bundled());
        List<DossierFile> files = new ArrayList<>();
        for (String id : stored.ids()) {
            Path file = directory.resolve("backup-" + id + ".json");
            try (Writer out = Files.newBufferedWriter(file)) {
                stored.write(id, out);
            }
            files.add(DossierFile.read(file, 0));
        }
        return files;
    }

    private void empty() {
        graph.write("empty", writing -> writing.run("MATCH (n) DETACH DELETE n", Map.of()));
    }

    /** Some of the facts have ids of their own. */
    private static String groups() {
        return IntStream.range(0, GROUPS)
                        .mapToObj(i -> "  - {id: group-%d, kind: Group, name: Group %d}".formatted(i, i))
                        .collect(Collectors.joining(
                                "\n",
                                "dossier: groups\nsources: [{id: census}]\nrefers: [ruritania]\nactors:\n",
                                "\nstances:\n"))
                + IntStream.range(0, GROUPS)
                        .mapToObj(i -> "  - {actor: group-%d, supports: ruritania, since: 1905%s}"
                                .formatted(i, i % 7 == 0 ? ", id: stance-" + i : ""))
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    private static DossierFile held(String name, String text) {
        return new DossierFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private DossierFile streamed(String name, String text) throws IOException {
        Path file = Files.writeString(directory.resolve(name), text);
        return DossierFile.read(file, 0);
    }
}
