package entente.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest extends PageTest {
    /** What hides a part of its content, or reaches beyond the paper. */
    private static final String CUT = """
            () => [...document.querySelectorAll('body, body *')].filter((one) => {
              const { overflowX, overflowY } = getComputedStyle(one);
              const cut = (overflowY !== 'visible' && one.scrollHeight > one.clientHeight + 1)
                || (overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1);
              return cut || one.getBoundingClientRect().right > innerWidth + 1;
            }).map((one) => one.tagName + '.' + one.className)""";

    @Test
    void listsSavedQueriesByTopicAndFindsThem(ExplorerPage page) {
        page.open(api, "/").drawn();
        page.link("Questions").click();
        assertThat(page.find(".reading h2", "stances")).isVisible();
        page.find(".find input").fill("lone");
        assertThat(page.find(".cards li")).hasCount(1);
        page.find(".cards a").click();

        assertThat(page.find("h1")).hasText("Who voted alone against all others?");
        assertThat(page.find("pre")).containsText("MATCH (a:Actor)");
        assertThat(page.find("dl")).containsText("the day of the vote");
        page.picture("saved-query");
    }

    @Test
    void readsAboutAnEntityItsDossierAndItsSource(ExplorerPage page) {
        page.open(api, "/?view=entity&id=osh-base");
        assertThat(page.find("h1")).hasText("Osh base");
        assertThat(page.find(".claim[data-type=OPPOSES]")).containsText("Uzbekistan");
        page.picture("entity");

        page.link("The Osh base question, summer 2009").first().click();
        assertThat(page.find("dl")).containsText("233 relationships");
        assertThat(page.find("h2", "Sources")).isVisible();
        page.find(".reading ul")
                .getByText("A New Russian Base in Southern Kyrgyzstan")
                .click();
        assertThat(page.find("h1")).containsText("A New Russian Base in Southern Kyrgyzstan");
        assertThat(page.find("h2")).containsText("230 relationships rest on it");
        assertThat(page.find(".claim").first()).isVisible();
    }

    @Test
    void showsAllThatCitesASourceStepByStep(ExplorerPage page) {
        page.open(api, "/?view=source&dossier=osh-base-2009&id=osh-article");
        assertThat(page.find(".claim")).hasCount(100);
        assertThat(page.find(".note")).containsText("The first 100 are shown.");
        page.button("Show more").click();
        assertThat(page.find(".claim")).hasCount(200);
        page.button("Show more").click();
        assertThat(page.find(".claim")).hasCount(230);
        assertThat(page.find(".note")).hasCount(0);
    }

    @Test
    void showsAllThatAnEntityIsJoinedToStepByStep(ExplorerPage page) {
        page.page()
                .route(
                        "**/api/v1/entities/kyrgyzstan/subgraph*",
                        route -> route.resume(new Route.ResumeOptions()
                                .setUrl(route.request().url().replace("limit=300", "limit=20"))));
        page.open(api, "/?view=entity&id=kyrgyzstan");
        assertThat(page.find(".claim")).hasCount(20);
        assertThat(page.find(".note")).containsText("20 of 44 relationships are shown.");
        page.button("Show more").click();
        assertThat(page.find(".claim")).hasCount(40);
        page.button("Show more").click();

        assertThat(page.find(".claim")).hasCount(44);
        assertThat(page.find(".note")).hasCount(0);
        assertThat(page.find("h2", "borders")).hasCount(1);
    }

    @Test
    void keepsWhatIsThereWhereMoreDoesNotCome(ExplorerPage page) {
        page.mayBeRefused().open(api, "/?view=source&dossier=osh-base-2009&id=osh-article");
        assertThat(page.find(".claim")).hasCount(100);
        page.page().route("**/api/v1/sources/**", Route::abort);
        page.button("Show more").click();
        assertThat(page.find(".problem")).containsText("The server does not answer");
        assertThat(page.find(".claim")).hasCount(100);

        page.page().unroute("**/api/v1/sources/**");
        page.button("Try again").click();
        assertThat(page.find(".claim")).hasCount(200);
        assertThat(page.find(".problem")).hasCount(0);
    }

    /** What follows would not fit what is above, however often it is asked for. */
    @Test
    void beginsAnewWhereTheGraphHasChanged(ExplorerPage page) {
        page.mayBeRefused().open(api, "/?view=source&dossier=osh-base-2009&id=osh-article");
        assertThat(page.find(".claim")).hasCount(100);
        page.page()
                .route(
                        "**/api/v1/sources/**after=*",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setStatus(410)
                                .setContentType("application/problem+json")
                                .setBody(
                                        "{\"status\":410,\"code\":\"graph-changed\",\"detail\":\"It has changed.\"}")));
        page.button("Show more").click();
        assertThat(page.find(".problem")).containsText("The graph has changed");
        page.button("Try again").click();
        assertThat(page.find(".problem")).hasCount(0);
        assertThat(page.find(".claim")).hasCount(100);

        page.page().unroute("**/api/v1/sources/**after=*");
        page.button("Show more").click();
        assertThat(page.find(".claim")).hasCount(200);
    }

    @Test
    void leavesTheTitleToWhatIsShownNow(ExplorerPage page) {
        List<Route> held = new CopyOnWriteArrayList<>();
        page.page().route("**/api/v1/entities/osh-base", held::add);
        page.page().waitForRequest("**/api/v1/entities/osh-base", () -> page.open(api, "/?view=entity&id=osh-base"));
        page.link("Dossiers").click();
        assertThat(page.find("h1")).hasText("Dossiers");
        page.page().waitForResponse("**/api/v1/entities/osh-base", () -> held.forEach(Route::resume));
        page.page().waitForTimeout(300); // so that what came could be shown

        assertThat(page.page()).hasTitle("Dossiers – Entente");
    }

    @Test
    void listsTheSourcesOfADossierStepByStepAndLeadsToWhatItHolds(ExplorerPage page) {
        page.page()
                .route(
                        "**/api/v1/dossiers/osh-base-2009/sources*",
                        route -> route.resume(new Route.ResumeOptions()
                                .setUrl(route.request().url().replace("limit=300", "limit=1"))));
        page.open(api, "/?view=dossier&id=osh-base-2009");
        assertThat(page.find(".reading li")).hasCount(1);
        assertThat(page.find(".note")).containsText("The first 1 of");
        page.button("Show more").click();
        assertThat(page.find(".reading li")).hasCount(2);

        page.link("See its relationships").click();
        page.drawn();
        assertThat(page.find("data-table caption").first()).hasText("233 rows");
    }

    @Test
    void saysHowToLoadADossierWhereThereIsNone(ExplorerPage page) {
        page.page()
                .route(
                        "**/api/v1/dossiers*",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("application/json")
                                .setBody("{\"dossiers\": []}")));
        page.open(api, "/?view=dossiers");

        assertThat(page.find(".note")).containsText("Nothing is loaded yet. entente load FILE loads a dossier");
    }

    @Test
    void showsASourceThatNothingCites(ExplorerPage page) {
        page.open(api, "/?view=source&dossier=states&id=countrycode");

        assertThat(page.find("h2")).containsText("0 relationships rest on it");
    }

    @ParameterizedTest
    @CsvSource({"'/?view=entity&id=osh-base', .claim", "'/?view=dossier&id=osh-base-2009', .reading li"})
    void printsTheWholeOfAPageWithoutButtons(String address, String part, ExplorerPage page) {
        page.open(api, address).find(part).first().waitFor();
        page.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.find(".top")).isHidden();
        assertThat(page.find("button:visible, a.button:visible")).hasCount(0);
        org.assertj.core.api.Assertions.assertThat(page.page().evaluate(CUT)).isEqualTo(List.of());
        page.picture("print");
    }

    @Test
    void printsWhoStandsWhere(ExplorerPage page) {
        page.open(api, "/").drawn(8, 7);
        page.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.find(".panel .rows button", "Uzbekistan")).isVisible();
        assertThat(page.find("summary.button")).isHidden();
        page.picture("print-answer");

        page.open(api, "/?show=table").find("graph-tables td").first().waitFor();
        assertThat(page.find("graph-tables th button").first()).isVisible();
        assertThat(page.find("graph-tables td button", "opposes")).isVisible();
        page.picture("print-table");
    }

    @Test
    void listsSavedQueriesWhereNoneBearsTheName(ExplorerPage page) {
        page.open(api, "/?view=queries&id=who-bakcs");

        assertThat(page.find(".problem")).containsText("No saved query is named \"who-bakcs\"");
        assertThat(page.find("h1")).hasText("Questions");
    }

    @Test
    void saysWhatToDoWhereThereIsNoSuchThing(ExplorerPage page) {
        page.mayBeRefused().open(api, "/?view=entity&id=osh-bas");
        assertThat(page.find(".problem")).containsText("No such entity");
        page.link("Osh base").click();
        page.drawn();
        page.open(api, "/?view=dossier&id=none");
        assertThat(page.find("h1")).containsText("No dossier");
    }
}
