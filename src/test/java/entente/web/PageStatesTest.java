package entente.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import entente.graph.Graph;
import entente.web.access.Role;
import entente.web.access.TokenFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page says where there is no answer, or not the whole. Where the server fails, its part is played here. */
class PageStatesTest extends PageTest {
    private static final String ASK = "**/api/v1/ask*";

    private static void refuse(Route route, int status, String code, String detail) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(status)
                .setContentType("application/problem+json")
                .setHeaders(Map.of("Content-Type", "application/problem+json"))
                .setBody("{\"status\":%d,\"code\":\"%s\",\"detail\":\"%s\"}".formatted(status, code, detail)));
    }

    @Test
    void saysThatTheDatabaseIsAwayAndTriesAgainWhenAskedTo(ExplorerPage page) {
        page.mayBeRefused();
        page.page().route(ASK, route -> refuse(route, 503, "database-away", "The database does not answer."));
        page.open(api, "/");
        assertThat(page.find(".problem")).containsText("The database is away");
        assertThat(page.find(".problem")).containsText("try again");

        page.page().unroute(ASK);
        page.button("Try again").click();
        page.drawn(8, 7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?q=who+backs+the+Osh+base%3F",
                "/?query=who-backs&p.target=osh-base",
                "/?around=kyrgyzstan",
                "/?view=paths&from=uzbekistan&to=china",
                "/?view=compare&entity=osh-base&from=2009-06-30&to=2009-07-31",
                "/?view=queries",
                "/?view=cypher&statement=RETURN+1",
                "/?view=entity&id=osh-base",
                "/?view=dossiers",
                "/?view=dossier&id=osh-base-2009",
                "/?view=source&dossier=osh-base-2009&id=osh-article"
            })
    void saysInEachViewThatATokenIsNeededOrTheDatabaseAway(String address, ExplorerPage page) {
        page.mayBeRefused().page().route("**/api/v1/**", route -> refuse(route, 401, "token-needed", "Send a token."));
        page.open(api, address);
        assertThat(page.find(".problem h3").first()).hasText("A token is needed");
        assertThat(page.find(".problem input").first()).isVisible();

        page.page().unroute("**/api/v1/**");
        page.page()
                .route("**/api/v1/**", route -> refuse(route, 503, "database-away", "The database does not answer."));
        page.open(api, address);
        assertThat(page.find(".problem h3").first()).hasText("The database is away");
        page.page().unroute("**/api/v1/**");
        page.button("Try again").first().click();
        page.find(".canvas[data-state=drawn], .reading h1, .cards li, graph-tables td, data-table td")
                .first()
                .waitFor();
    }

    @Test
    void asksForATokenAndSendsIt(Graph graph, ExplorerPage page, @TempDir Path directory) throws IOException {
        TokenFile tokens = new TokenFile(directory.resolve("tokens.json"));
        String token = tokens.create("team", Role.reader, null).orElseThrow();
        try (Api guarded = guarded(graph, tokens)) {
            page.mayBeRefused().open(guarded, "/");
            assertThat(page.find(".problem h3")).hasText("A token is needed");
            page.picture("token");

            page.find(".problem input").fill("entente_of-another-server");
            page.button("Use it").click();
            assertThat(page.find(".problem")).containsText("There is no such token");
            page.find(".problem input").fill(token);
            page.button("Use it").click();
            page.drawn(8, 7);
        }
    }

    private static Api guarded(Graph graph, TokenFile tokens) {
        Address address = new Address("127.0.0.1", 0, false, Set.of());
        Admission admission = new Admission(tokens, true, null);
        return Api.with(new ServerSettings(address, admission, 0), graph, Api.catalogue(graph));
    }

    @Test
    void asksForATokenBeforeItShowsTheContract(Graph graph, ExplorerPage page, @TempDir Path directory)
            throws IOException {
        TokenFile tokens = new TokenFile(directory.resolve("tokens.json"));
        String token = tokens.create("team", Role.reader, null).orElseThrow();
        try (Api guarded = guarded(graph, tokens)) {
            page.mayBeRefused().open(guarded, "/docs");
            assertThat(page.find("[role=alert]")).containsText("Send a token");

            page.find("input[name=token]").fill(token);
            page.button("Use it").click();
            assertThat(page.find(".info .title")).containsText("Entente");
        }
    }

    @Test
    void saysThatItIsAskingAndThatAnAnswerIsNotWhole(ExplorerPage page) {
        page.page().route("**/api/v1/entities/kyrgyzstan/subgraph*", route -> {
            assertThat(page.find("main [role=status]")).hasText("Asking …");
            route.resume(new Route.ResumeOptions().setUrl(route.request().url().replace("limit=300", "limit=20")));
        });
        page.open(api, "/?around=kyrgyzstan").drawn();

        assertThat(page.find(".panel .note")).containsText("of 44 relationships");
    }

    @Test
    void asksAgainWhatFailedWhenItIsAskedAgain(ExplorerPage page) {
        String paths = "**/api/v1/paths*";
        page.mayBeRefused()
                .page()
                .route(paths, route -> refuse(route, 404, "unknown-entity", "No entity is osh-base."));
        page.open(api, "/?view=paths&from=kazakhstan&to=osh-base");
        assertThat(page.find(".problem")).containsText("No such entity");

        page.page().unroute(paths);
        page.button("Find paths").click();
        page.drawn();
        assertThat(page.find(".routes li")).hasCount(1);
    }

    @Test
    void showsTheRowsOfWhatNoPictureCanBeMadeOf(ExplorerPage page) {
        page.mayBeRefused()
                .page()
                .route("**/api/v1/subgraph*", route -> refuse(route, 400, "bad-parameter", "No such type."));
        page.open(api, "/?q=who+backs+the+Osh+base%3F");

        assertThat(page.find(".panel .rows")).containsText("Russia");
        assertThat(page.find(".panel .note")).containsText("There is no picture of it: No such type.");
    }

    @Test
    void leadsToTheSourcesThatMayBeMeant(ExplorerPage page) {
        page.mayBeRefused().open(api, "/?view=source&dossier=osh-base-2009&id=osh-articel");
        assertThat(page.find(".problem")).containsText("No such source");
        page.find(".problem a").first().click();

        assertThat(page.find("h1")).containsText("A New Russian Base in Southern Kyrgyzstan");
    }

    @Test
    void saysWhyAnAnswerBrokeOff(ExplorerPage page) {
        page.page()
                .route(
                        "**/api/v1/ask*",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("application/json")
                                .setBody("""
                        {"query": "who-backs", "parameters": {}, "columns": [], "rows": [], "truncated": true, "error":
                          {"status": 503, "code": "database-away", "detail": "The database does not answer; try again later."}}""")));
        page.open(api, "/?q=who+backs+the+Osh+base%3F");

        assertThat(page.find(".problem")).containsText("The database is away");
    }

    @Test
    void asksForTheRowsThatFollow(ExplorerPage page) {
        page.page()
                .route(
                        ASK,
                        route -> route.resume(
                                new Route.ResumeOptions().setUrl(route.request().url() + "&limit=3")));
        page.open(api, "/?show=table");
        assertThat(page.find("graph-tables caption").first()).hasText("Answer: 3 rows");
        page.button("Ask for more rows").click();
        assertThat(page.find("graph-tables caption").first()).hasText("Answer: 6 rows");
        page.button("Ask for more rows").click();

        assertThat(page.find("graph-tables caption").first()).hasText("Answer: 7 rows");
        assertThat(page.button("Ask for more rows")).hasCount(0);
    }

    @Test
    void keepsTheRowsThatCameWhenMoreOfThemDoNot(ExplorerPage page) {
        page.mayBeRefused().page().route(ASK, route -> {
            if (route.request().url().contains("after=")) {
                refuse(route, 410, "graph-changed", "The graph has changed since.");
            } else {
                route.resume(new Route.ResumeOptions().setUrl(route.request().url() + "&limit=3"));
            }
        });
        page.open(api, "/?show=table");
        page.button("Ask for more rows").click();

        assertThat(page.find(".problem")).containsText("The graph has changed");
        assertThat(page.find("graph-tables caption").first()).hasText("Answer: 3 rows");
        page.button("Try again").click();
        assertThat(page.find(".problem")).hasCount(0);
        assertThat(page.find("graph-tables caption").first()).hasText("Answer: 3 rows");
    }

    @Test
    void saysThatAPartOfThePageDidNotCome(ExplorerPage page) {
        page.mayBeRefused().open(api, "/").drawn(8, 7);
        page.page().route("**/queries-view*", Route::abort);
        page.link("Questions").click();

        assertThat(page.find(".problem")).containsText("This part of the page could not be fetched");
        page.page().unroute("**/queries-view*");
        page.button("Try again").click();
        assertThat(page.find("h1")).hasText("Questions");
    }

    @Test
    void saysThatTheServerIsAway(ExplorerPage page) {
        page.mayBeRefused();
        page.page().route(ASK, Route::abort);
        page.open(api, "/");

        assertThat(page.find(".problem")).containsText("The server does not answer");
    }

    @Test
    void canBeReadOnAPhone(ExplorerPage page) {
        page.page().setViewportSize(390, 844);
        page.open(api, "/").drawn(8, 7);

        assertThat(page.find(".panel h2")).isVisible();
        Object overflow = page.page().evaluate("document.documentElement.scrollWidth - innerWidth");
        org.assertj.core.api.Assertions.assertThat(overflow).isEqualTo(0);
        page.picture("phone");
        page.find("summary.button").click();
        BoundingBox menu = page.find(".menu .items").boundingBox();
        org.assertj.core.api.Assertions.assertThat(menu.x).isGreaterThanOrEqualTo(0);
        org.assertj.core.api.Assertions.assertThat(menu.x + menu.width).isLessThanOrEqualTo(390);
        page.picture("phone-menu");
        page.find("summary.button").click();
        page.type("kyr");
        assertThat(page.find("#box-list li").first()).isVisible();
        BoundingBox choices = page.find("#box-list").boundingBox();
        org.assertj.core.api.Assertions.assertThat(choices.x + choices.width).isLessThanOrEqualTo(390);
        page.picture("phone-suggestions");
        page.choose("#box-list", "Kyrgyzstan");
        page.drawn();
        overflow = page.page().evaluate("document.documentElement.scrollWidth - innerWidth");
        org.assertj.core.api.Assertions.assertThat(overflow).isEqualTo(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?show=table",
                "/?view=queries",
                "/?view=queries&id=stances-on",
                "/?view=entity&id=osh-base",
                "/?view=dossier&id=osh-base-2009",
                "/?view=source&dossier=osh-base-2009&id=osh-article",
                "/?view=paths&from=uzbekistan&to=china",
                "/?view=compare&entity=osh-base&from=2009-06-30&to=2009-07-31",
                "/?view=cypher&statement=MATCH+(a:Actor)-[s:SUPPORTS]->(b:Base)+RETURN+a,+s,+b"
            })
    void needsNoScrollingToTheSideOnAPhone(String address, ExplorerPage page) {
        page.page().setViewportSize(390, 844);
        page.open(api, address);
        page.find(".canvas[data-state=drawn], .reading h1, graph-tables td")
                .first()
                .waitFor();

        Object overflow = page.page().evaluate("document.documentElement.scrollWidth - innerWidth");
        org.assertj.core.api.Assertions.assertThat(overflow).isEqualTo(0);
    }

    @Test
    void asksForTheDayOfWhatIsNotShownWhole(ExplorerPage page) {
        page.page()
                .route(
                        "**/api/v1/entities/kyrgyzstan/subgraph*",
                        route -> route.resume(new Route.ResumeOptions()
                                .setUrl(route.request().url().replace("limit=300", "limit=20"))));
        page.open(api, "/?around=kyrgyzstan&on=2009-07-08").drawn();

        assertThat(page.find(".panel .note").first()).containsText("As things stood on 8 July 2009");
        page.button("All days").click();
        assertThat(page.find(".panel .note").first()).containsText("of 44 relationships");
    }
}
