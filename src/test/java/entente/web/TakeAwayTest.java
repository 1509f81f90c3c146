package entente.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TakeAwayTest extends PageTest {
    /** What Cytoscape.js makes of the file, and what the same graph is in JSON, in the same words. */
    private static final String READ_BY_CYTOSCAPE = """
            async () => {
              const graph = ending =>
                fetch(`/api/v1/entities/osh-base/subgraph${ending}?hops=2`).then(answer => answer.json());
              const { default: cytoscape } = await import('cytoscape');
              const read = cytoscape({ headless: true, ...await graph('.cyjs') });
              const plain = await graph('.json');
              const sorted = words => words.map(word => JSON.stringify(word)).sort();
              return {
                read: sorted([
                  ...read.nodes().map(node => [node.id(), node.data('name')]),
                  ...read.edges().map(edge => [edge.data('relationshipId'), edge.data('interaction'),
                    edge.source().id(), edge.target().id(), edge.data('validFrom'), edge.data('confidence'),
                    edge.data('sources')]),
                ]),
                plain: sorted([
                  ...plain.nodes.map(node => [node.id, node.name]),
                  ...plain.relationships.map(({ id, type, from, to, properties }) =>
                    [id, type, from, to, properties.validFrom, properties.confidence, properties.sources]),
                ]),
              };
            }""";

    @Test
    void givesAFileThatCytoscapeReads(ExplorerPage page) {
        page.open(api, "/").drawn(8, 7);

        Map<?, ?> graph = (Map<?, ?>) page.page().evaluate(READ_BY_CYTOSCAPE);

        assertThat((List<?>) graph.get("plain")).hasSizeGreaterThan(15);
        assertThat(graph.get("read")).isEqualTo(graph.get("plain"));
    }

    @ParameterizedTest
    @CsvSource({
        "'GraphML', .graphml, <graphml",
        "'GEXF, for Gephi', .gexf, <gexf",
        "'Cytoscape', .cyjs, elements",
        "'JGF', .jgf, '\"graph\"'",
        "'Picture (PNG)', .png, PNG"
    })
    void givesTheGraphAsAFile(String label, String ending, String content, ExplorerPage page) throws IOException {
        page.open(api, "/").drawn(8, 7);
        page.find("summary.button").click();

        Download file = page.page().waitForDownload(() -> page.button(label).click());

        assertThat(file.suggestedFilename()).endsWith(ending);
        assertThat(new String(Files.readAllBytes(file.path()), java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains(content);
    }

    /** Not those of the rows, which bear the same names. */
    @ParameterizedTest
    @CsvSource({
        "JSON, .json, 7, '\"type\":\"OPPOSES\"'",
        "JSON Lines, .jsonl, 16, '\"type\":\"OPPOSES\"'",
        "CSV, .csv, 8, OPPOSES"
    })
    void givesTheRelationshipsOfTheGraph(String label, String ending, int found, String content, ExplorerPage page)
            throws IOException {
        page.open(api, "/").drawn(8, 7);
        page.find("summary.button").click();

        Download file = page.page()
                .waitForDownload(() -> page.find("[role=group][aria-label='The graph'] button")
                        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + label + "$")))
                        .click());

        String text = Files.readString(file.path());
        assertThat(file.suggestedFilename()).endsWith(ending);
        assertThat(text).contains(content, "uzbekistan", "osh-base");
        assertThat(ending.equals(".json") ? relationships(text) : text.lines().count())
                .isEqualTo(found);
    }

    private static long relationships(String graph) throws IOException {
        return new ObjectMapper().readTree(graph).path("relationships").size();
    }

    @Test
    void givesTheAnswersRowsAsCsv(ExplorerPage page) throws IOException {
        page.open(api, "/").drawn(8, 7);
        page.find("summary.button").click();

        Download file =
                page.page().waitForDownload(() -> page.button("CSV").first().click());

        assertThat(Files.readString(file.path()))
                .startsWith("\"stance\",\"actor\",")
                .contains("Uzbekistan");
    }

    @Test
    void givesOnePageThatOpensWithoutAServer(ExplorerPage page, @TempDir Path directory) {
        page.open(api, "/").drawn(8, 7);
        page.openAsOnePage(directory);

        assertThat(page.find("h1")).hasText("Where does everyone stand on the Osh base?");
        assertThat(page.find("svg text")).hasCount(8);
        assertThat(page.find(".legend li")).hasCount(6);
        assertThat(page.find(".legend")).containsText("neutral on");
        page.inTheDark().picture("standalone");
        assertThat(page.find("table").first()).containsText("Firmly against Russian or CSTO bases");
        assertThat(page.find("table").last()).containsText("A New Russian Base in Southern Kyrgyzstan");
    }

    @Test
    void saysWhenAFileIsNotTheWhole(ExplorerPage page) throws IOException {
        page.page()
                .route(
                        "**/api/v1/limits",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("application/json")
                                .setBody("{\"rows\": 3, \"betweenRelationships\": 3}")));
        page.open(api, "/").drawn(8, 7);
        page.find("summary.button").click();

        page.page().waitForDownload(() -> page.button("GraphML").click());
        assertThat(page.find(".menu p")).containsText("not the whole");
        page.page().waitForDownload(() -> page.button("Cytoscape").click());
        assertThat(page.find(".menu p")).containsText("not the whole");
        Download rows =
                page.page().waitForDownload(() -> page.button("CSV").first().click());
        assertThat(page.find(".menu p")).containsText("not the whole");
        assertThat(Files.readAllLines(rows.path())).hasSize(4);
        page.page().unroute("**/api/v1/limits");
        page.page().waitForDownload(() -> page.button("GEXF, for Gephi").click());
        assertThat(page.find(".menu p")).hasText("Saved.");
    }

    @Test
    void showsWhatToCopyWhereTheBrowserGivesNoClipboard(ExplorerPage page) {
        page.page().addInitScript("delete Navigator.prototype.clipboard");
        page.open(api, "/?around=osh-base").drawn();
        page.page().evaluate("sessionStorage.setItem('entente.token', 'secret')");
        page.find("summary.button").click();
        page.button("Copy as curl").click();

        assertThat(page.find(".menu p")).hasText("The command is below; copy it from there.");
        org.assertj.core.api.Assertions.assertThat(page.find(".menu textarea").inputValue())
                .startsWith("curl 'http://127.0.0.1:")
                .endsWith(" -H \"Authorization: Bearer $ENTENTE_TOKEN\"");
    }

    @Test
    void copiesTheScreenAsCypherAndAsACommand(ExplorerPage page) {
        page.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.open(api, "/?around=osh-base&on=2009-07-31").drawn();
        page.find("summary.button").click();

        page.button("Copy as Cypher").click();
        assertThat(page.find(".menu p")).hasText("Cypher is on the clipboard.");
        assertThat(page.clipboard()).contains("OPTIONAL MATCH (a)-[r:", "'osh-base'");
        page.button("Copy as curl").click();
        assertThat(page.find(".menu p")).hasText("The command is on the clipboard.");
        assertThat(page.clipboard())
                .startsWith("curl 'http://127.0.0.1:")
                .contains("/entities/osh-base/subgraph?", "limit=300", "asOf=2009-07-31");
        page.button("Copy link with positions").click();
        assertThat(page.find(".menu p")).hasText("The link is on the clipboard.");
        assertThat(page.clipboard()).contains("around=osh-base", "pin=osh-base%7E");
    }

    @Test
    void copiesTheQuestionAndTheGraphAsCypherAndSaysWhatIsNotInThem(ExplorerPage page) {
        page.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.open(api, "/?hide=china&off=OPPOSES").drawn();
        page.find("summary.button").click();

        page.button("Copy the question as Cypher").click();
        assertThat(page.find(".menu p")).containsText("It asks again what was asked");
        assertThat(page.clipboard()).contains("// title:", "{id: 'osh-base'}").doesNotContain("$target", "$asOf");
        page.button("Copy as curl").click();
        assertThat(page.find(".menu p")).containsText("The command is on the clipboard. It asks again what was asked");
        page.button("Copy the graph as Cypher").click();
        assertThat(page.find(".menu p")).hasText("Cypher is on the clipboard.");
        assertThat(page.clipboard()).contains("'osh-base'").doesNotContain("'china'", "OPPOSES");
    }

    @Test
    void copiesAQuestionThatRunsInTheConsole(ExplorerPage page) {
        page.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.open(api, "/?q=who+backs+the+Osh+base+as+of+2009-07-03%3F").drawn(2, 1);
        page.find("summary.button").click();
        page.button("Copy the question as Cypher").click();
        assertThat(page.find(".menu p")).hasText("Cypher is on the clipboard.");

        page.open(api, "/?view=cypher#statement=" + URLEncoder.encode(page.clipboard(), StandardCharsets.UTF_8));
        assertThat(page.find("data-table caption").first()).hasText("1 row");
    }

    /** What is copied gives in the console what is to be seen, be it much. */
    @Test
    void copiesAllOfALargeGraph(ExplorerPage page) {
        page.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.page()
                .route(
                        "**/api/v1/entities/osh-base/subgraph*",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("application/json")
                                .setBody(star(700))));
        page.open(api, "/?around=osh-base").drawn(701, 700);
        page.find("summary.button").click();
        page.button("Copy as Cypher").click();

        assertThat(page.find(".menu p")).hasText("Cypher is on the clipboard.");
        assertThat(page.clipboard()).contains("'leaf-0'", "'leaf-699'", "'claim-0'", "'claim-699'");
    }

    /** An id may hold commas, so that none can stand between two. */
    @Test
    void namesEachRelationshipByItself(ExplorerPage page) {
        page.page()
                .route(
                        "**/api/v1/entities/osh-base/subgraph*",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("application/json")
                                .setBody(star(2).replace("claim-", "claim#a, b: "))));
        page.open(api, "/?around=osh-base").drawn(3, 2);
        page.find("summary.button").click();

        Request request = page.page()
                .waitForRequest(
                        "**/api/v1/subgraph.gexf*",
                        () -> page.button("GEXF, for Gephi").click());

        assertThat(request.url())
                .contains("&relationships=claim%23a,+b%3A+0&relationships=claim%23a,+b%3A+1&")
                .contains("entities=osh-base,leaf-0,leaf-1&");
    }

    /** A base, and what nobody has loaded around it. */
    private static String star(int leaves) {
        String node = "{\"id\": \"%s\", \"name\": \"One\", \"labels\": [\"Entity\", \"Base\"], \"properties\": {}}";
        String claim = "{\"id\": \"claim-%1$d\", \"type\": \"SUPPORTS\", \"from\": \"leaf-%1$d\", \"to\": \"osh-base\","
                + " \"properties\": {}}";
        return "{\"truncated\": false, \"nodes\": ["
                + Stream.concat(
                                Stream.of("osh-base"),
                                IntStream.range(0, leaves).mapToObj(leaf -> "leaf-" + leaf))
                        .map(node::formatted)
                        .collect(Collectors.joining(","))
                + "], \"relationships\": ["
                + IntStream.range(0, leaves).mapToObj(claim::formatted).collect(Collectors.joining(","))
                + "]}";
    }

    @Test
    void givesNoRelationshipWhereEachTypeIsTurnedOff(ExplorerPage page) throws IOException {
        page.open(api, "/?off=SUPPORTS&off=OPPOSES&off=NEUTRAL_ON").drawn();
        page.find("summary.button").click();

        Download file = page.page()
                .waitForDownload(() -> page.find("[role=group][aria-label='The graph'] button")
                        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^JSON$")))
                        .click());

        assertThat(relationships(Files.readString(file.path()))).isZero();
        assertThat(Files.readString(file.path())).contains("osh-base");
    }

    @Test
    void givesAPageThatTellsOfPositions(ExplorerPage page, @TempDir Path directory) {
        page.open(api, "/").drawn(8, 7);
        page.openAsOnePage(directory);

        assertThat(page.find("table").first()).containsText("does not object");
        assertThat(page.find("table").first()).containsText("position");
    }

    @Test
    void givesAPageOfNothing(ExplorerPage page, @TempDir Path directory) {
        page.open(api, "/?around=osh-base&hide=osh-base").drawn(0, 0);
        page.openAsOnePage(directory);

        assertThat(page.find("h1")).hasText("Osh base");
        assertThat(page.find("svg")).hasCount(0);
    }
}
