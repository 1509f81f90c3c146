package entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import entente.Neo4jExtension;
import entente.graph.Graph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the page answers while it draws, and moves as quickly as what it is made of. */
@Tag("database")
@Tag("page")
@ExtendWith({Neo4jExtension.class, PageExtension.class})
class PageSpeedTest {
    /**
     * Whether the targets decide, as they do where nothing else runs ({@code -Dentente.page.targets=true}). Elsewhere
     * the figures are printed, and bounds decide that a busy machine keeps as well.
     */
    private static final boolean TARGETS = Boolean.getBoolean("entente.page.targets");
    /** Milliseconds; a person notices after 200 that a page does not answer. */
    private static final double MOST = TARGETS ? 200 : 500;
    /** Of the frames that Cytoscape draws alone. */
    private static final double LEAST_SHARE = TARGETS ? 0.8 : 0.5;
    /** Milliseconds in which a picture is finished that is drawn in parts. */
    private static final double REST = 1000;

    private static final String AROUND = "/?around=" + GeneratedGraph.CENTER + "&hops=3&limit=5000";

    private static final String WHAT_IS_DRAWN = """
            () => {
              const canvas = document.querySelector('.canvas');
              const drawn = canvas._cyreg.cy;
              return { elements: drawn.elements().jsons(), style: drawn.style().json(), zoom: drawn.zoom(), pan: drawn.pan(),
                wide: canvas.clientWidth, high: canvas.clientHeight };
            }""";

    /** A page with nothing but the same elements, drawn alike. */
    private static final String BARE = """
            async ({ elements, style, zoom, pan, wide, high }) => {
              const { default: cytoscape } = await import('cytoscape');
              const canvas = document.createElement('div');
              canvas.className = 'canvas';
              Object.assign(canvas.style, { position: 'relative', width: `${wide}px`, height: `${high}px` });
              document.body.replaceChildren(canvas);
              cytoscape({ container: canvas, elements, style, layout: { name: 'preset' }, zoom, pan });
            }""";

    @ParameterizedTest
    @CsvSource({"300, 600", "1500, 5000"})
    void isNeverHeldUp(int entities, int relationships, Graph graph, ExplorerPage page) {
        GeneratedGraph.fill(graph, entities, relationships);
        page.page().setDefaultTimeout(60_000);
        try (Api api = Api.on(graph)) {
            // What a browser compiles at first is no matter of the graph
            page.open(api, "/?view=queries").find(".cards li").first().waitFor();
            Map<String, MainThread.Longest> longest = new LinkedHashMap<>();
            steps(api, page, entities, relationships)
                    .forEach((name, step) -> longest.put(name, MainThread.during(page.page(), () -> {
                        step.run();
                        page.page().waitForTimeout(REST);
                    })));

            longest.forEach((name, task) -> System.out.printf(
                    "PAGE %,d entities, %,d relationships, %s: longest task %.0f ms of a processor, %.0f ms by the clock%n",
                    entities, relationships, name, task.work(), task.clock()));
            assertThat(longest.values()).extracting(MainThread.Longest::work).allMatch(work -> work <= MOST);
        }
    }

    private static Map<String, Runnable> steps(Api api, ExplorerPage page, int entities, int relationships) {
        Map<String, Runnable> steps = new LinkedHashMap<>();
        steps.put("open", () -> page.open(api, AROUND).drawn(entities, relationships));
        steps.put("zoom", () -> page.button("Zoom in").click());
        steps.put("move", () -> page.drag(page.at("n1"), 30));
        steps.put("click", () -> page.clickAt("n2"));
        steps.put("leave out", () -> {
            page.find(".legend .entry", "opposes").click();
            page.drawn();
        });
        steps.put("bring back", () -> {
            page.find(".legend .entry", "opposes").click();
            page.drawn(entities, relationships);
        });
        steps.put("on a day", () -> {
            page.find(".time input").focus();
            for (int days = 0; days < 5; days++) {
                page.page().keyboard().press("ArrowLeft");
            }
            page.page().waitForURL(url -> url.contains("on=20"));
            page.drawn();
        });
        steps.put("on all days", () -> {
            page.button("All days").click();
            page.drawn(entities, relationships);
        });
        steps.put(
                "dark",
                () -> page.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK)));
        steps.put("table", () -> page.button("Table").click());
        return steps;
    }

    @Test
    void dragsAsQuicklyAsCytoscapeAlone(Graph graph, ExplorerPage page) {
        GeneratedGraph.fill(graph, 300, 600);
        try (Api api = Api.on(graph)) {
            page.open(api, AROUND).drawn(300, 600);
            ExplorerPage bare = page.besides();
            bare.open(api, "/?view=queries").find(".cards li").first().waitFor();
            bare.page().evaluate(BARE, page.page().evaluate(WHAT_IS_DRAWN));

            List<Double> ours = new ArrayList<>();
            List<Double> theirs = new ArrayList<>();
            for (int round = 0; round < 3; round++) {
                ours.add(page.framesWhileDragging("n1"));
                theirs.add(bare.framesWhileDragging("n1"));
            }
            double share = middle(ours) / middle(theirs);
            System.out.printf(
                    "PAGE dragging at 300 entities: %.1f frames a second, Cytoscape alone %.1f: %.2f of it%n",
                    middle(ours), middle(theirs), share);
            assertThat(share).isGreaterThanOrEqualTo(LEAST_SHARE);
        }
    }

    private static double middle(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }
}
