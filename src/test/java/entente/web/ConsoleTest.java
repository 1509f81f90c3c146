package entente.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.SelectOption;
import entente.graph.Graph;
import entente.graph.Guard;
import entente.graph.VocabularyFile;
import entente.query.QueryDirectory;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleTest extends PageTest {
    private static final String CHOICES = ".cm-tooltip-autocomplete li";
    private static final String BACKERS = "/?view=cypher&statement="
            + URLEncoder.encode(
                    "MATCH (a:Actor)-[s:SUPPORTS]->(b:Base {id: 'osh-base'}) RETURN a, s, b ORDER BY a.id",
                    StandardCharsets.UTF_8);

    /** Ends of relationships that no row holds are asked for. */
    private static final String WITHOUT_ENDS = "/?view=cypher&statement="
            + URLEncoder.encode(
                    "MATCH (a:Actor)-[s:SUPPORTS]->(b:Base {id: 'osh-base'}) RETURN b, s ORDER BY s.id",
                    StandardCharsets.UTF_8);

    private static void write(ExplorerPage page, String statement) {
        page.find(".cm-content").click();
        page.page().keyboard().press("Control+A");
        page.page().keyboard().insertText(statement);
    }

    @Test
    void showsWhatAStatementReturnsAsAGraphAndATableAndKeepsIt(ExplorerPage page) {
        page.open(api, "/?view=cypher");
        write(
                page,
                "MATCH (a:Actor)-[s:SUPPORTS]->(b:Base {id: $base}) WHERE s.validFrom <= $day RETURN a, s, b ORDER BY a.id");
        page.find(".values input").fill("{\"base\": \"osh-base\", \"day\": \"2009-07-31\"}");
        page.find("button.primary", "Run").click();

        page.drawn(4, 3);
        assertThat(page.find("data-table caption")).hasText(new String[] {"3 rows", "3 relationships", "4 entities"});
        page.picture("console");
        page.clickAt("russia~osh-base~SUPPORTS");
        assertThat(page.find(".picked .claim")).containsText("Russia supports Osh base");
        page.page().reload();
        page.find("select option", "MATCH (a:Actor)").waitFor(hidden());
        assertThat(page.find(".cm-content")).containsText("$base");
    }

    private static com.microsoft.playwright.Locator.WaitForOptions hidden() {
        return new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
    }

    @Test
    void tellsTheWordsOfAStatementApart(ExplorerPage page) {
        page.open(api, "/?view=cypher");
        write(page, "MATCH (a:Actor) WHERE a.name = 'Russia' RETURN a // one");

        String keyword = colour(page, "MATCH");
        assertThat(page.find(".cm-line span", "RETURN")).hasCount(1);
        org.assertj.core.api.Assertions.assertThat(Set.of(keyword, colour(page, "'Russia'"), colour(page, "// one")))
                .hasSize(3);
        org.assertj.core.api.Assertions.assertThat(colour(page, "RETURN")).isEqualTo(keyword);
    }

    private static String colour(ExplorerPage page, String word) {
        return String.valueOf(page.find(".cm-line span", word).evaluate("word => getComputedStyle(word).color"));
    }

    @Test
    void showsTheWholeOfAMap(ExplorerPage page) {
        page.open(api, "/?view=cypher&statement=RETURN+%7Bname:+%27A%27,+since:+2009%7D+AS+m");

        assertThat(page.find("data-table td")).hasText("{\"name\":\"A\",\"since\":2009}");
    }

    @Test
    void saysThatAFileIsNotWhatIsSeen(ExplorerPage page) {
        page.open(api, "/?view=cypher&off=State&statement=MATCH+(a:Actor)-[s:SUPPORTS]->(b:Base)+RETURN+a,+s,+b")
                .drawn();
        page.find(".take summary").click();
        page.page().waitForDownload(() -> page.button("GraphML").click());

        assertThat(page.find(".take [role=status]")).containsText("what you expanded, hid or turned off is not in it");
    }

    @Test
    void underlinesWhatIsWrong(ExplorerPage page) {
        page.mayBeRefused().open(api, "/?view=cypher");
        write(page, "MATCH (a:Actor RETURN a");
        page.find("button.primary", "Run").click();

        assertThat(page.find(".problem")).containsText("Invalid input");
        assertThat(page.find(".cm-lintRange-error")).hasText("RETURN");
    }

    @Test
    void completesKindsAndTypes(ExplorerPage page) {
        page.open(api, "/?view=cypher");
        write(page, "MATCH (a:");
        page.page().keyboard().type("Organ");
        assertThat(page.find(CHOICES).first()).containsText("Organization");
        write(page, "MATCH (a)-[s:");
        page.page().keyboard().type("SUPP");
        assertThat(page.find(CHOICES).first()).containsText("SUPPORTS");
    }

    @Test
    void completesPropertiesAndSavedQueries(ExplorerPage page) {
        page.open(api, "/?view=cypher");
        write(page, "MATCH ()-[s]->() RETURN s.");
        page.page().keyboard().type("confid");
        assertThat(page.find(CHOICES).first()).containsText("confidence");
        write(page, "");
        page.page().keyboard().type("who-bac");
        page.page().keyboard().press("Control+Space");
        assertThat(page.find(CHOICES).first()).containsText("Who backs it?");

        page.page().waitForTimeout(200); // Enter that comes at once with the choices is a line break
        page.page().keyboard().press("Enter");
        assertThat(page.find(".cm-content")).containsText("// title: Who backs it?");
        assertThat(page.find(".cm-content")).containsText("MATCH");
    }

    @Test
    void expandsWhatAStatementReturned(ExplorerPage page) {
        page.open(api, BACKERS).drawn(4, 3);
        page.find(".picked").scrollIntoViewIfNeeded();
        page.clickAt("russia");
        page.find(".expand button", "PARTICIPATED_IN").click();

        page.find(".canvas:not([data-nodes='4'])[data-state=drawn]").waitFor();
        assertThat(page.find("data-table caption").first()).hasText("3 rows");
        page.button("Undo").click();
        page.drawn(4, 3);
    }

    @Test
    void runsFromTheKeyboardAndRunsAgainWhatWasRunBefore(ExplorerPage page) {
        page.open(api, "/?view=cypher");
        write(page, "MATCH (b:Base) RETURN b.name AS base ORDER BY base LIMIT 1");
        page.page().keyboard().press("Control+Enter");
        assertThat(page.find("data-table caption")).hasText("1 row");
        write(page, "RETURN 1 AS other");
        page.page().keyboard().press("Control+Enter");
        assertThat(page.find("data-table th")).containsText("other");

        page.find("select")
                .selectOption(
                        new SelectOption().setLabel("MATCH (b:Base) RETURN b.name AS base ORDER BY base LIMIT 1"));
        assertThat(page.find(".cm-content")).containsText("MATCH (b:Base)");
        page.button("Run").click();
        assertThat(page.find("data-table th")).containsText("base");
    }

    @Test
    void goesBackToTheStatementBeforeAndToWhatItReturned(ExplorerPage page) {
        page.open(api, BACKERS).drawn(4, 3);
        write(page, "RETURN 1 AS other");
        page.button("Run").click();
        assertThat(page.find("data-table th")).containsText("other");

        page.page().goBack();
        page.drawn(4, 3);
        assertThat(page.find(".cm-content")).containsText("MATCH (a:Actor)");
    }

    @Test
    void staysWhereThePersonWentWhileAStatementRuns(ExplorerPage page) {
        List<Route> held = new CopyOnWriteArrayList<>();
        page.page().route("**/api/v1/cypher", held::add);
        page.open(api, "/?view=queries").find(".cards").first().waitFor();
        page.link("Cypher").click();
        page.page().waitForRequest("**/api/v1/cypher", () -> page.button("Run").click());
        page.link("Dossiers").click();
        assertThat(page.find("h1")).hasText("Dossiers");
        page.page().waitForResponse("**/api/v1/cypher", () -> held.forEach(Route::resume));

        assertThat(page.find("h1")).hasText("Dossiers");
        assertThat(page.page()).hasURL(Pattern.compile("view=dossiers$"));
    }

    @Test
    void givesWhatAStatementReturnedAsFiles(ExplorerPage page) throws IOException {
        page.open(api, BACKERS).drawn(4, 3);
        page.find("summary.button").click();
        Download graph =
                page.page().waitForDownload(() -> page.button("GraphML").click());
        assertThat(Files.readString(graph.path())).contains("<graphml", "osh-base");
        Download rows = page.page().waitForDownload(() -> page.button("CSV").click());

        assertThat(Files.readAllLines(rows.path())).hasSize(4);
        assertThat(page.find(".menu p")).hasText("Saved.");
        page.picture("console-menu");
    }

    @Test
    void saysWhatParametersHaveToBe(ExplorerPage page) {
        page.open(api, "/?view=cypher");
        page.find(".values input").fill("[1]");
        page.button("Run").click();

        assertThat(page.find(".note")).containsText("must be a JSON object");
    }

    @Test
    void savesAStatementAsAFileOfASavedQuery(ExplorerPage page) throws IOException {
        page.open(api, "/?view=cypher");
        write(page, "MATCH (b:Base) WHERE NOT b.id IN $without RETURN b.name AS base ORDER BY base");
        page.find(".values input").fill("{\"without\": [\"none\"]}");
        page.find("button.primary", "Run").click();
        assertThat(page.find("data-table caption")).hasText("3 rows");
        page.find(".values input").fill("{half");

        Download file =
                page.page().waitForDownload(() -> page.button("Save as a file").click());

        assertThat(file.suggestedFilename()).endsWith(".cypher");
        assertThat(Files.readString(file.path()))
                .startsWith("// title: ")
                .contains("//   without: {type: list of string,", "// columns:\n//   base: ", "ORDER BY base");
    }

    @Test
    void givesAFileOneHeaderAlone(ExplorerPage page) throws IOException {
        page.open(api, "/?view=cypher");
        write(page, "// title: Old\n// description: What it was.\nMATCH (b:Base) RETURN b.name AS base ORDER BY base");
        page.find("button.primary", "Run").click();
        assertThat(page.find("data-table caption")).hasText("3 rows");

        Download file =
                page.page().waitForDownload(() -> page.button("Save as a file").click());

        assertThat(Files.readString(file.path()))
                .startsWith("// title: A few words")
                .doesNotContain("Old", "What it was");
    }

    /** What is saved is a saved query, but for what a person has to say of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "MATCH (b:Base) RETURN b.name AS base LIMIT 5|{}|ORDER BY base⏎LIMIT 5⏎",
                "MATCH (b:Base) RETURN b.name, b.id SKIP 1 LIMIT toInteger(2); // three|{}|ORDER BY `b.name`, `b.id`⏎SKIP 1 LIMIT",
                "MATCH (b:Base)<--(a) RETURN b.name AS limit, count(a)|{}|⏎ORDER BY limit, `count(a)`⏎",
                "MATCH (b:Base) WHERE b.name <> \"order by 'n\" RETURN b.name AS base // order by|{}|⏎ORDER BY base⏎",
                "CALL () { MATCH (b:Base) RETURN b ORDER BY b.id LIMIT 3 } RETURN b.name AS base|{}|⏎ORDER BY base⏎",
                "MATCH (b:Base) RETURN DISTINCT b /* all */ ORDER BY b.id LIMIT 2;|{}|ORDER BY b.id LIMIT 2⏎",
                "MATCH (b:Base) RETURN b.id AS id UNION MATCH (b:Entity:Actor) RETURN b.id AS id|{}|⏎ORDER BY id⏎",
                "CALL db.labels()|{}|YIELD label⏎RETURN label⏎ORDER BY label⏎",
                "MATCH (b:Base) WHERE size($list) > $a RETURN count(b) AS `so many`|{~a~: 1.5, ~list~: [1, 2.5], ~other~: 3}|type: list of number",
                "MATCH (b:Base) WHERE b.id IN $no RETURN b.id AS id|{~no~: []}|ORDER BY id",
                "MATCH ()-[s]->(b:Base) WHERE s.validFrom <= $day RETURN b.id AS id|{~day~: ~2009-07-31~}|type: date"
            })
    void savesWhatTheCatalogueTakes(
            String statement, String values, String part, ExplorerPage page, Graph graph, @TempDir Path directory) {
        page.open(api, "/?view=cypher");
        write(page, statement);
        page.find(".values input").fill(values.replace('~', '"'));
        page.button("Run").click();
        page.find("data-table caption").first().waitFor();

        Path file = directory.resolve("my-question.cypher");
        page.page().waitForDownload(() -> page.button("Save as a file").click()).saveAs(file);

        assertThat(QueryDirectory.faultsOf(file, new Guard(graph), VocabularyFile.bundled()))
                .isEmpty();
        assertThat(file).content().contains(part.replace('⏎', '\n')).doesNotContain("other:");
        assertThat(page.find(".note")).containsText("entente check");
    }

    @Test
    void showsWhatCameOfAnAnswerThatBrokeOffAndSaysWhy(ExplorerPage page) {
        page.page().route("**/api/v1/cypher", route -> fulfill(route, """
                {"columns": ["base"], "rows": [{"base": "Osh base"}], "truncated": true,
                  "error": {"status": 504, "code": "timed-out", "detail": "It took more than 30 s."}}"""));
        page.open(api, "/?view=cypher");
        page.button("Run").click();

        assertThat(page.find("data-table td")).hasText("Osh base");
        assertThat(page.find(".note")).containsText("The answer broke off: 1 row came");
        assertThat(page.find(".problem")).containsText("It took more than 30 s.");
        page.page().unroute("**/api/v1/cypher");
        page.button("Try again").click();
        page.drawn();
        assertThat(page.find(".problem")).hasCount(0);
    }

    private static void fulfill(Route route, String body) {
        route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(body));
    }

    @Test
    void drawsWhatCameOfAGraphThatBrokeOff(ExplorerPage page) {
        page.page().route("**/api/v1/cypher.cyjs", route -> fulfill(route, """
                {"elements": {"nodes": [{"data": {"id": "russia", "labels": ["Entity", "Actor", "State"], "kind": "State",
                  "name": "Russia"}}], "edges": []},
                  "data": {"truncated": true, "error": {"status": 503, "code": "overloaded", "detail": "Too much."}}}"""));
        page.open(api, WITHOUT_ENDS).drawn(2, 1);

        assertThat(page.find("data-table caption").first()).hasText("3 rows");
        assertThat(page.find(".note")).containsText("not all of their graph");
        assertThat(page.find(".problem")).containsText("Too much.");
    }

    @Test
    void keepsTheRowsWhereTheirGraphDoesNotCome(ExplorerPage page) {
        page.mayBeRefused().page().route("**/api/v1/cypher.cyjs", Route::abort);
        page.open(api, WITHOUT_ENDS);

        assertThat(page.find("data-table caption").first()).hasText("3 rows");
        assertThat(page.find(".problem")).containsText("The server does not answer");
        page.page().unroute("**/api/v1/cypher.cyjs");
        page.button("Try again").click();
        page.drawn(4, 3);
        assertThat(page.find(".problem")).hasCount(0);
    }

    @Test
    void showsEachClaimOnceThatAnExpansionBringsAgain(ExplorerPage page) {
        page.open(api, WITHOUT_ENDS + "+LIMIT+2").drawn(3, 2);
        page.find(".picked").scrollIntoViewIfNeeded();
        page.clickAt("osh-base");
        page.page()
                .waitForResponse(
                        "**/entities/osh-base/subgraph*",
                        () -> page.find(".expand button", "SUPPORTS ←").click());
        page.find(".expand button[aria-pressed=true]").waitFor();
        page.find("graph-tables button", "supports").first().click();

        assertThat(page.find(".picked .claim")).hasCount(1);
        assertThat(page.find(".picked")).not().containsText("relationshipId");
        page.drawn(4, 3);
    }

    @Test
    void goesFromATableToTheEvidenceAndBackByKeys(ExplorerPage page) {
        page.open(api, BACKERS).drawn(4, 3);
        page.find("graph-tables button", "supports").first().focus();
        page.page().keyboard().press("Enter");

        assertThat(page.find(".picked")).isFocused();
        assertThat(page.find(".picked .claim")).isVisible();
        page.button("← Table").press("Enter");
        assertThat(page.find("graph-tables button", "supports").first()).isFocused();
    }

    @Test
    void runsWhereTheBrowserHasNoRoomToRememberIt(ExplorerPage page) {
        page.page().addInitScript("""
                const { setItem } = Storage.prototype;
                Storage.prototype.setItem = function (...given) {
                  if (this === localStorage) throw new DOMException('', 'QuotaExceededError');
                  setItem.apply(this, given);
                }""");
        page.open(api, BACKERS).drawn(4, 3);

        assertThat(page.find("data-table caption").first()).hasText("3 rows");
    }

    @Test
    void saysThatWhatCameIsNoJson(ExplorerPage page) {
        page.page().route("**/api/v1/cypher", route -> fulfill(route, "<html>"));
        page.open(api, BACKERS);

        assertThat(page.find(".problem")).containsText("is no JSON");
        assertThat(page.find(".note")).hasCount(0);
    }
}
