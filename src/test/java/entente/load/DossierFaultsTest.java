package entente.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import entente.Neo4jExtension;
import entente.graph.Graph;
import entente.graph.Statement;
import entente.graph.VocabularyFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What bad input gets: its place, a way out, and nothing written. */
@Tag("database")
@ExtendWith(Neo4jExtension.class)
class DossierFaultsTest {
    private static final String GOOD = """
            dossier: pact
            sources: [{id: gazette}]
            actors:
              - {id: ruritania, kind: State, name: Ruritania}
            agreements:
              - {id: the-pact, name: The Pact}
            stances:
              - {actor: ruritania, supports: the-pact, since: 1905}
            """;

    private Graph graph;
    private Loader loader;

    @BeforeEach
    void loader(Graph given) {
        graph = given;
        loader = new Loader(graph, VocabularyFile.bundled());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    title: x                | titel: x                   | 9:1   | unknown key "titel"; did you mean "title"?
                    name: Ruritania}        | nmae: Ruritania}           | 4:34  | unknown key "nmae"; did you mean "name"?
                    kind: State             | kind: Stade                | 4:27  | did you mean "State"?
                    actor: ruritania        | actor: ruritanya           | 8:13  | unknown entity "ruritanya"; did you mean "ruritania"?
                    since: 1905             | since: 1905-02-30          | 8:51  | not in the calendar
                    since: 1905             | since: soon                | 8:51  | is not a date
                    since: 1905             | since: 1905, until: 1904   | 8:64  | before it starts
                    since: 1905             | sources: [gazete]          | 8:54  | unknown source "gazete"; did you mean "gazette"?
                    since: 1905             | opposes: the-pact          | 8:5   | only one
                    supports: the-pact      | neutralOn: the-pact        | 8:5   | "position" is missing
                    supports: the-pact      | supports: ruritania        | 8:34  | joined to itself
                    confidence: x           | confidence: sure           | 8:69  | take low, moderate or high
                    id: the-pact            | id: The Pact               | 6:10  | cannot be an id
                    [{id: gazette}]         | []                         | 8:5   | has no source
                    [{id: gazette}]         | [{id: gazette, url: ftp://x}] | 2:30 | is not an http or https address
                    """)
    void namesThePlaceAndAWayOut(String good, String bad, String place, String message) {
        String dossier = GOOD.contains(good)
                ? GOOD.replace(good, bad)
                : bad.startsWith("confidence") ? GOOD.replace("1905}", "1905, " + bad + "}") : GOOD + bad + "\n";

        assertThat(problems(dossier))
                .anySatisfy(problem -> assertThat(problem.toString())
                        .startsWith("test.yaml:" + place + ": ")
                        .contains(message));
        assertThat(isEmpty()).isTrue();
    }

    @Test
    void reportsEverythingAtOnce() {
        String dossier = GOOD.replace("Ruritania", "Ruritania, colour: red")
                .replace("1905", "1905-13")
                .replace("supports: the-pact", "supports: the-pakt");

        assertThat(problems(dossier)).hasSize(3);
    }

    @Test
    void asksForAKeyWhereTwoFactsAreTheSame() {
        String twice = "  - {actor: ruritania, supports: the-pact, since: 1905}\n";

        assertThat(problems(GOOD + twice))
                .singleElement()
                .asString()
                .startsWith("test.yaml:9:5: ")
                .contains("a key");
        loader.load(List.of(file(GOOD + twice.replace("1905}", "1905, key: again}"))));
    }

    @Test
    void asksToReferToWhatAnotherDossierDescribes() {
        loader.load(List.of(file(GOOD)));
        String other = """
                dossier: other
                sources: [{id: s}]
                actors: [{id: graustark, kind: State}]
                borders: [[graustark, ruritania]]
                """;

        assertThat(problems(other)).singleElement().asString().contains("list it under refers");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# only a comment",
                "- a list",
                "just text",
                "dossier: [unclosed",
                "dossier: \"unclosed",
                "dossier: a\n\ttitle: tab",
                "dossier: a\ndossier: b",
                "dossier: a\n---\ndossier: b",
                "a: &a [x]\nb: *a",
                "dossier: {deep: {deep: {deep: {deep: {deep: {deep: {deep: {deep: {deep: {deep: {deep: {deep: {deep: "
                        + "{deep: {deep: {deep: {deep: {deep: {deep: {deep: {deep: {deep: x}}}}}}}}}}}}}}}}}}}}}}}",
                "dossier: \"nul\\0\""
            })
    void refusesWhatIsNoDossier(String text) {
        assertThat(problems(text))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.toString()).startsWith("test.yaml:"));
        assertThat(isEmpty()).isTrue();
    }

    @Test
    void namesThePlaceOfBytesThatAreNotUtf8() {
        byte[] bytes = GOOD.replace("Ruritania", "Ruritañia").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(problems(new DossierFile("test.yaml", bytes)))
                .singleElement()
                .asString()
                .startsWith("test.yaml:4:46: ")
                .contains("UTF-8");
    }

    @Test
    void readsJsonWithPlaces() {
        String json = "{\"dossier\": \"pact\",\n \"sources\": [{\"id\": \"s\"}],\n \"titel\": \"x\"}";

        assertThat(problems(new DossierFile("test.json", json.getBytes(StandardCharsets.UTF_8))))
                .singleElement()
                .asString()
                .startsWith("test.json:3:2: unknown key");
    }

    @Test
    void keepsCypherAndMarkupInNamesAsData() {
        String name = "'}) DETACH DELETE n // <script>alert(1)</script> ${x} $y";
        loader.load(List.of(file(GOOD.replace("name: Ruritania", "name: \"" + name + "\""))));

        assertThat(graph.read(new Statement("test", "MATCH (e {id: 'ruritania'}) RETURN e.name"), 1)
                        .rows())
                .containsExactly(List.of(name));
    }

    private List<Problem> problems(String dossier) {
        return problems(file(dossier));
    }

    private List<Problem> problems(DossierFile file) {
        return catchThrowableOfType(InvalidInputException.class, () -> loader.load(List.of(file)))
                .problems();
    }

    private boolean isEmpty() {
        return loader.isEmpty();
    }

    private static DossierFile file(String dossier) {
        return new DossierFile("test.yaml", dossier.getBytes(StandardCharsets.UTF_8));
    }
}
