package entente.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import entente.Neo4jExtension;
import entente.graph.Graph;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Several claims about the same two: how they are drawn, and how they stand beside each other. */
@Tag("database")
@Tag("page")
@ExtendWith({Neo4jExtension.class, PageExtension.class})
class ClaimsOnThePageTest {
    /**
     * Ruritania backs the base three times over, less and less surely, and is against it as well; Graustark takes no
     * side.
     */
    private static final String GRAPH = """
            CREATE (r:Entity:Actor:State {id: 'ruritania', name: 'Ruritania'}), (g:Entity:Actor:State {id: 'graustark', name: 'Graustark'})
            CREATE (b:Entity:Base {id: 'fort', name: 'The fort'})
            CREATE (:Dossier {id: 'd', title: 'On the fort'})-[:CITES]->(:Source {key: 'd/s', id: 's', dossier: 'd', title: 'Gazette'})
            FOREACH (one IN [['1', 'high'], ['2', 'moderate'], ['3', 'low']] | CREATE (r)-[:SUPPORTS {id: one[0], confidence: one[1],
              summary: 'For it, ' + one[0], basis: 'stated', dossier: 'd', sources: ['s#' + one[0]], validFrom: date('2001-01-01'),
              validTo: date('9999-12-31'), fromPrecision: 'day', toPrecision: 'unknown'}]->(b))
            CREATE (r)-[:OPPOSES {id: '4', confidence: 'low', summary: 'Against it', basis: 'stated', dossier: 'd', sources: ['s#4'],
              validFrom: date('2002-01-01'), validTo: date('9999-12-31'), fromPrecision: 'day', toPrecision: 'unknown'}]->(b)
            CREATE (g)-[:NEUTRAL_ON {id: '5', confidence: 'moderate', summary: 'Neither', basis: 'stated', dossier: 'd', sources: ['s#5'],
              validFrom: date('2002-01-01'), validTo: date('9999-12-31'), fromPrecision: 'day', toPrecision: 'unknown'}]->(b)""";

    private static final String FOR = "ruritania~fort~SUPPORTS";
    private static final String AGAINST = "ruritania~fort~OPPOSES";
    private static final String NEITHER = "graustark~fort~NEUTRAL_ON";

    @Test
    void tellsSidesApartByColourAndLineAndConfidenceByOpacity(Graph graph, ExplorerPage page) {
        try (Api api = served(graph)) {
            page.open(api, "/?around=fort").drawn(3, 5);

            assertThat(page.looks(FOR, "line-color")).isEqualTo("rgb(26,135,84)");
            assertThat(page.looks(AGAINST, "line-color")).isEqualTo("rgb(200,55,45)");
            assertThat(page.looks(NEITHER, "line-color")).isEqualTo("rgb(115,125,139)");
            assertThat(page.looks(FOR, "line-style")).isEqualTo("solid");
            assertThat(page.looks(AGAINST, "line-style")).isEqualTo("dashed");
            assertThat(page.looks(NEITHER, "line-style")).isEqualTo("dotted");
            assertThat(page.looks(FOR, "target-arrow-shape")).isEqualTo("triangle");
            assertThat(page.looks(AGAINST, "target-arrow-shape")).isEqualTo("tee");
            assertThat(page.looks(FOR, "opacity")).as("of the surest claim").isEqualTo("1");
            assertThat(page.looks(NEITHER, "opacity")).isEqualTo("0.65");
            assertThat(page.looks(AGAINST, "opacity")).isEqualTo("0.35");
            assertThat(page.looks("ruritania", "shape")).isNotEqualTo(page.looks("fort", "shape"));
            assertThat(page.looks("ruritania", "background-color"))
                    .isNotEqualTo(page.looks("fort", "background-color"));
        }
    }

    @Test
    void drawsParallelClaimsAsOneLineWithACountThatOpens(Graph graph, ExplorerPage page) {
        try (Api api = served(graph)) {
            page.open(api, "/?around=fort").drawn(3, 5);
            assertThat(page.looks(FOR, "label")).isEqualTo("×3");
            assertThat(page.looks(NEITHER, "label")).isEmpty();
            page.page().waitForResponse("**/api/v1/subgraph*", () -> page.clickAt(FOR));
            assertThat(page.find(".panel")).containsText("3 claims on this line");
            page.button("Draw each as a line").click();
            page.drawn(3, 5);

            assertThat(page.looks(FOR + "~3", "opacity")).isEqualTo("0.35");
            page.picture("claims");
            page.clickAt(FOR + "~2");
            assertThat(page.find(".panel .claim").first()).containsText("For it, 2");
            page.page().reload();
            page.drawn(3, 5);
            assertThat(page.find(".panel .claim").first()).containsText("For it, 2");
            page.button("Draw as one line").click();
            page.drawn(3, 5);
            assertThat(page.looks(FOR, "label")).isEqualTo("×3");
        }
    }

    @Test
    void putsTheClaimThatSaysOtherwiseBesideTheOneThatWasAskedFor(Graph graph, ExplorerPage page) {
        try (Api api = served(graph)) {
            page.open(api, "/?q=who+backs+fort%3F").drawn(2, 3).clickAt(FOR);

            assertThat(page.find(".disputed")).hasText("1 other claim says otherwise.");
            assertThat(page.find(".beside .claim").last()).containsText("Against it");
        }
    }

    @Test
    void drawsNoLineOnAnotherInTheOnePageThatOpensWithoutAServer(
            Graph graph, ExplorerPage page, @TempDir Path directory) {
        try (Api api = served(graph)) {
            page.open(api, "/?around=fort").drawn(3, 5);
            page.openAsOnePage(directory);

            assertThat(page.find(".picture > path")).hasCount(3);
            assertThat(page.find(".picture > text", "×3")).hasCount(1);
            assertThat(page.find(".picture > path").first().getAttribute("d"))
                    .isNotEqualTo(page.find(".picture > path").nth(1).getAttribute("d"));
            page.picture("standalone-claims");
        }
    }

    @Test
    void putsWhoSaysBothOnNeitherSide(Graph graph, ExplorerPage page) {
        try (Api api = served(graph)) {
            page.open(api, "/?q=where+does+everyone+stand+on+fort%3F")
                    .drawn(3, 5)
                    .picture("both");
            assertThat(headings(page)).isEqualTo(List.of("Neither · 1", "For and against · 1"));

            page.open(api, "/?q=where+does+everyone+stand+on+fort%3F&on=2001-06-01")
                    .drawn();
            assertThat(headings(page)).isEqualTo(List.of("For · 1"));
        }
    }

    private static Object headings(ExplorerPage page) {
        return page.page()
                .evaluate(
                        "document.querySelector('.canvas')._cyreg.cy.nodes('.heading').map((one) => one.data('label'))");
    }

    /** A member that left and came back. */
    private static final String TURNS = """
            CREATE (r:Entity:Actor:State {id: 'ruritania', name: 'Ruritania'}), (l:Entity:Actor:Organization {id: 'league', name: 'League'})
            FOREACH (one IN [['1', '1990-01-01', '1999-01-01'], ['2', '2006-01-01', '9999-12-31'], ['3', '2000-01-01', '2001-01-01']] |
              CREATE (r)-[:MEMBER_OF {id: one[0], validFrom: date(one[1]), validTo: date(one[2]), fromPrecision: 'day',
                toPrecision: CASE one[2] WHEN '9999-12-31' THEN 'unknown' ELSE 'day' END, dossier: 'd', confidence: 'high', summary: 'Member'}]->(l))""";

    @Test
    void tellsWhatBecameOfEachClaimOfALine(Graph graph, ExplorerPage page, @TempDir Path directory) {
        graph.write("turns", writing -> writing.run(TURNS, Map.of()));
        try (Api api = Api.on(graph)) {
            page.open(api, "/?view=compare&entity=league&from=1995-01-01&to=2010-01-01&show=table");
            assertThat(page.find("graph-tables tr", "1990")).containsText("ended");
            assertThat(page.find("graph-tables tr", "2006")).containsText("appeared");
            assertThat(page.find("graph-tables tr", "2000")).containsText("began and ended");

            page.button("Graph").click();
            page.drawn(2, 3);
            assertThat(page.looks("ruritania~league~MEMBER_OF", "label")).isEqualTo("≠ ×3");
            assertThat(page.find(".legend .sign")).hasText("≠ changed");
            page.openAsOnePage(directory);
            assertThat(page.find(".legend")).containsText("≠ changed");
            assertThat(page.find(".picture > text", "≠ ×3")).hasCount(1);
        }
    }

    @Test
    void tellsWhereDossiersDescribeAnEntityDifferently(Graph graph, ExplorerPage page) {
        graph.write("described", writing -> writing.run("""
                CREATE (f:Entity:Base {id: 'fort', name: 'The fort', status: 'open'})
                FOREACH (one IN [['d', 'open'], ['e', 'closed']] |
                  CREATE (:Dossier {id: one[0], title: 'Of ' + one[0]})-[:ASSERTS {name: 'The fort', status: one[1]}]->(f))""", Map.of()));
        try (Api api = Api.on(graph)) {
            page.open(api, "/?around=fort").drawn();
            assertThat(page.find(".panel .beside .claim")).hasText(new Pattern[] {
                Pattern.compile("Of d\\s*status\\s*open"), Pattern.compile("Of e\\s*status\\s*closed")
            });
            page.open(api, "/?view=entity&id=fort");
            assertThat(page.find(".says")).hasCount(2);
        }
    }

    private static Api served(Graph graph) {
        graph.write("claims", writing -> writing.run(GRAPH, Map.of()));
        return Api.on(graph);
    }
}
