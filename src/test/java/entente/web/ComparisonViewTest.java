package entente.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import entente.Neo4jExtension;
import entente.graph.Graph;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two days, and what became of an entity between them; and routes of which there are many. */
@Tag("database")
@Tag("page")
@ExtendWith({Neo4jExtension.class, PageExtension.class})
class ComparisonViewTest {
    private static final String TURN = """
            CREATE (a:Entity:Actor:State {id: 'a', name: 'Arcadia'}), (b:Entity:Base {id: 'b', name: 'The base'}),
              (c:Entity:Actor:Organization {id: 'c', name: 'The league'})
            CREATE (a)-[:SUPPORTS {id: 'r1', validFrom: date('2005-01-01'), validTo: date('2010-01-01'), fromPrecision: 'day',
              toPrecision: 'day', confidence: 'high', dossier: 'd', summary: 'Welcomes it'}]->(b)
            CREATE (a)-[:OPPOSES {id: 'r2', validFrom: date('2010-01-01'), validTo: date('9999-12-31'), fromPrecision: 'day',
              toPrecision: 'unknown', confidence: 'high', dossier: 'd', summary: 'Wants it closed'}]->(b)
            CREATE (a)-[:MEMBER_OF {id: 'r3', validFrom: date('2005-01-01'), validTo: date('2010-06-01'), fromPrecision: 'day',
              toPrecision: 'day', confidence: 'high', dossier: 'd', summary: 'Left'}]->(c)""";
    private static final String RENEWAL = """
            MATCH (a {id: 'a'}), (c {id: 'c'})
            CREATE (a)-[:REPRESENTS {id: 'r4', validFrom: date('2005-01-01'), validTo: date('2010-01-01'), fromPrecision: 'day',
              toPrecision: 'day', confidence: 'high', dossier: 'd', summary: 'Speaks for it'}]->(c)
            CREATE (a)-[:REPRESENTS {id: 'r5', validFrom: date('2010-01-01'), validTo: date('9999-12-31'), fromPrecision: 'day',
              toPrecision: 'unknown', confidence: 'high', dossier: 'd', summary: 'Speaks for it again'}]->(c)""";
    private static final String ROUTES = """
            CREATE (a:Entity:Actor:State {id: 'a', name: 'Arcadia'}), (b:Entity:Actor:State {id: 'b', name: 'Bohemia'})
            WITH a, b
            FOREACH (n IN range(1, 30) | CREATE (a)-[:BORDERS {id: 'r' + n, validFrom: date('0001-01-01'), validTo: date('9999-12-31'),
              fromPrecision: 'unknown', toPrecision: 'unknown', dossier: 'd'}]->(m:Entity:Actor:State {id: 'm' + n, name: 'Between ' + n})
              CREATE (m)-[:BORDERS {id: 's' + n, validFrom: date('0001-01-01'), validTo: date('9999-12-31'),
              fromPrecision: 'unknown', toPrecision: 'unknown', dossier: 'd'}]->(b))""";
    private static final String MARKS = """
            () => document.querySelector('.canvas')._cyreg.cy.edges().map((edge) => edge.id() + ' ' + edge.classes().at(-1) + ' ' + edge.data('label')).sort().join()""";

    @Test
    void tellsWhatEndedAndWhatChangedInThePictureThePanelAndTheTable(Graph graph, ExplorerPage page) {
        graph.write("turn", writing -> writing.run(TURN, Map.of()));
        try (Api api = Api.on(graph)) {
            page.open(api, "/?view=compare&entity=a&from=2009-01-01&to=2011-01-01")
                    .drawn(3, 3);

            assertThat(page.find("h3[data-group=ended]")).containsText("1");
            assertThat(page.find("h3[data-group=changed]")).containsText("1");
            Locator change = page.find(".beside .claim");
            assertThat(change.first()).containsText("Welcomes it");
            assertThat(change.last()).containsText("Wants it closed");
            assertThat(change.last().boundingBox().y).isEqualTo(change.first().boundingBox().y);
            assertThat(page.page().evaluate(MARKS))
                    .isEqualTo("a~b~OPPOSES changed ≠,a~b~SUPPORTS changed ≠,a~c~MEMBER_OF ended −");
            page.picture("changes");

            page.button("Table").click();
            assertThat(page.find("graph-tables tbody")
                            .first()
                            .locator("tr", new Locator.LocatorOptions().setHasText("member of")))
                    .containsText("ended");
            assertThat(page.find("graph-tables tr", "Wants it closed")).containsText("changed");
        }
    }

    @Test
    void showsATieThatGoesOnOnceWithAllThatTellsOfIt(Graph graph, ExplorerPage page) {
        graph.write("turn", writing -> writing.run(TURN, Map.of()));
        graph.write("renewal", writing -> writing.run(RENEWAL, Map.of()));
        try (Api api = Api.on(graph)) {
            page.open(api, "/?view=compare&entity=a&from=2009-01-01&to=2011-01-01")
                    .drawn(3, 5);

            assertThat(page.find("h3[data-group=continued]")).containsText("1");
            assertThat(page.find("h3[data-group=ended]")).containsText("1");
            assertThat(page.find("h3[data-group=continued] + .beside .claim")).hasCount(2);
            assertThat(page.find(".legend .sign[data-mark=continued]")).hasText("= goes on");
        }
    }

    @Test
    void takesNoStanceForADisputeWithTheOneThatItFollows(Graph graph, ExplorerPage page) {
        graph.write("turn", writing -> writing.run(TURN, Map.of()));
        try (Api api = Api.on(graph)) {
            page.open(api, "/?around=b&show=table");
            page.find("graph-tables button[aria-label^='Evidence: Arcadia supports']")
                    .click();

            assertThat(page.find(".claim")).containsText("Welcomes it");
            assertThat(page.find(".disputed")).hasCount(0);
        }
    }

    @Test
    void saysThatNotAllRoutesAreListedAndForgetsWhichWasChosen(Graph graph, ExplorerPage page) {
        graph.write("routes", writing -> writing.run(ROUTES, Map.of()));
        try (Api api = Api.on(graph)) {
            page.open(api, "/?view=paths&from=a&to=b").drawn(27, 50);
            assertThat(page.find(".panel h3")).containsText("30 shortest routes");
            assertThat(page.find(".panel .note"))
                    .hasText("Showing 25 of 30 shortest routes; narrow them by type or by a day.");
            page.find(".routes button").first().click();
            assertThat(page.find(".routes button[aria-pressed=true]")).hasCount(1);

            page.find("#path-to").fill("m1");
            page.button("Find paths").click();
            assertThat(page.find(".panel h3")).containsText("1 shortest route,");
            assertThat(page.find(".routes button[aria-pressed=true]")).hasCount(0);
        }
    }
}
