package entente.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.Neo4jExtension;
import entente.graph.Graph;
import entente.graph.Statement;
import entente.graph.VocabularyFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("database")
@ExtendWith(Neo4jExtension.class)
class LoaderTest {
    private static final String PACT = """
            dossier: pact
            sources: [{id: gazette, title: The Gazette}]
            actors:
              - {id: ruritania, kind: State, name: Ruritania}
              - {id: graustark, kind: State, name: Graustark, aliases: [The Duchy]}
            agreements:
              - {id: the-pact, name: The Pact, signedOn: 1905-03}
            stances:
              - {actor: ruritania, supports: the-pact, since: 1905, until: 1907-06, confidence: high}
              - {actor: graustark, opposes: the-pact, on: 1905-03-02, sources: [gazette#4]}
            signatures:
              - {actor: ruritania, agreement: the-pact, on: 1905-03}
            borders:
              - [ruritania, graustark]
            """;

    private Graph graph;
    private Loader loader;

    @BeforeEach
    void loader(Graph given) {
        graph = given;
        loader = new Loader(graph, VocabularyFile.bundled());
    }

    @Test
    void writesADossierWithItsDatesAndSources() {
        LoadReport report = load(PACT);

        assertThat(report.entities().created()).containsExactly("graustark", "ruritania", "the-pact");
        assertThat(report.relationships().created()).hasSize(4);
        assertThat(rows("""
                        MATCH (a:Actor:State)-[s:SUPPORTS]->(:Agreement {id: 'the-pact'})
                        RETURN a.id, toString(s.validFrom), s.fromPrecision, toString(s.validTo), s.toPrecision,
                               s.confidence, s.sources, s.dossier, s.id"""))
                .containsExactly(List.of(
                        "ruritania",
                        "1905-01-01",
                        "year",
                        "1907-07-01",
                        "month",
                        "high",
                        List.of("gazette"),
                        "pact",
                        "pact/SUPPORTS/ruritania/the-pact@1905-01-01"));
        assertThat(rows("MATCH (a)-[r:BORDERS]->(b) RETURN a.id, b.id, toString(r.validFrom), toString(r.validTo)"))
                .containsExactly(List.of("graustark", "ruritania", "0001-01-01", "9999-12-31"));
        assertThat(rows("MATCH ()-[r:OPPOSES]->() RETURN toString(r.validFrom), toString(r.on), r.sources"))
                .containsExactly(List.of("1905-03-02", "1905-03-02", List.of("gazette#4")));
    }

    @Test
    void skipsAFileThatIsLoadedAlready() {
        load(PACT);

        assertThat(load(PACT).same()).isTrue();
    }

    @Test
    void replacesADossierAsAUnit() {
        load(PACT);

        LoadReport report = load(PACT.replace("confidence: high", "confidence: low")
                .replace("borders:\n  - [ruritania, graustark]\n", "")
                .replace("name: Ruritania", "name: Ruritania, summary: A kingdom"));

        assertThat(report.relationships().created()).isEmpty();
        assertThat(report.relationships().changed()).containsExactly("pact/SUPPORTS/ruritania/the-pact@1905-01-01");
        assertThat(report.relationships().removed()).containsExactly("pact/BORDERS/graustark/ruritania");
        assertThat(report.relationships().unchanged()).isEqualTo(2);
        assertThat(report.entities().changed()).containsExactly("ruritania");
        assertThat(rows("MATCH ()-[r:SUPPORTS]->() RETURN r.confidence")).containsExactly(List.of("low"));
        assertThat(rows("MATCH ()-[r:BORDERS]->() RETURN r")).isEmpty();
    }

    @Test
    void leavesNothingOfARemovedDossier() {
        load(PACT);

        loader.remove("pact");

        assertThat(rows("MATCH (n) RETURN n")).isEmpty();
    }

    @Test
    void tellsWhatItWouldDoAndDoesNothing() {
        LoadReport report = loader.tryOut(List.of(file(PACT)), List.of(), LoadProgress.UNSEEN)
                .get(0);

        assertThat(report.relationships().created()).hasSize(4);
        assertThat(rows("MATCH (n) RETURN n")).isEmpty();
    }

    @Test
    void showsWhatSeveralDossiersSayWhateverTheOrderOfLoading() {
        String more = """
                dossier: almanac
                base: true
                sources: [{id: almanac}]
                actors: [{id: graustark, kind: State, name: Principality of Graustark, summary: A principality}]
                """;
        load(PACT);
        load(more);
        String digest = GraphDigest.of(graph);
        List<List<@Nullable Object>> shown = rows("MATCH (e {id: 'graustark'}) RETURN e.name, e.aliases, e.summary");
        loader.remove("pact");
        loader.remove("almanac");
        load(more);
        load(PACT);

        assertThat(shown)
                .containsExactly(
                        List.of("Principality of Graustark", List.of("Graustark", "The Duchy"), "A principality"));
        assertThat(GraphDigest.of(graph)).isEqualTo(digest);
    }

    @Test
    void keepsAnEntityThatAnotherDossierUses() {
        load(PACT);
        load("""
                dossier: league
                sources: [{id: minutes}]
                refers: [ruritania]
                actors: [{id: the-league, kind: Organization, name: The League}]
                relationships: [{type: MEMBER_OF, from: ruritania, to: the-league}]
                """);

        assertThatThrownBy(() -> loader.remove("pact"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("\"ruritania\"")
                .hasMessageContaining("league");
        assertThat(rows("MATCH (e {id: 'graustark'}) RETURN e.id")).hasSize(1);
    }

    @Test
    void loadsTheBundledDossiers() {
        List<LoadReport> reports = loader.load(
                DossierFile.BUNDLED.stream().map(DossierFile::bundled).toList());

        assertThat(reports).hasSize(2).noneMatch(report -> report.entities().isEmpty());
        assertThat(rows("MATCH (a)-[s:SUPPORTS]->({id: 'osh-base'}) RETURN a.id ORDER BY a.id"))
                .containsExactly(List.of("csto"), List.of("kazakhstan"), List.of("russia"));
    }

    private LoadReport load(String dossier) {
        return loader.load(List.of(file(dossier))).get(0);
    }

    private static DossierFile file(String dossier) {
        return new DossierFile("test.yaml", dossier.getBytes(StandardCharsets.UTF_8));
    }

    private List<List<@Nullable Object>> rows(String cypher) {
        return graph.read(new Statement("test", cypher), 100).rows();
    }
}
