package entente.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BoxTest extends PageTest {
    @Test
    void suggestsNamesWhileOneIsTypedAndShowsWhatLiesAroundTheChosen(ExplorerPage page) {
        page.open(api, "/").drawn().type("kyrgyzst");
        assertThat(page.find("#box-list li").first()).containsText("Kyrgyzstan");

        page.page().keyboard().press("ArrowDown");
        page.page().keyboard().press("Enter");

        assertThat(page.find(".panel h3").first()).hasText("Kyrgyzstan");
        page.drawn(39, 44);
        assertThat(page.page()).hasURL(Pattern.compile("\\?around=kyrgyzstan$"));
    }

    @Test
    void keepsWhatIsHighlightedWhenAnotherListComes(ExplorerPage page) {
        List<Route> held = new CopyOnWriteArrayList<>();
        page.page().route(Pattern.compile("/entities\\?q=kyrgyzst&"), held::add);
        page.open(api, "/").drawn().type("kyrgyz");
        assertThat(page.find("#box-list li").first()).containsText("Kyrgyzstan");

        page.page()
                .waitForRequest(
                        Pattern.compile("q=kyrgyzst&"),
                        () -> page.page().keyboard().type("st"));
        page.page().keyboard().press("ArrowDown");
        assertThat(page.find("#box-list li[aria-selected=true]")).containsText("Kyrgyzstan");
        page.page().waitForResponse(Pattern.compile("q=kyrgyzst&"), () -> held.forEach(Route::resume));
        page.page().keyboard().press("Enter");

        assertThat(page.page()).hasURL(Pattern.compile("\\?around=kyrgyzstan$"));
        page.drawn();
    }

    @Test
    void answersAQuestionWithASavedQuery(ExplorerPage page) {
        page.open(api, "/").ask("who backs the Osh base?").drawn(4, 3);

        assertThat(page.find(".panel h2")).hasText("who backs the Osh base?");
        assertThat(page.find(".panel")).containsText("Who backs it?");
        assertThat(page.find(".panel .rows li")).hasCount(3);
        assertThat(page.page()).hasURL(Pattern.compile("\\?q=who\\+backs"));
    }

    @Test
    void takesANameThatIsTypedInFullForTheEntity(ExplorerPage page) {
        page.open(api, "/").ask("CSTO").drawn();

        assertThat(page.find(".panel h3").first()).hasText("Collective Security Treaty Organization");
    }

    @Test
    void takesAnAddressThatAsksNothingForTheFirstView(ExplorerPage page) {
        page.open(api, "/?q=").drawn(8, 7);

        assertThat(page.find(".panel .eyebrow")).hasText("A first question");
    }

    @Test
    void takesANameForTheEntityWithAnArticleAndWithoutItsAccents(ExplorerPage page) {
        page.open(api, "/").ask("the OSH base").drawn();

        assertThat(page.find(".panel h3").first()).hasText("Osh base");
    }

    @Test
    void keepsWhatIsHalfTypedWhileTheGraphIsChanged(ExplorerPage page) {
        page.open(api, "/").drawn(8, 7).type("who backs");
        page.find(".legend .entry", "opposes").click();
        page.drawn();

        assertThat(page.find("#box")).hasValue("who backs");
    }

    @Test
    void fillsTheFormWithWhatWasAskedWhenItIsComeBackTo(ExplorerPage page) {
        page.open(api, "/?query=neighbours&p.entity=kyrgyzstan&p.kind=states").drawn();
        page.find("#parameter-kind").selectOption("places");
        page.find("form.query button").click();
        assertThat(page.find(".panel .note")).containsText("Nothing in the graph answers this");

        page.page().goBack();
        page.drawn();
        assertThat(page.find("#parameter-kind")).hasValue("states");
    }

    @Test
    void makesAFormOfASavedQuery(ExplorerPage page) {
        page.open(api, "/").drawn().type("takes no side");
        page.choose("#box-list", "Who takes no side?");
        assertThat(page.find("h1")).hasText("Who takes no side?");

        page.find("#parameter-target").fill("");
        page.find("#parameter-target").pressSequentially("osh bas");
        page.choose("#parameter-target-list", "Osh base");
        page.find("#parameter-asOf").fill("2009-07-31");
        page.find("form.query button").click();

        page.drawn(4, 3);
        assertThat(page.find(".panel .rows")).containsText("Kyrgyzstan");
        assertThat(page.page()).hasURL(Pattern.compile("query=who-takes-no-side&p.target=osh-base&p.asOf=2009-07-31"));
    }

    @Test
    void opensTheSameViewFromItsAddressAndGoesBackAndForward(ExplorerPage page) {
        page.open(api, "/?q=who+backs+the+Osh+base%3F").drawn(4, 3);
        page.ask("Kazakhstan").drawn();
        assertThat(page.find(".panel h3").first()).hasText("Kazakhstan");

        page.page().goBack();
        page.drawn(4, 3);
        assertThat(page.find(".panel h2")).hasText("who backs the Osh base?");
        page.page().goForward();
        assertThat(page.find(".panel h3").first()).hasText("Kazakhstan");
    }

    @Test
    void saysWhatToDoWhereNothingIsUnderstood(ExplorerPage page) {
        page.mayBeRefused().open(api, "/?q=what+colour+is+the+sky%3F");

        assertThat(page.find(".problem")).containsText("No saved query answers that");
        page.find(".problem li a").first().click();
        assertThat(page.find("form.query")).isVisible();
    }

    @Test
    void offersWhatMayBeMeantWhereANameIsAmbiguous(ExplorerPage page) {
        page.mayBeRefused().open(api, "/?q=who+backs+kyrgyz%3F");

        assertThat(page.find(".problem")).containsText("Several may be meant");
        page.link("Kyrgyz opposition").click();
        assertThat(page.find(".panel h2")).hasText("who backs kyrgyz-opposition?");

        page.open(api, "/?query=who-backs&p.target=kyrgyz");
        page.link("Kyrgyz opposition").click();
        assertThat(page.page()).hasURL(Pattern.compile("query=who-backs.*p.target=kyrgyz-opposition"));
    }

    @Test
    void saysWhenAnAnswerIsEmpty(ExplorerPage page) {
        page.open(api, "/?q=who+backs+the+Osh+base+as+of+2009-06-30%3F");

        assertThat(page.find(".panel .note")).containsText("Nothing in the graph answers this");
    }
}
