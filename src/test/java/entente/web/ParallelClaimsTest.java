package entente.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import entente.Neo4jExtension;
import entente.graph.Graph;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many of the same: claims between the same two, relationships of one entity, entities of one name. */
@Tag("database")
@Tag("page")
@ExtendWith({Neo4jExtension.class, PageExtension.class})
class ParallelClaimsTest {
    private static final String GRAPH = """
            CREATE (a:Entity:Actor:State {id: 'a', name: 'Arcadia'}), (b:Entity:Base {id: 'b', name: 'The base'})
            WITH a, b
            FOREACH (n IN range(1, 3) | CREATE (a)-[:SUPPORTS {id: 'r' + n, validFrom: date('2009-01-01'), validTo: date('9999-12-31'),
              fromPrecision: 'day', toPrecision: 'unknown', summary: 'Report ' + n, confidence: 'low', dossier: 'd' + n}]->(b))
            FOREACH (n IN range(1, 143) | CREATE (b)<-[:OPPOSES {id: 'o' + n, validFrom: date('2009-01-01'), validTo: date('9999-12-31'),
              fromPrecision: 'day', toPrecision: 'unknown', confidence: 'high', dossier: 'd'}]-(:Entity:Actor:State {id: 'x' + n, name: 'X' + n}))""";

    @Test
    void tellsOfTheClaimsOfTheDayThatIsSeen(Graph graph, ExplorerPage page) {
        graph.write("claims", writing -> {
            writing.run(GRAPH, Map.of());
            writing.run(
                    "MATCH (:Entity {id: 'a'})-[r:SUPPORTS {id: 'r3'}]->() SET r.validFrom = date('2010-01-01')",
                    Map.of());
            return 0;
        });
        try (Api api = Api.on(graph)) {
            page.open(api, "/?around=a&on=2009-06-01&show=table");
            page.find("graph-tables button.link").first().click();
            assertThat(page.find(".panel .claim")).hasCount(2);
            page.button("To the next change").click();

            assertThat(page.find(".panel .claim")).hasCount(3);
        }
    }

    @Test
    void asksWhichOfTwoIsMeantThatBearOneName(Graph graph, ExplorerPage page) {
        graph.write("namesakes", writing -> writing.run("""
                CREATE (:Entity:Actor:Organization {id: 'unity-party', name: 'Unity'}), (:Entity:Actor:Organization {id: 'unity-movement', name: 'Unity'})""", Map.of()));
        try (Api api = Api.on(graph)) {
            page.mayBeRefused().open(api, "/").ask("unity");
            assertThat(page.find(".problem li")).containsText(new String[] {"unity-movement", "unity-party"});
            page.link("Unity").last().click();

            assertThat(page.page()).hasURL(Pattern.compile("\\?around=unity-party$"));
        }
    }

    @Test
    void drawsParallelClaimsAsOneLineThatOpensAndTellsHowManyComeBeforeTheyDo(Graph graph, ExplorerPage page) {
        graph.write("claims", writing -> writing.run(GRAPH, Map.of()));
        try (Api api = Api.on(graph)) {
            page.open(api, "/?around=a").drawn(2, 3);
            page.open(api, "/?around=a&show=table");
            page.find("graph-tables button.link").first().click();
            assertThat(page.find(".panel .claim .summary")).hasText(new String[] {"Report 1", "Report 2", "Report 3"});
            page.button("Draw each as a line").click();
            assertThat(page.page()).hasURL(Pattern.compile("split=a%7Eb%7ESUPPORTS"));
            assertThat(page.button("Draw as one line")).isVisible();

            page.open(api, "/?around=a").drawn(2, 3);
            page.button("Table").click();
            page.button("About The base").click();
            assertThat(page.find(".expand button", "OPPOSES")).hasText(Pattern.compile("\\+143 OPPOSES ←, showing 50"));
            page.find(".expand button", "OPPOSES").click();
            page.button("Graph").click();
            page.drawn(52, 53);
            page.button("Next 50 OPPOSES to it").click();
            page.drawn(102, 103);
            page.button("Next 43 OPPOSES to it").click();
            page.drawn(145, 146);
        }
    }
}
