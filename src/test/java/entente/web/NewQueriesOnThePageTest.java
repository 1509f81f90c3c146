package entente.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import entente.graph.Graph;
import entente.graph.Guard;
import entente.query.LiveCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A saved query that is added while the page is open. */
class NewQueriesOnThePageTest extends PageTest {
    private static final String BASES = """
            // title: Which bases are there?
            // description: All of them.
            // ask:
            //   - %s
            // columns:
            //   baseId: the id of the base
            //   base: the base
            MATCH (b:Base)
            RETURN b.id AS baseId, b.name AS base
            ORDER BY base
            """;

    @Test
    void isAnsweredAtOnce(Graph graph, ExplorerPage page, @TempDir Path directory) throws IOException {
        Path topic = Files.createDirectories(directory.resolve("queries/bases"));
        Files.writeString(topic.resolve("all-bases.cypher"), BASES.formatted("all bases"));
        try (Api api = Api.on(graph, new LiveCatalogue(directory.resolve("queries"), new Guard(graph)))) {
            page.open(api, "/?q=all+bases");
            assertThat(page.find(".panel h2")).hasText("all bases");
            Files.writeString(topic.resolve("new-bases.cypher"), BASES.formatted("new bases"));
            // A look of the server at the directory is good for a second
            Instant end = Instant.now().plusSeconds(30);
            while (api.get("/api/v1/queries/new-bases").statusCode() != 200) {
                org.assertj.core.api.Assertions.assertThat(Instant.now()).isBefore(end);
            }
            page.ask("new bases");

            assertThat(page.find(".panel h2")).hasText("new bases");
            assertThat(page.find(".problem")).hasCount(0);
        }
    }
}
