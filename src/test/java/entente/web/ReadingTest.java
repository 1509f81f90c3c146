package entente.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadingTest extends PageTest {
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
        page.link("osh-article").click();
        assertThat(page.find("h1")).containsText("A New Russian Base in Southern Kyrgyzstan");
        assertThat(page.find("h2")).containsText("230 relationships rest on it");
        assertThat(page.find(".claim").first()).isVisible();
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
