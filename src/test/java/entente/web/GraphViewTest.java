package entente.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphViewTest extends PageTest {
    @Test
    void showsTheEvidenceOfALineThatIsClickedOn(ExplorerPage page) {
        page.open(api, "/?q=who+backs+the+Osh+base%3F&show=table");
        page.button("Evidence: Russia supports Osh base").click();

        Locator claim = page.find(".panel .claim");
        assertThat(claim).containsText("Russia supports Osh base");
        assertThat(claim.locator(".facts")).containsText("since 7 July 2009");
        assertThat(claim.locator(".facts")).containsText("high confidence");
        assertThat(claim.locator(".facts")).containsText("stated");
        assertThat(claim.locator(".sources")).containsText("A New Russian Base in Southern Kyrgyzstan");
        assertThat(claim.locator(".sources")).containsText("#14");
        assertThat(claim.locator(".sources a")).hasAttribute("href", Pattern.compile("view=source.*osh-article"));
    }

    @Test
    void showsTheEvidenceOfWhatTheMouseIsOver(ExplorerPage page) {
        page.open(api, "/?q=who+backs+the+Osh+base%3F").drawn(4, 3).hoverAt("russia~osh-base~SUPPORTS");

        assertThat(page.find(".hint")).containsText("Russia supports Osh base");
        assertThat(page.find(".hint")).containsText("since 7 July 2009 · high confidence · stated · osh-article#1");
        page.picture("hover");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?q=who+backs+the+Osh+base%3F",
                "/?q=Where+do+Russia+and+Uzbekistan+differ%3F",
                "/?around=osh-base",
                "/?around=kyrgyzstan",
                "/?view=paths&from=uzbekistan&to=china",
                "/?view=compare&entity=osh-base&from=2009-06-30&to=2009-07-31"
            })
    void putsNoNameOnAnother(String address, ExplorerPage page) {
        page.open(api, address).drawn().picture("names-" + address.replaceAll("\\W+", "-"));

        org.assertj.core.api.Assertions.assertThat(page.overlappingNames()).isEmpty();
    }

    /** Forty relationships and their ends; no layout finds room for all names. */
    @Test
    void putsFewNamesOnOthersInACrowd(ExplorerPage page) {
        page.open(api, "/?around=corf-2009&hops=2").drawn();

        org.assertj.core.api.Assertions.assertThat(page.overlappingNames()).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void tellsOfTheEntityThatTheMouseIsOver(ExplorerPage page) {
        page.open(api, "/").drawn(8, 7).hoverAt("uzbekistan");
        assertThat(page.find(".hint")).hasText(Pattern.compile("Uzbekistan\\s+State"));

        page.hoverAt("osh-base");
        assertThat(page.find(".hint")).hasText(Pattern.compile("Osh base\\s+Base\\s+\\w.{20}"));
    }

    @Test
    void tellsNoDayWhereTheMonthAloneIsKnown(ExplorerPage page) {
        page.open(api, "/").drawn(8, 7).hoverAt("china~osh-base~NEUTRAL_ON");
        assertThat(page.find(".hint .quiet")).containsText("since July 2009");

        page.clickAt("china~osh-base~NEUTRAL_ON");
        assertThat(page.find(".panel .claim .facts")).containsText("since July 2009");
        page.open(api, "/?around=corf-2009&types=SIGNED&show=table")
                .find("graph-tables td")
                .first()
                .waitFor();
        assertThat(page.find("graph-tables td.short", Pattern.compile("^(on |in |since )?June 2009.*")))
                .not()
                .hasCount(0);
    }

    @Test
    void tellsThePositionOfWhoTakesASide(ExplorerPage page) {
        page.open(api, "/").drawn(8, 7).hoverAt("china~osh-base~NEUTRAL_ON");
        assertThat(page.find(".hint p")).containsText("(wary)");

        page.clickAt("china~osh-base~NEUTRAL_ON");
        assertThat(page.find(".panel .claim .facts")).containsText("position: wary");
    }

    @Test
    void leadsToASourceElsewhere(ExplorerPage page) {
        page.open(api, "/?around=kyrgyzstan&types=BORDERS&show=table");
        page.find("graph-tables button[aria-label^='Evidence:']").first().click();

        Locator link = page.find(".panel .sources a[target=_blank]").first();
        assertThat(link).hasAttribute("href", "https://github.com/mledoze/countries");
        assertThat(link).hasAttribute("rel", "noopener noreferrer");
    }

    @Test
    void tellsOfWhatIsClickedOnInThePicture(ExplorerPage page) {
        page.open(api, "/?q=who+backs+the+Osh+base%3F").drawn(4, 3).clickAt("russia");
        assertThat(page.find(".panel h3").first()).hasText("Russia");

        page.clickAt("russia~osh-base~SUPPORTS");
        assertThat(page.find(".panel .claim")).containsText("Russia supports Osh base");
    }

    @Test
    void putsRivalClaimsSideBySide(ExplorerPage page) {
        page.open(api, "/?around=tashbulak-clash-2009-06-23&show=table");
        page.find("graph-tables button[aria-label^='Evidence: Islamic Jihad Union participated in']")
                .click();

        assertThat(page.find(".disputed")).containsText("otherwise");
        Locator claims = page.find(".beside .claim");
        assertThat(claims.nth(1)).isVisible();
        org.assertj.core.api.Assertions.assertThat(claims.nth(1).boundingBox().y)
                .isEqualTo(claims.first().boundingBox().y);
        page.button("Graph").click();
        page.drawn().picture("rivals");
    }

    @Test
    void expandsByTypeAndDirectionWithTheCountToldBeforeAndTakesItBack(ExplorerPage page) {
        page.open(api, "/?q=who+backs+the+Osh+base%3F").drawn(4, 3);
        page.find(".panel .rows button", "Russia").click();

        Locator expand = page.find(".expand button", "MEMBER_OF →");
        assertThat(expand).hasText(Pattern.compile("^\\+1 MEMBER_OF →$"));
        page.find(".expand button", "PARTICIPATED_IN").click();
        assertThat(page.page()).hasURL(Pattern.compile("open=russia%7EPARTICIPATED_IN%7Eout"));
        assertThat(page.find(".expand button[aria-pressed=true]")).hasCount(1);
        page.find(".canvas:not([data-nodes='4'])[data-state=drawn]").waitFor();

        page.find(".expand button[aria-pressed=true]").click();
        page.drawn(4, 3);
        page.button("Undo").click();
        page.find(".canvas:not([data-nodes='4'])[data-state=drawn]").waitFor();
        page.button("Redo").click();
        page.drawn(4, 3);
    }

    @Test
    void bringsIntoViewWhatAnExpansionAdds(ExplorerPage page) {
        page.open(api, "/?q=who+backs+the+Osh+base%3F").drawn(4, 3);
        page.find(".panel .rows button", "Russia").click();
        for (int step = 0; step < 4; step++) {
            page.button("Zoom in").click();
        }
        page.find(".expand button", "LEADS").click();
        page.find(".canvas:not([data-nodes='4'])[data-state=drawn]").waitFor();

        org.assertj.core.api.Assertions.assertThat(page.isInView("vladimir-putin"))
                .isTrue();
        org.assertj.core.api.Assertions.assertThat(page.isInView("dmitry-medvedev"))
                .isTrue();
    }

    @Test
    void widensAndNarrowsWhatLiesAroundAnEntity(ExplorerPage page) {
        page.open(api, "/?around=osh-base").drawn();
        page.find("around-form summary").click();
        page.page().getByLabel("supports").check();
        page.page().getByLabel("Which way").selectOption("in");
        page.button("Draw").click();
        page.drawn(4, 3);
        assertThat(page.page()).hasURL(Pattern.compile("types=SUPPORTS&direction=in"));

        page.page().getByLabel("How far").selectOption("2");
        page.page().getByLabel("supports").uncheck();
        page.page().getByLabel("leads").check();
        page.page().getByLabel("Which way").selectOption("");
        page.button("Draw").click();
        assertThat(page.find(".canvas")).hasAttribute("data-relationships", "0");
        page.page().goBack();
        page.drawn(4, 3);
        assertThat(page.page().getByLabel("supports")).isChecked();
    }

    @Test
    void keepsTheDayWhenItIsNarrowed(ExplorerPage page) {
        page.open(api, "/?around=osh-base&on=2009-07-03").drawn();
        page.find("around-form summary").click();
        page.page().getByLabel("supports").check();
        page.button("Draw").click();

        page.drawn(2, 1);
        assertThat(page.find(".time output")).hasText("3 July 2009");
    }

    @Test
    void keepsTheDaysOfWhatIsExpanded(ExplorerPage page) {
        String expanded = "/?q=who+backs+the+Osh+base%3F&open=russia~PARTICIPATED_IN~out&on=";
        page.open(api, expanded + "any").drawn();
        int ticks = page.find(".time .tick").count();
        page.open(api, expanded + "2009-07-20").drawn();

        org.assertj.core.api.Assertions.assertThat(ticks).isGreaterThan(2);
        assertThat(page.find(".time .tick")).hasCount(ticks);
    }

    @Test
    void leavesOutWhatIsLessSureThanIsAskedFor(ExplorerPage page) {
        page.open(api, "/?around=osh-base").drawn();
        page.find("around-form summary").click();
        page.page().getByLabel("Confidence").selectOption("high");
        page.button("Draw").click();
        assertThat(page.page()).hasURL(Pattern.compile("minConfidence=high"));
        page.drawn();
        page.button("Table").click();

        Locator confidences = page.find("data-table", "relationship").first().locator("tbody td:nth-child(5)");
        assertThat(confidences.first()).hasText("high");
        assertThat(confidences.filter(new Locator.FilterOptions().setHasNotText("high")))
                .hasCount(0);
    }

    @Test
    void opensALinkWithPositions(ExplorerPage page) {
        page.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.open(api, "/?around=osh-base").drawn();
        page.move("russia", 70, 40);
        assertThat(page.button("Unpin 1")).isVisible();
        String moved = page.drawn().standsAt("russia");
        page.find("summary.button").click();
        page.button("Copy link with positions").click();
        assertThat(page.find(".menu p")).hasText("The link is on the clipboard.");
        String link = page.clipboard();
        page.page().navigate("about:blank");
        page.page().navigate(link);

        org.assertj.core.api.Assertions.assertThat(page.drawn().standsAt("russia"))
                .isEqualTo(moved);
        org.assertj.core.api.Assertions.assertThat(link.substring(0, link.indexOf('#')))
                .endsWith("/?around=osh-base");
    }

    @Test
    void putsBackWhatWasHiddenWhereItStoodAndLeavesTheViewAsItWasMoved(ExplorerPage page) {
        page.open(api, "/?around=osh-base").drawn();
        String stood = page.standsAt("russia");
        page.clickAt("russia");
        page.button("Hide").click();
        page.find(".canvas[data-state=drawn]").waitFor();
        page.button("Zoom in").click();
        page.button("Zoom in").click();
        Object moved = page.view();
        page.button("Undo").click();
        page.drawn();

        org.assertj.core.api.Assertions.assertThat(page.standsAt("russia")).isEqualTo(stood);
        org.assertj.core.api.Assertions.assertThat(page.view()).isEqualTo(moved);
    }

    @Test
    void tellsOfRivalsThatNothingHereIsJoinedTo(ExplorerPage page) {
        page.open(api, "/?around=iju&show=table");
        page.find("graph-tables button[aria-label^='Evidence: Islamic Jihad Union participated in Tashbulak']")
                .click();

        assertThat(page.find(".disputed")).containsText("otherwise");
        assertThat(page.find(".beside")).containsText("Islamic Movement of Uzbekistan");
    }

    @Test
    void takesTheDaysOfManyKeysForOneStep(ExplorerPage page) {
        page.open(api, "/").drawn(8, 7);
        page.button("To the change before").click();
        assertThat(page.find(".time output")).hasText("7 July 2009");
        page.find(".time input").focus();
        for (int days = 0; days < 6; days++) {
            page.page().keyboard().press("ArrowLeft");
        }
        assertThat(page.find(".time output")).hasText("1 July 2009");
        assertThat(page.page()).hasURL(Pattern.compile("on=2009-07-01"));
        page.drawn();

        page.button("Undo").click();
        assertThat(page.find(".time output")).hasText("7 July 2009");
    }

    @Test
    void hidesAndPinsAndUndoesThat(ExplorerPage page) {
        page.open(api, "/?q=who+backs+the+Osh+base%3F").drawn(4, 3);
        page.find(".panel .rows button", "Russia").click();
        page.button("Pin").click();
        assertThat(page.button("Unpin 1")).isVisible();
        page.button("Lay out again; what is pinned stays").click();
        page.drawn(4, 3);

        page.button("Hide").click();
        page.drawn(3, 2);
        page.button("Undo").click();
        page.drawn(4, 3);
        assertThat(page.button("Unpin 1")).isVisible();
    }

    @Test
    void putsBackWhatWasDraggedOrLaidOutWhenThatIsUndone(ExplorerPage page) {
        page.open(api, "/?around=osh-base").drawn();
        String before = page.standsAt("russia");
        page.move("russia", 70, 40);
        assertThat(page.button("Unpin 1")).isVisible();
        String dragged = page.drawn().standsAt("russia");
        org.assertj.core.api.Assertions.assertThat(dragged).isNotEqualTo(before);

        page.button("Undo").click();
        assertThat(page.button("Unpin 1")).hasCount(0);
        org.assertj.core.api.Assertions.assertThat(page.drawn().standsAt("russia"))
                .isEqualTo(before);
        page.button("Redo").click();
        assertThat(page.button("Unpin 1")).isVisible();
        org.assertj.core.api.Assertions.assertThat(page.drawn().standsAt("russia"))
                .isEqualTo(dragged);

        page.button("Undo").click();
        assertThat(page.button("Unpin 1")).hasCount(0);
        page.button("Lay out again; what is pinned stays").click();
        String laidOut = page.drawn().standsAt("china");
        page.button("Undo").click();
        org.assertj.core.api.Assertions.assertThat(page.drawn().standsAt("russia"))
                .isEqualTo(before);
        page.button("Redo").click();
        org.assertj.core.api.Assertions.assertThat(page.drawn().standsAt("china"))
                .isEqualTo(laidOut);
    }

    @Test
    void showsAgainAllThatWasHidden(ExplorerPage page) {
        page.open(api, "/?q=who+backs+the+Osh+base%3F&hide=russia&hide=csto").drawn(2, 1);
        page.button("Show 2 hidden").click();
        page.drawn(4, 3);
        assertThat(page.button("Show 2 hidden")).hasCount(0);
    }

    @Test
    void leavesOutWhatTheLegendTurnsOff(ExplorerPage page) {
        page.open(api, "/").drawn(8, 7);
        page.find(".legend .entry", "opposes").click();
        page.find(".canvas[data-relationships='6']").waitFor();
        assertThat(page.find(".legend .entry", "opposes")).hasAttribute("aria-pressed", "false");
        page.find(".legend .entry", "Organization").click();
        page.find(".canvas[data-relationships='5']").waitFor();
    }

    @Test
    void showsTheGraphOnADay(ExplorerPage page) {
        page.open(api, "/").drawn(8, 7);
        assertThat(page.find(".time .tick")).hasCount(2);

        page.button("To the change before").click();
        assertThat(page.find(".time output")).hasText("7 July 2009");
        page.button("To the change before").click();
        assertThat(page.find(".time output")).hasText("1 July 2009");
        page.find(".canvas[data-relationships='4']").waitFor();
        assertThat(page.page()).hasURL(Pattern.compile("on=2009-07-01"));
        assertThat(page.find(".legend .entry", "supports")).containsText("1");

        assertThat(page.find(".panel .note")).hasText("As things stood on 1 July 2009.");
        page.button("Table").click();
        assertThat(page.find("graph-tables caption").first()).hasText("Answer: 4 rows");
        page.button("Graph").click();
        page.drawn();

        page.find(".time input").focus();
        page.page().keyboard().press("Home");
        assertThat(page.find(".nothing")).containsText("No relationship here holds on this day");
        page.button("All days").click();
        page.find(".canvas[data-relationships='7']").waitFor();
        assertThat(page.find(".panel .note")).containsText("The picture shows all days. The rows are those of");
    }

    @Test
    void drawsWhatIsDisputed(ExplorerPage page) {
        page.open(api, "/?q=What+is+disputed+about+the+Tashbulak+clash%3F").drawn();

        assertThat(page.find(".canvas")).not().hasAttribute("data-relationships", "0");
        assertThat(page.find(".panel .rows li").first()).containsText("confidence: ");
    }

    @Test
    void tellsWhoseEachOfTwoStancesIs(ExplorerPage page) {
        page.open(api, "/?q=Where+do+Russia+and+Uzbekistan+differ%3F").drawn();

        assertThat(page.find(".panel .rows li", "Osh base").first())
                .containsText("Russia: backs · Uzbekistan: opposes");
    }

    @Test
    void goesFromAnActorsStanceToItsEvidence(ExplorerPage page) {
        page.open(api, "/").drawn(8, 7);
        page.button("Evidence: Uzbekistan opposes").click();

        assertThat(page.find(".panel .claim h4")).containsText("Uzbekistan opposes Osh base");
    }

    @Test
    void tellsOfOtherDaysThanThatOfTheQuestion(ExplorerPage page) {
        page.open(api, "/?q=who+backs+the+Osh+base+as+of+2009-07-03%3F").drawn(2, 1);
        assertThat(page.find(".time .tick")).hasCount(2);
        page.button("To the next change").click();
        assertThat(page.find(".time output")).hasText("7 July 2009");
        page.drawn(4, 3);

        page.page().goBack();
        page.drawn(2, 1);
        page.button("All days").click();
        page.drawn(4, 3);
    }

    @Test
    void asksForTheRoutesOfTheDayThatIsChosen(ExplorerPage page) {
        page.open(api, "/?view=paths&from=kazakhstan&to=osh-base").drawn();
        assertThat(page.find(".panel h3").first()).hasText("1 shortest route, 1 step");
        page.open(api, "/?view=paths&from=kazakhstan&to=osh-base&on=1900-01-01");

        assertThat(page.find(".panel .note").first()).hasText("As things stood on 1 January 1900.");
        assertThat(page.find(".panel h3").first()).not().hasText("1 shortest route, 1 step");
    }

    @Test
    void comparesTwoDays(ExplorerPage page) {
        page.open(api, "/?view=compare&entity=osh-base");
        page.find("#compare-from").fill("2009-06-30");
        page.find("#compare-to").fill("2009-07-31");
        page.button("Compare").click();

        page.find(".canvas[data-relationships='9']").waitFor();
        assertThat(page.find("h3[data-group=appeared]")).containsText("9");
        assertThat(page.find(".legend .sign")).hasText("+ appeared");
        org.assertj.core.api.Assertions.assertThat(page.looks("russia~osh-base~SUPPORTS", "label"))
                .isEqualTo("+");
        page.picture("compare");
    }

    @Test
    void findsPathsBetweenTwoThatArePicked(ExplorerPage page) {
        page.open(api, "/?view=paths");
        page.find("#path-from").pressSequentially("islamic jihad");
        page.choose("#path-from-list", "Islamic Jihad Union");
        page.find("#path-to").fill("united-states");
        page.find("#path-to").press("Tab");
        page.button("Find paths").click();

        page.drawn(3, 2);
        assertThat(page.find(".routes li"))
                .hasText(Pattern.compile("Islamic Jihad Union – Uzbekistan – United States.*"));
        page.find(".routes button").click();
        assertThat(page.find(".routes button")).hasAttribute("aria-pressed", "true");
        page.picture("paths");
        page.open(api, "/?view=paths&from=iju&to=united-states&maxHops=1");
        assertThat(page.find(".panel .note")).containsText("No route within these limits");
    }

    @Test
    void showsTheSameAsTablesThatSort(ExplorerPage page) {
        page.open(api, "/").drawn(8, 7);
        page.button("Table").click();

        assertThat(page.find("graph-tables caption"))
                .hasText(new String[] {"Answer: 7 rows", "7 relationships", "8 entities"});
        Locator entities = page.find("graph-tables table").last();
        entities.locator("th button").first().click();
        assertThat(entities.locator("th").first()).hasAttribute("aria-sort", "ascending");
        assertThat(entities.locator("tbody tr").first()).containsText("China");
        entities.locator("th button").first().click();
        assertThat(entities.locator("tbody tr").first()).containsText("Uzbekistan");
        page.picture("table");
    }
}
