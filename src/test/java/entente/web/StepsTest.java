package entente.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From one view to another, also while answers are still to come. */
class StepsTest extends PageTest {
    private static final Pattern EXPANSION = Pattern.compile("/entities/russia/subgraph.*types=MEMBER_OF");
    private static final Pattern ON_A_DAY = Pattern.compile("/queries/[^/]+/results.*asOf=");
    private static final Pattern AROUND_CHINA = Pattern.compile("/entities/china/subgraph");

    @Test
    void asksFromAnEmptyFormOfPathsAndGoesBackToIt(ExplorerPage page) {
        page.open(api, "/?view=paths").find("#path-from").waitFor();
        page.ask("who backs the Osh base?").drawn(4, 3);
        assertThat(page.find(".panel h2")).hasText("who backs the Osh base?");

        page.page().goBack();
        assertThat(page.find(".panel h2")).hasText("Paths");
    }

    @Test
    void goesBackFromANameToTheFormOfASavedQuery(ExplorerPage page) {
        page.open(api, "/?query=who-backs&p.target=osh-base").drawn(4, 3);
        page.ask("CSTO").drawn();
        assertThat(page.find(".panel h3").first()).hasText("Collective Security Treaty Organization");

        page.page().goBack();
        assertThat(page.find(".panel h2")).hasText("Who backs it?");
        page.drawn(4, 3);
    }

    @Test
    void saysThatItIsAskingWhileTheAnswerBeforeIsStillThere(ExplorerPage page) {
        List<Route> held = new CopyOnWriteArrayList<>();
        page.page().route(AROUND_CHINA, held::add);
        page.open(api, "/").drawn(8, 7);
        page.page().waitForRequest(AROUND_CHINA, () -> page.ask("China"));

        assertThat(page.find(".panel [role=status]")).hasText("Asking …");
        assertThat(page.find(".explore")).hasAttribute("data-busy", "asking");
        held.forEach(Route::resume);
        assertThat(page.find(".panel h3").first()).hasText("China");
        assertThat(page.find(".explore")).hasAttribute("data-busy", "false");
        page.drawn();
    }

    @Test
    void forgetsAnExpansionThatWasTakenBackBeforeItCame(ExplorerPage page) {
        List<Route> held = new CopyOnWriteArrayList<>();
        page.page().route(EXPANSION, held::add);
        page.open(api, "/?q=who+backs+the+Osh+base%3F").drawn(4, 3);
        page.find(".panel .rows button", "Russia").click();
        page.page()
                .waitForRequest(
                        EXPANSION,
                        () -> page.find(".expand button", "MEMBER_OF").click());
        page.find(".expand button[aria-pressed=true]").click();
        page.page().waitForResponse(EXPANSION, () -> held.forEach(Route::resume));

        page.drawn(4, 3);
        assertThat(page.find(".expand button[aria-pressed=true]")).hasCount(0);
    }

    @Test
    void goesBackFromAnExpansionThatFailed(ExplorerPage page) {
        page.mayBeRefused().page().route(EXPANSION, Route::abort);
        page.open(api, "/?q=who+backs+the+Osh+base%3F").drawn(4, 3);
        page.find(".panel .rows button", "Russia").click();
        page.find(".expand button", "MEMBER_OF").click();
        assertThat(page.find(".problem")).containsText("The server does not answer");
        page.drawn(4, 3); // what is there stays

        page.page().goBack();
        assertThat(page.find(".problem")).hasCount(0);
        page.drawn(4, 3);
    }

    @Test
    void showsTheAnswerToTheQuestionThatIsAskedAgainOnADay(ExplorerPage page) {
        page.open(api, "/").drawn(8, 7);
        page.ask("where does everyone stand on the Osh base?").drawn(8, 7);
        page.button("To the change before").click();
        page.button("To the change before").click();
        assertThat(page.find(".time output")).hasText("1 July 2009");
        page.find(".canvas[data-relationships='4']").waitFor();
        page.ask("who backs the Osh base as of 2009-07-01?").drawn();
        assertThat(page.find(".panel h2")).hasText("who backs the Osh base as of 2009-07-01?");

        page.page().goBack();
        assertThat(page.find(".panel h2")).hasText("where does everyone stand on the Osh base?");
        page.find(".canvas[data-relationships='4']").waitFor();
        assertThat(page.button("Redo")).isEnabled();
        page.open(api, "/?around=osh-base").drawn();
        assertThat(page.button("Undo")).isDisabled();
        assertThat(page.button("Redo")).isDisabled();
    }

    @Test
    void goesOnAtTheAnswerWhereTheLinkThatAskedIsGone(ExplorerPage page) {
        page.open(api, "/").drawn(8, 7);
        page.link("Where do Russia and Uzbekistan differ?").focus();
        page.page().keyboard().press("Enter");

        assertThat(page.find(".panel h2")).hasText("Where do Russia and Uzbekistan differ?");
        assertThat(page.find(".panel")).isFocused();
    }

    @Test
    void wantsNoAnswerForADayThatIsNoLongerChosen(ExplorerPage page) {
        List<Route> held = new CopyOnWriteArrayList<>();
        List<String> ended = new CopyOnWriteArrayList<>();
        page.page().onRequestFailed(request -> ended.add(request.url()));
        page.open(api, "/?q=where+does+everyone+stand+on+the+Osh+base%3F").drawn(8, 7);
        page.page().route(ON_A_DAY, held::add);
        page.page()
                .waitForRequest(
                        ON_A_DAY, () -> page.button("To the change before").click());
        page.page().waitForCondition(() -> !held.isEmpty());
        page.page().goBack();

        page.page().waitForCondition(() -> ended.stream().anyMatch(ON_A_DAY.asPredicate()));
        page.drawn(8, 7);
    }

    @Test
    void keepsTheFormInWhichANameIsWrong(ExplorerPage page) {
        page.mayBeRefused().open(api, "/?view=paths&from=nobody-at-all&to=osh-base");
        assertThat(page.find(".problem")).containsText("No such entity");
        page.find("#path-from").fill("russia");
        page.find("#path-from").press("Escape");
        page.button("Find paths").click();

        page.drawn();
        assertThat(page.find(".routes li")).not().hasCount(0);
    }

    @Test
    void keepsPinsAndStepsWhenSkippingToTheAnswer(ExplorerPage page) {
        page.open(api, "/?q=who+backs+the+Osh+base%3F").drawn(4, 3);
        page.find(".panel .rows button", "Russia").click();
        page.button("Pin").click();
        page.find(".skip").focus();
        page.page().keyboard().press("Enter");

        assertThat(page.find("#main")).isFocused();
        assertThat(page.button("Unpin 1")).isVisible();
        assertThat(page.button("Undo")).isEnabled();
    }

    @Test
    void countsAndExpandsAsOfTheDayThatIsSeen(ExplorerPage page) {
        page.open(api, "/?around=osh-base&on=2009-07-03").drawn();
        assertThat(page.find(".there")).containsText("1 SUPPORTS ←");
        assertThat(page.find(".expand button", "SUPPORTS")).hasCount(0); // it is in the graph already
        assertThat(page.find(".panel h4").first()).containsText("as of 3 July 2009");
        page.button("All days").click();
        assertThat(page.find(".there")).containsText("3 SUPPORTS ←");
        assertThat(page.find(".told-by")).containsText("The Osh base question, summer 2009");
        page.drawn();
    }
}
