package entente.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the page says where there is no answer, or not the whole. The server's part in it is played here. */
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

    @Test
    void asksForATokenAndSendsIt(ExplorerPage page) {
        page.mayBeRefused();
        page.page().route("**/api/v1/**", route -> {
            Map<String, String> headers = new HashMap<>(route.request().headers());
            if ("Bearer secret".equals(headers.remove("authorization"))) {
                route.resume(new Route.ResumeOptions().setHeaders(headers));
            } else {
                refuse(route, 401, "token-needed", "This server wants a token.");
            }
        });
        page.open(api, "/");
        assertThat(page.find(".problem h3")).hasText("A token is needed");

        page.find(".problem input").fill("secret");
        page.button("Use it").click();
        page.drawn(8, 7);
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
    }
}
