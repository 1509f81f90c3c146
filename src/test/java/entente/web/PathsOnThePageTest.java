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

    @Test
    void findsRoomForWhatIsExpandedBesideTheRoutes(ExplorerPage page) {
        page.open(api, "/?view=paths&from=uzbekistan&to=china").drawn().clickAt("kyrgyzstan");
        page.find(".expand button", "BORDERS").first().click();
        page.page().waitForFunction("() => document.querySelector('.canvas')._cyreg.cy.nodes('[shape]').length > 6");
        page.drawn();

        assertNoneOnAnother(page);
    }

    @Test
    void drawsTheRoutesOfADayAlone(ExplorerPage page) {
        page.open(api, "/?view=paths&from=uzbekistan&to=russia&types=SUPPORTS,OPPOSES")
                .drawn();
        assertThat(page.find(".routes")).containsText("Osh base");
        page.open(api, "/?view=paths&from=uzbekistan&to=russia&types=SUPPORTS,OPPOSES&on=2009-07-01")
                .drawn();

        assertThat(page.find(".routes li")).hasCount(3);
        org.assertj.core.api.Assertions.assertThat(drawnNames(page)).hasSize(5).doesNotContain("Osh base");
        assertNoneOnAnother(page);
        page.button("All days").click();
        assertThat(page.find(".routes li")).hasCount(4);
    }

    @Test
    void knowsWhichDayTodayIs(ExplorerPage page) {
        page.open(api, "/?view=paths&from=kazakhstan&to=osh-base&asOf=today").drawn();

        assertThat(page.find(".time output")).hasText(Pattern.compile("\\d+ \\w+ 20\\d\\d"));
    }

    private static List<Object> drawnNames(ExplorerPage page) {
        return List.copyOf((List<?>) page.page().evaluate("""
                document.querySelector('.canvas')._cyreg.cy.nodes('[shape]').map((node) => node.data('label'))"""));
    }

    private static void assertNoneOnAnother(ExplorerPage page) {
        org.assertj.core.api.Assertions.assertThat(page.page().evaluate("""
                () => {
                  const at = document.querySelector('.canvas')._cyreg.cy.nodes('[shape]').map((node) => node.position());
                  return at.filter((one, i) => at.some((other, j) => i < j && Math.hypot(one.x - other.x, one.y - other.y) < 20));
                }"""))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .isEmpty();
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
        page.page().getByLabel("supports").check();
        page.page().getByLabel("opposes").check();
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
