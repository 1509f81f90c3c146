package entente.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

class DocsPageTest extends PageTest {
    @Test
    void showsTheContractWithEverySavedQueryAndAsksNoOtherHost(ExplorerPage page) {
        page.open(api, "/docs");

        assertThat(page.find(".info .title")).containsText("Entente");
        assertThat(page.find("[data-path='/api/v1/queries/who-backs/results']")).hasCount(1);
        page.picture("docs");
    }
}
