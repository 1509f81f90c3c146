package entente.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageAccessTest extends PageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?show=table",
                "/?around=kyrgyzstan",
                "/?view=queries",
                "/?view=queries&id=stances-on",
                "/?view=paths&from=iju&to=united-states",
                "/?view=entity&id=osh-base",
                "/?view=cypher",
                "/?view=cypher&statement=MATCH+(a:Actor)-[s:SUPPORTS]->(b:Base)+RETURN+a,+s,+b+ORDER+BY+a.id",
                "/?view=compare&entity=osh-base&from=2009-06-30&to=2009-07-31",
                "/?view=dossier&id=osh-base-2009",
                "/?view=source&dossier=osh-base-2009&id=osh-article"
            })
    void hasNoSeriousFaultOfAccessibilityInLightAndInDark(String address, ExplorerPage page) {
        page.open(api, address);
        page.find(".canvas[data-state=drawn], .reading h1, .console h1, graph-tables td")
                .first()
                .waitFor();
        if (address.contains("statement=")) {
            page.drawn();
        }

        String name = "view" + address.replaceAll("statement.*", "statement").replaceAll("\\W+", "-");
        assertNoSeriousFault(page.picture(name));
        page.inTheDark();
        if (page.find(".canvas").count() > 0) {
            page.drawn();
        }
        assertNoSeriousFault(page.picture(name + "-dark"));
    }

    @Test
    void hasNoSeriousFaultInEvidenceAndInAnOpenMenu(ExplorerPage page) {
        page.open(api, "/?around=tashbulak-clash-2009-06-23&show=table");
        page.find("graph-tables button[aria-label^='Evidence: Islamic Jihad Union participated in']")
                .click();
        page.find(".beside .claim").first().waitFor();
        page.find("summary.button").click();
        page.button("GraphML").waitFor();

        assertNoSeriousFault(page);
        page.inTheDark();
        assertNoSeriousFault(page);
        page.picture("evidence-dark");
    }

    @Test
    void goesFromATableToTheEvidenceAndBackByKeys(ExplorerPage page) {
        page.open(api, "/?around=tashbulak-clash-2009-06-23&show=table");
        Locator evidence =
                page.find("graph-tables button[aria-label^='Evidence: Islamic Jihad Union participated in']");
        evidence.focus();
        page.page().keyboard().press("Enter");
        assertThat(page.find(".panel")).isFocused();
        assertThat(page.find(".panel h3").first()).hasText("Evidence");

        page.page().keyboard().press("Tab");
        page.page().keyboard().press("Enter");
        assertThat(evidence).isFocused();
    }

    @Test
    void goesFromAnAnswerToAnEntityAndFromPageToPageByKeys(ExplorerPage page) {
        page.open(api, "/?q=who+backs+the+Osh+base%3F").drawn(4, 3);
        page.find(".panel .rows button", "Russia").focus();
        page.page().keyboard().press("Enter");
        assertThat(page.find(".panel h3").first()).hasText("Russia");
        assertThat(page.find(".panel")).isFocused();
        page.button("← Answer").press("Enter");
        assertThat(page.find(".panel")).isFocused();

        page.open(api, "/?view=dossier&id=osh-base-2009");
        page.link("A New Russian Base in Southern Kyrgyzstan").press("Enter");
        assertThat(page.find(".eyebrow")).hasText("Source");
        assertThat(page.find("#main")).isFocused();
    }

    private static void assertNoSeriousFault(ExplorerPage page) {
        assertThat(new AxeBuilder(page.page()).analyze().getViolations())
                .filteredOn(violation -> List.of("serious", "critical").contains(violation.getImpact()))
                .extracting(violation ->
                        violation.getId() + ": " + violation.getNodes().get(0).getHtml())
                .isEmpty();
    }

    @Test
    void canBeUsedWithTheKeyboardAlone(ExplorerPage page) {
        page.open(api, "/").drawn(8, 7);
        Keyboard keys = page.page().keyboard();
        page.find("body").focus();

        keys.press("Tab");
        assertThat(page.find(".skip")).isFocused();
        keys.press("Tab");
        keys.press("Tab");
        assertThat(page.find("#box")).isFocused();
        keys.type("who backs the Osh base?");
        keys.press("Enter");
        page.drawn(4, 3);

        tabTo(page, "Table");
        keys.press("Enter");
        tabTo(page, "Evidence: Russia supports Osh base");
        keys.press("Enter");
        assertThat(page.find(".panel .claim")).containsText("Proposed the base and pushes it");
    }

    private static void tabTo(ExplorerPage page, String name) {
        for (int presses = 0; presses < 60; presses++) {
            page.page().keyboard().press("Tab");
            Object focused = page.page()
                    .evaluate(
                            "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent.trim()");
            if (name.equals(focused)) {
                return;
            }
        }
        throw new AssertionError("Tab never came to " + name);
    }
}
