package entente.load;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Neo4jExtension;
import entente.graph.Graph;
import entente.graph.Statement;
import entente.graph.VocabularyFile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("database")
@ExtendWith(Neo4jExtension.class)
class StoredDossiersTest {
    private static final String ACTORS = """
            dossier: dated
            sources: [{id: gazette}]
            actors: [{id: graustark, kind: State}, {id: ruritania, kind: State}]
            relationships:
            """;
    /** Nothing is said in the place of an empty text. */
    private static final List<String> SINCE = List.of("", "2008", "2009", "2009-01", "2009-01-01");

    private static final List<String> ON = List.of("", "2009", "2009-01", "2009-01-01");
    /** None of them lies before one of the others. */
    private static final List<String> UNTIL =
            List.of("", "2009", "2009-01", "2009-01-01", "2009-01-31", "2009-12", "2009-12-31", "2010");

    @Test
    void keepEveryCombinationOfDates(Graph graph) throws IOException {
        Loader loader = new Loader(graph, VocabularyFile.bundled());
        loader.load(List.of(file("dated.yaml", ACTORS + String.join("\n", dated()))));
        String digest = GraphDigest.of(graph);
        StringWriter backup = new StringWriter();
        new StoredDossiers(graph, VocabularyFile.bundled()).write("dated", backup);
        graph.write("empty", writing -> writing.run("MATCH (n) DETACH DELETE n", Map.of()));

        loader.load(List.of(file("dated.json", backup.toString())));

        assertThat(graph.read(new Statement("count", "MATCH ()-[r:SUPPORTS|ATTACKED]->() RETURN r.id"), 1_000)
                        .rows())
                .hasSize(dated().size());
        assertThat(GraphDigest.of(graph)).isEqualTo(digest);
    }

    private static List<String> dated() {
        List<String> facts = new ArrayList<>();
        for (String since : SINCE) {
            for (String on : ON) {
                for (String until : UNTIL) {
                    facts.add(fact("SUPPORTS", facts.size(), since, on, until));
                    if (isInstant(since, on, until)) {
                        facts.add(fact("ATTACKED", facts.size(), since, on, until));
                    }
                }
            }
        }
        return facts;
    }

    /** Either a day, or a period that ends. */
    private static boolean isInstant(String since, String on, String until) {
        return on.isEmpty() ? since.isEmpty() || !until.isEmpty() : (since + until).isEmpty();
    }

    private static String fact(String type, int key, String since, String on, String until) {
        return "  - {type: " + type + ", from: ruritania, to: graustark, key: k" + key + said("since", since)
                + said("on", on) + said("until", until) + "}";
    }

    private static String said(String name, String date) {
        return date.isEmpty() ? "" : ", " + name + ": " + date;
    }

    private static DossierFile file(String name, String text) {
        return new DossierFile(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
