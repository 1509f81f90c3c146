package entente.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import entente.Neo4jExtension;
import entente.graph.Connection;
import entente.graph.Graph;
import entente.graph.Statement;
import entente.graph.VocabularyFile;
import entente.load.document.Documents;
import entente.model.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

@Tag("database")
@ExtendWith(Neo4jExtension.class)
class LoadLawsTest {
    private static final DossierFile A = file("a.yaml", """
            dossier: a
            sources: [{id: gazette}]
            actors:
              - {id: ruritania, kind: State, name: Kingdom of Ruritania, aliases: [Ruritania]}
              - {id: graustark, kind: State, name: Graustark}
            agreements: [{id: the-pact, name: The Pact, signedOn: 1905-03, status: secret}]
            stances: [{actor: ruritania, supports: the-pact, since: 1905, until: 1907-06, confidence: high}]
            borders: [[ruritania, graustark]]
            """);
    private static final DossierFile B = file("b.yaml", """
            dossier: b
            sources: [{id: almanac, publishedOn: 1910}]
            actors: [{id: ruritania, kind: State, name: Ruritania, summary: A kingdom}]
            agreements: [{id: the-pact, name: Pact of Streslau, status: in force}]
            stances: [{actor: ruritania, opposes: the-pact, on: 1906-01-02}]
            """);
    private static final DossierFile C = file("c.yaml", """
            dossier: c
            base: true
            sources: [{id: register}]
            actors: [{id: ruritania, kind: State, name: Ruritania, iso2: [RU], status: former}]
            """);

    private Graph graph;
    private Loader loader;

    /** The laws hold whichever way a dossier is written. */
    Loader loader(Graph graph, Vocabulary vocabulary) {
        return new Loader(graph, vocabulary);
    }

    @BeforeEach
    void loader(Graph given) {
        graph = given;
        loader = loader(graph, VocabularyFile.bundled());
    }

    @Test
    void givesTheSameGraphWhenLoadedTwice() {
        loader.load(List.of(A, B));
        String digest = GraphDigest.of(graph);

        assertThat(loader.load(List.of(A, B))).allMatch(LoadReport::same);
        // the same facts in another file are compared, and found to be there
        assertThat(loader.load(List.of(commented(A))).get(0))
                .isEqualTo(new LoadReport("a", false, unchanged(3), unchanged(2), unchanged(1)));
        assertThat(GraphDigest.of(graph)).isEqualTo(digest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "acb", "bac", "bca", "cab", "cba"})
    void givesTheSameGraphInEachOrderOfLoading(String order) {
        loader.load(List.of(A, B, C));
        String together = GraphDigest.of(graph);
        List.of("a", "b", "c").forEach(loader::remove);
        assertThat(loader.isEmpty()).isTrue();

        order.chars().forEach(dossier -> loader.load(List.of(List.of(A, B, C).get(dossier - 'a'))));

        assertThat(GraphDigest.of(graph)).isEqualTo(together);
    }

    @Test
    void givesTheSameGraphFromJsonAsFromYaml() throws IOException {
        DossierFile yaml = DossierFile.bundled("osh-base-2009");
        DossierFile json = new DossierFile(
                "osh.json",
                new ObjectMapper()
                        .writeValueAsBytes(new Load(LoadSettings.builder().build())
                                .loadFromString(new String(yaml.content(), StandardCharsets.UTF_8))));
        loader.load(List.of(DossierFile.bundled("states"), yaml));
        String digest = GraphDigest.of(graph);
        loader.remove("osh-base-2009");
        loader.load(List.of(json));

        assertThat(GraphDigest.of(graph)).isEqualTo(digest);
    }

    @Test
    void comesBackToTheFirstGraphWhenAReplacedDossierIsPutBack() {
        loader.load(List.of(A, B, C));
        String digest = GraphDigest.of(graph);
        loader.load(List.of(file("a.yaml", """
                dossier: a
                sources: [{id: herald}]
                actors: [{id: ruritania, kind: State, name: Ruritania, aliases: [The Realm]}]
                entities: [{id: streslau, kind: Place}]
                relationships: [{type: LOCATED_IN, from: streslau, to: ruritania}]
                """)));
        assertThat(GraphDigest.of(graph)).isNotEqualTo(digest);

        loader.load(List.of(A));

        assertThat(GraphDigest.of(graph)).isEqualTo(digest);
    }

    @Test
    void showsAnotherNameWhenADossierBecomesABase() {
        loader.load(List.of(A, B));
        assertThat(namesOfThePact()).containsExactly(List.of("The Pact"));

        loader.load(List.of(file("b.yaml", "base: true\n" + new String(B.content(), StandardCharsets.UTF_8))));

        assertThat(namesOfThePact()).containsExactly(List.of("Pact of Streslau"));
    }

    private List<List<@Nullable Object>> namesOfThePact() {
        return graph.read(new Statement("test", "MATCH (e {id: 'the-pact'}) RETURN e.name"), 9)
                .rows();
    }

    @Test
    void takesOverAnIdThatAnotherDossierGivesUp() {
        String before = new String(A.content(), StandardCharsets.UTF_8)
                .replace("[ruritania, graustark]]", "{id: old-border, between: [ruritania, graustark]}]");
        loader.load(List.of(file("a.yaml", before)));

        loader.load(List.of(file("d.yaml", """
                dossier: d
                sources: [{id: atlas}]
                refers: [ruritania, graustark]
                borders: [{id: old-border, between: [ruritania, graustark]}]
                """), A));

        assertThat(graph.read(
                                new Statement(
                                        "test", "MATCH ()-[r:BORDERS]->() RETURN r.id, r.dossier ORDER BY r.dossier"),
                                9)
                        .rows())
                .containsExactly(List.of("a/BORDERS/graustark/ruritania", "a"), List.of("old-border", "d"));
    }

    @Test
    void leavesNoTraceOfAWriteThatBreaksOff() {
        loader.load(List.of(A));
        String digest = GraphDigest.of(graph);
        Vocabulary vocabulary = VocabularyFile.bundled();
        List<CheckedDossier> more = List.of(new CheckedDossier(new Assertions(read(B, vocabulary)), "checksum"));

        assertThatThrownBy(() -> graph.write("load", writing -> {
                    new Replacement(writing, vocabulary).replace(more);
                    throw new IllegalStateException("broken off");
                }))
                .hasMessageContaining("broken off");
        assertThat(GraphDigest.of(graph)).isEqualTo(digest);
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void completesALoadThatWasKilled(@TempDir Path directory, Connection connection) throws Exception {
        Path big = Files.writeString(directory.resolve("big.yaml"), big());
        DossierFile file = DossierFile.read(big);
        loader.load(List.of(A, file));
        String undisturbed = GraphDigest.of(graph);
        loader.remove("big");

        Process load = KilledLoad.start(big, connection);
        assertThat(load.inputReader().lines().anyMatch(KilledLoad.WRITING::equals))
                .isTrue();
        load.destroyForcibly().waitFor();
        loader.load(List.of(file));

        assertThat(GraphDigest.of(graph)).isEqualTo(undisturbed);
    }

    @Test
    void loadsWhatAUsersVocabularyAdds(@TempDir Path directory) throws IOException {
        Vocabulary vocabulary = VocabularyFile.extendedBy(Files.writeString(directory.resolve("more.yaml"), """
                kinds:
                  Pipeline: {description: What gas flows through, properties: {length: number}}
                relationships:
                  CROSSES: {description: runs through, from: [Pipeline], to: [State], properties: {openedOn: date}}
                """));
        DossierFile pipes = file("pipes.yaml", """
                dossier: pipes
                sources: [{id: survey}]
                refers: [ruritania]
                entities: [{id: northern-line, kind: Pipeline, length: 12.5}]
                relationships: [{type: CROSSES, from: northern-line, to: ruritania, openedOn: 1907-04}]
                """);
        loader.load(List.of(A));

        loader(graph, vocabulary).load(List.of(pipes));

        assertThat(graph.read(new Statement("test", """
                        MATCH (p:Pipeline:Entity)-[r:CROSSES]->(:State {id: 'ruritania'})
                        RETURN p.length, toString(r.openedOn), r.openedOnPrecision"""), 9).rows())
                .containsExactly(List.of(12.5, "1907-04-01", "month"));
    }

    @Test
    void removesWhatWasLoadedWithAVocabularyThatIsNotAtHand(@TempDir Path directory) throws IOException {
        Vocabulary vocabulary = VocabularyFile.extendedBy(Files.writeString(directory.resolve("more.yaml"), """
                relationships:
                  ADMIRES: {description: looks up to, from: [Actor], to: [Actor]}
                """));
        DossierFile fans = file("fans.yaml", """
                dossier: fans
                sources: [{id: survey}]
                refers: [ruritania]
                actors: [{id: a-fan, kind: Person, name: A fan}]
                relationships: [{type: ADMIRES, from: a-fan, to: ruritania}]
                """);
        loader.load(List.of(A));
        String before = GraphDigest.of(graph);
        loader(graph, vocabulary).load(List.of(fans));

        loader.remove("fans");

        assertThat(GraphDigest.of(graph)).isEqualTo(before);
    }

    private static String big() {
        StringBuilder dossier =
                new StringBuilder("dossier: big\nsources: [{id: census}]\nrefers: [ruritania]\nactors:\n");
        for (int i = 0; i < 5_000; i++) {
            dossier.append("  - {id: actor-%d, kind: Group, name: Actor %d}%n".formatted(i, i));
        }
        dossier.append("stances:\n");
        for (int i = 0; i < 5_000; i++) {
            dossier.append("  - {actor: actor-%d, supports: ruritania, since: 1905}%n".formatted(i));
        }
        return dossier.toString();
    }

    private static Dossier read(DossierFile file, Vocabulary vocabulary) {
        return Objects.requireNonNull(
                new DossierReader(vocabulary, new ArrayList<>()).read(Documents.read(file.name(), file.content())));
    }

    private static Changes unchanged(int count) {
        return new Changes(List.of(), List.of(), List.of(), count);
    }

    private static DossierFile commented(DossierFile file) {
        return file(file.name(), "# again\n" + new String(file.content(), StandardCharsets.UTF_8));
    }

    private static DossierFile file(String name, String dossier) {
        return new DossierFile(name, dossier.getBytes(StandardCharsets.UTF_8));
    }
}
