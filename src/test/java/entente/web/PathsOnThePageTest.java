package entente.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PathsOnThePageTest extends PageTest {
    /** Between which entities lines are highlighted. */
    private static final String HIGHLIGHTED = """
            () => [...new Set(document.querySelector('.canvas')._cyreg.cy.$('edge.near')
              .map((line) => [line.data('source'), line.data('target')].sort().join(' - ')))].sort()""";

    @Test
    void highlightsTheRouteThatIsChosenAndNoOther(ExplorerPage page) {
        page.open(api, "/?view=paths&from=uzbekistan&to=china").drawn();
        assertThat(page.find(".routes li")).hasCount(3);

        page.find(".routes button", "Kyrgyzstan").click();
        assertHighlighted(page, List.of("china - kyrgyzstan", "kyrgyzstan - uzbekistan"));
        page.find(".routes button", "Osh base").click();
        assertHighlighted(page, List.of("china - osh-base", "osh-base - uzbekistan"));
        assertThat(page.find(".routes button[aria-pressed=true]")).hasCount(1);
        page.find(".routes button", "Osh base").click();
        assertHighlighted(page, List.of());
    }

    private static void assertHighlighted(ExplorerPage page, List<String> lines) {
        page.page()
                .waitForFunction(
                        "lines => JSON.stringify((%s)()) === JSON.stringify(lines)".formatted(HIGHLIGHTED), lines);
    }

    @Test
    void looksForRoutesOfTheTypesAndTheDayThatAreGiven(ExplorerPage page) {
        page.open(api, "/?view=paths&from=uzbekistan&to=russia");
        assertThat(page.find(".panel h3")).containsText("1 step");
        page.find("summary", "Limits").click();
        page.find("#path-types").fill("SUPPORTS,OPPOSES");
        page.find("#path-asof").fill("2009-07-01");
        page.button("Find paths").click();

        assertThat(page.find(".panel h3")).hasText("3 shortest routes, 2 steps each");
        assertThat(page.find(".routes")).not().containsText("Osh base");
        assertThat(page.find(".routes li").first())
                .containsText(Pattern.compile("(supports|opposes), then (supports|opposes)"));
        assertThat(page.page()).hasURL(Pattern.compile("types=SUPPORTS(,|%2C)OPPOSES.*asOf=2009-07-01"));
        page.find("#path-asof").fill("");
        page.button("Find paths").click();
        assertThat(page.find(".panel h3")).hasText("4 shortest routes, 2 steps each");
        page.find(".routes button", "Osh base").click();
        assertHighlighted(page, List.of("osh-base - russia", "osh-base - uzbekistan"));
    }
}
