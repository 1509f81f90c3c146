package entente.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstViewTest extends PageTest {
    @Test
    void answersAQuestionAboutTheSampleWithTheSidesToldApart(ExplorerPage page) {
        page.open(api, "/").drawn(8, 7).picture("first-view");

        assertThat(page.find(".panel h2")).hasText("Where does everyone stand on the Osh base?");
        assertThat(page.find(".panel h3")).containsText(new String[] {"For", "Against", "Neither"});
        assertThat(page.find(".panel .side[data-type=SUPPORTS] + ul")).containsText("Russia");
        assertThat(page.find(".panel .side[data-type=OPPOSES] + ul")).containsText("Uzbekistan");
        page.inTheDark().picture("first-view-dark");
    }

    @Test
    void offersThreeMoreQuestionsThatHaveAnswers(ExplorerPage page) {
        page.open(api, "/").drawn();
        assertThat(page.find(".try a")).hasCount(3);

        for (int at = 0; at < 3; at++) {
            page.open(api, "/").drawn();
            page.find(".try a").nth(at).click();
            assertThat(page.find(".panel .rows li")).not().hasCount(0);
            page.drawn();
        }
    }
}
