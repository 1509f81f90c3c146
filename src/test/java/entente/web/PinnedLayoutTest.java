package entente.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import entente.Neo4jExtension;
import entente.graph.Graph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Laying out a large graph of which a part is pinned. */
@Tag("database")
@Tag("page")
@ExtendWith({Neo4jExtension.class, PageExtension.class})
class PinnedLayoutTest {
    /** The middle of the distances of all entities from the one to which most are joined. */
    private static final String SPREAD = """
            () => {
              const { cy } = document.querySelector('.canvas')._cyreg;
              const hub = cy.getElementById('n0').position();
              const away = cy.nodes().map((node) => Math.hypot(node.position('x') - hub.x, node.position('y') - hub.y));
              return away.sort((one, other) => one - other)[Math.floor(away.length / 2)];
            }""";

    @Test
    void leavesWhatIsPinnedInALargeGraphAndSpreadsTheRest(Graph graph, ExplorerPage page) {
        GeneratedGraph.fill(graph, 300, 600);
        try (Api api = Api.on(graph)) {
            page.open(api, "/?around=n0&hops=3&limit=5000").drawn(300, 600);
            double before = spread(page);
            page.move("n1", 30, 20);
            assertThat(page.button("Unpin 1")).isVisible();
            String pinned = page.drawn().standsAt("n1");
            String other = page.standsAt("n2");
            page.button("Lay out again; what is pinned stays").click();
            page.drawn();

            assertThat(page.standsAt("n1")).isEqualTo(pinned);
            assertThat(page.standsAt("n2")).isNotEqualTo(other);
            assertThat(spread(page)).isBetween(before / 3, before * 3);
        }
    }

    private static double spread(ExplorerPage page) {
        return ((Number) page.page().evaluate(SPREAD)).doubleValue();
    }
}
