package entente.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ConsoleTest extends PageTest {
    private static void write(ExplorerPage page, String statement) {
        page.find(".cm-content").click();
        page.page().keyboard().press("Control+A");
        page.page().keyboard().insertText(statement);
    }

    @Test
    void showsWhatAStatementReturnsAsAGraphAndATableAndKeepsIt(ExplorerPage page) {
        page.open(api, "/?view=cypher");
        write(
                page,
                "MATCH (a:Actor)-[s:SUPPORTS]->(b:Base {id: $base}) WHERE s.validFrom <= $day RETURN a, s, b ORDER BY a.id");
        page.find(".values input").fill("{\"base\": \"osh-base\", \"day\": \"2009-07-31\"}");
        page.page().keyboard().press("Control+Enter");
        page.find("button.primary", "Run").click();

        page.drawn(4, 3);
        assertThat(page.find("data-table caption")).hasText("3 rows");
        page.picture("console");
        page.clickAt("russia~osh-base~SUPPORTS");
        assertThat(page.find(".picked .claim")).containsText("Russia supports Osh base");
        page.page().reload();
        page.find("select option", "MATCH (a:Actor)").waitFor(hidden());
        assertThat(page.find(".cm-content")).containsText("$base");
    }

    private static com.microsoft.playwright.Locator.WaitForOptions hidden() {
        return new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
    }

    @Test
    void underlinesWhatIsWrong(ExplorerPage page) {
        page.mayBeRefused().open(api, "/?view=cypher");
        write(page, "MATCH (a:Actor RETURN a");
        page.find("button.primary", "Run").click();

        assertThat(page.find(".problem")).containsText("Invalid input");
        assertThat(page.find(".cm-lintRange-error")).hasText("RETURN");
    }

    @Test
    void completesKindsAndTypes(ExplorerPage page) {
        page.open(api, "/?view=cypher");
        write(page, "MATCH (a:");
        page.page().keyboard().type("Organ");

        assertThat(page.find(".cm-tooltip-autocomplete li").first()).containsText("Organization");
    }

    @Test
    void savesAStatementAsAFileOfASavedQuery(ExplorerPage page) throws IOException {
        page.open(api, "/?view=cypher");
        write(page, "MATCH (b:Base) RETURN b.name AS base ORDER BY base");
        page.find("button.primary", "Run").click();
        assertThat(page.find("data-table caption")).hasText("3 rows");

        Download file =
                page.page().waitForDownload(() -> page.button("Save as a file").click());

        assertThat(file.suggestedFilename()).endsWith(".cypher");
        assertThat(Files.readString(file.path()))
                .startsWith("// title: ")
                .contains("// columns:\n//   base: ", "MATCH (b:Base) RETURN b.name AS base ORDER BY base");
    }
}
