package entente.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever opens the address of a view sees what was seen there. */
class LinkedViewTest extends PageTest {
    private static final String LINE = "russia~osh-base~SUPPORTS";

    @Test
    void opensTheEvidenceThatWasShown(ExplorerPage page) {
        page.open(api, "/?q=who+backs+the+Osh+base%3F").drawn(4, 3).clickAt(LINE);
        assertThat(page.find(".panel .claim")).containsText("Russia supports Osh base");
        assertThat(page.page()).hasURL(Pattern.compile("pick=russia%7Eosh-base%7ESUPPORTS"));
        assertThat(page.button("Undo")).isDisabled();
        openAnew(page);

        assertThat(page.find(".panel .claim")).containsText("Russia supports Osh base");
        assertSelected(page, LINE);
        page.button("← Answer").click();
        assertThat(page.find(".panel h2")).hasText("who backs the Osh base?");
        assertThat(page.page()).not().hasURL(Pattern.compile("pick="));
    }

    @Test
    void opensTheEntityThatWasShownAndComesBackToIt(ExplorerPage page) {
        page.open(api, "/").drawn(8, 7).clickAt("kazakhstan");
        page.find(".panel h3", "Kazakhstan").waitFor();
        page.link("Centre on it").click();
        page.find("around-form").waitFor();
        page.drawn();
        page.page().goBack();

        assertThat(page.find(".panel h3").first()).hasText("Kazakhstan");
        page.drawn(8, 7);
        openAnew(page);
        assertThat(page.find(".panel h3").first()).hasText("Kazakhstan");
    }

    @Test
    void opensEvidenceBesideATableAndTheViewAloneWhereThereIsNoSuchLine(ExplorerPage page) {
        page.open(api, "/?around=osh-base&show=table&pick=" + LINE);
        assertThat(page.find(".panel .claim h4")).containsText("Russia supports Osh base");

        page.open(api, "/?around=osh-base&pick=no~such~LINE").drawn();
        assertThat(page.find(".panel h3").first()).hasText("Osh base");
    }

    @Test
    void showsTheEvidenceOfWhatDoesNotHoldOnTheDayThatIsSeen(ExplorerPage page) {
        page.open(api, "/?q=who+backs+the+Osh+base%3F&on=2009-07-01&pick=" + LINE);

        assertThat(page.find(".panel .claim")).containsText("since 7 July 2009");
    }

    @Test
    void highlightsTheRouteThatWasChosen(ExplorerPage page) {
        page.open(api, "/?view=paths&from=uzbekistan&to=china").drawn();
        page.find(".routes button", "Kyrgyzstan").click();
        assertThat(page.page()).hasURL(Pattern.compile("route=uzbekistan%7Ekyrgyzstan%7Echina"));
        openAnew(page);

        assertThat(page.find(".routes button[aria-pressed=true]")).containsText("Kyrgyzstan");
        page.page().waitForFunction("() => document.querySelector('.canvas')._cyreg.cy.$('edge.near').length >= 2");
    }

    @Test
    void knowsTheOtherDaysOfWhatLiesAroundAnEntityOnADay(ExplorerPage page) {
        page.open(api, "/?around=osh-base&types=SUPPORTS&asOf=2009-07-03").drawn(2, 1);
        assertThat(page.find(".time .tick")).hasCount(2);

        page.button("To the next change").click();
        page.drawn(4, 3);
        page.page().goBack();
        page.drawn(2, 1);
        page.button("All days").click();
        page.drawn(4, 3);
    }

    @Test
    void asksNothingAgainWhereAFormsViewIsComeBackTo(ExplorerPage page) {
        page.open(api, "/?around=osh-base").drawn();
        page.find("around-form summary").click();
        page.page().getByLabel("supports").check();
        page.button("Draw").click();
        page.drawn(4, 3).clickAt("russia");
        page.button("Hide").click();
        page.drawn(3, 2);
        List<String> asked = new CopyOnWriteArrayList<>();
        page.page().onRequest(request -> asked.add(request.url()));
        page.button("Undo").click();
        page.drawn(4, 3);

        org.assertj.core.api.Assertions.assertThat(asked).noneMatch(url -> url.contains("/subgraph"));
    }

    @Test
    void opensAStatementThatIsLongerThanARequest(ExplorerPage page) {
        String statement = "RETURN 6001 AS number // " + "word ".repeat(6_000);
        page.open(api, "/?view=cypher#" + "statement=" + URLEncoder.encode(statement, StandardCharsets.UTF_8));
        assertThat(page.find("data-table td")).hasText("6001");

        page.find("button.primary", "Run").click();
        assertThat(page.find("data-table td")).hasText("6001");
        page.page().reload();
        assertThat(page.find("data-table td")).hasText("6001");
    }

    @Test
    void worksWhereTheBrowserKeepsNothing(ExplorerPage page) {
        page.page().addInitScript("""
                for (const name of ['sessionStorage', 'localStorage']) {
                  Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });
                }""");
        page.open(api, "/").drawn(8, 7);
        page.find(".legend .entry", "opposes").click();
        page.find(".canvas[data-relationships='6']").waitFor();

        page.button("Undo").click();
        page.drawn(8, 7);
        assertThat(page.button("Redo")).isEnabled();
        page.open(api, "/?view=cypher&statement=RETURN+1+AS+one");
        assertThat(page.find("data-table td")).hasText("1");
    }

    private static void openAnew(ExplorerPage page) {
        String address = page.page().url();
        page.page().navigate("about:blank");
        page.page().navigate(address);
        page.drawn();
    }

    private static void assertSelected(ExplorerPage page, String id) {
        page.page()
                .waitForFunction("id => document.querySelector('.canvas')._cyreg.cy.getElementById(id).selected()", id);
    }
}
