package entente.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import entente.Neo4jExtension;
import entente.graph.Graph;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in names, summaries and addresses shows as text. */
@Tag("database")
@Tag("page")
@ExtendWith({Neo4jExtension.class, PageExtension.class})
class HostileTextTest {
    private static final String MARKUP = "<img src=x onerror=alert(1)><script>alert(2)</script>";
    private static final String RIGHT_TO_LEFT = "\u05E9\u05DC\u05D5\u05DD \u202E gnp.exe";
    private static final String GRAPH = """
            CREATE (a:Entity:Actor:State {id: 'a', name: $markup, summary: $markup, aliases: [$markup], status: $markup})
            CREATE (b:Entity:Actor:State {id: 'b', name: $rightToLeft, summary: $rightToLeft})
            CREATE (s:Source {key: 'd/s', id: 's', dossier: 'd', title: $markup, url: 'javascript:alert(3)'})
            CREATE (d:Dossier {id: 'd', title: $markup})
            CREATE (d)-[:CITES]->(s)
            CREATE (a)-[:SUPPORTS {id: 'r', validFrom: date('0001-01-01'), validTo: date('9999-12-31'),
              fromPrecision: 'unknown', toPrecision: 'unknown', summary: $markup, position: $markup, sources: ['s#' + $markup],
              confidence: 'high', dossier: 'd'}]->(b)""";

    private static final String TURNING = """
            CREATE (a:Entity:Actor:State {id: 'a', name: $rightToLeft}), (b:Entity:Actor:State {id: 'b', name: 'Bohemia'})
            CREATE (a)-[:SUPPORTS {id: 'r', validFrom: date('0001-01-01'), validTo: date('9999-12-31'),
              fromPrecision: 'unknown', toPrecision: 'unknown', confidence: 'high', dossier: 'd'}]->(b)""";

    @Test
    void showsMarkupScriptsAndRightToLeftTextAsText(Graph graph, ExplorerPage page) {
        graph.write("hostile", writing -> writing.run(GRAPH, Map.of("markup", MARKUP, "rightToLeft", RIGHT_TO_LEFT)));
        try (Api api = Api.on(graph)) {
            page.open(api, "/?around=a").drawn(2, 1);
            assertThat(page.find(".panel h3").first()).hasText(MARKUP);

            page.button("Table").click();
            assertThat(page.find("graph-tables")).containsText(RIGHT_TO_LEFT);
            page.find("graph-tables button.link").first().click();
            assertThat(page.find(".claim .summary")).hasText(MARKUP);
            assertThat(page.find(".claim .sources")).containsText(MARKUP);
            assertThat(page.find(".panel a[href^='javascript']")).hasCount(0);
            assertThat(page.find("img[src=x], .panel script")).hasCount(0);

            page.open(api, "/?view=entity&id=a");
            assertThat(page.find("h1")).hasText(MARKUP);
        }
    }

    @Test
    void letsNoNameTurnTheWordsBesideIt(Graph graph, ExplorerPage page) {
        graph.write("hostile", writing -> writing.run(TURNING, Map.of("rightToLeft", RIGHT_TO_LEFT)));
        try (Api api = Api.on(graph)) {
            page.open(api, "/?view=entity&id=a");
            Locator heading = page.find(".claim h4");
            BoundingBox name = heading.locator("a").first().boundingBox();
            BoundingBox verb = heading.locator(".verb").boundingBox();
            assertThat(heading.locator("a").first()).hasText(RIGHT_TO_LEFT);
            assertThat(verb.x).isGreaterThanOrEqualTo(name.x + name.width);
            assertThat(heading.locator("a").last().boundingBox().x).isGreaterThanOrEqualTo(verb.x + verb.width);
            page.picture("right-to-left");
        }
    }

    /** Of what a link may hold: a type that ends its quotes, places far out, and what is no relationship. */
    @Test
    void takesNothingFromALinkThatOnlyLooksLikeARelationship(Graph graph, ExplorerPage page) {
        page.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        String statement = """
                RETURN {labels: ['Entity'], id: 'a', name: 'A', properties: {}} AS a, {labels: ['Entity'], id: 'b', name: 'B', properties: {}} AS b,
                  {type: $type, id: 'x', from: 'a', to: 'b', properties: {}} AS s, {labels: ['Entity'], id: 'c'} AS c""";
        String values = "{\"type\": \"X\\\\u0060]->() SET a.name = 1 //\"}";
        try (Api api = Api.on(graph)) {
            page.open(
                            api,
                            "/?view=cypher#pin=a~9000000~0&statement="
                                    + URLEncoder.encode(statement, StandardCharsets.UTF_8) + "&values="
                                    + URLEncoder.encode(values, StandardCharsets.UTF_8))
                    .drawn(2, 1);
            page.find(".take summary").click();
            page.button("Copy the graph as Cypher").click();
            assertThat(page.find(".take [role=status]")).hasText("Cypher is on the clipboard.");

            assertThat(page.clipboard()).doesNotContain("u0060", "SET");
            assertThat(page.find("run-before option", "RETURN")).hasCount(0); // no link is what was run before
        }
    }

    @Test
    void keepsTextInTheOnePageThatOpensWithoutAServer(Graph graph, ExplorerPage page, @TempDir Path directory) {
        graph.write("hostile", writing -> writing.run(GRAPH, Map.of("markup", MARKUP, "rightToLeft", RIGHT_TO_LEFT)));
        try (Api api = Api.on(graph)) {
            page.open(api, "/?around=a").drawn(2, 1);
            page.openAsOnePage(directory);

            assertThat(page.find("h1")).hasText(MARKUP);
            assertThat(page.find("svg text")).hasText(new String[] {MARKUP, RIGHT_TO_LEFT});
            assertThat(page.find(".picture path title").first())
                    .containsText("\u2068" + MARKUP + "\u2069 supports \u2068" + RIGHT_TO_LEFT + "\u2069");
            assertThat(page.find("table").first()).containsText(MARKUP);
            assertThat(page.find("img, script, a[href^='javascript']")).hasCount(0);
        }
    }
}
