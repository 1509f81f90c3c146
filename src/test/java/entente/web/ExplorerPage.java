package entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Position;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The explorer page as a person has it before them. */
final class ExplorerPage {
    private static final Path PICTURES = Path.of("target", "page");
    private static final String FAILED_REQUEST = "Failed to load resource";
    private static final String DRAWN = ".canvas[data-state=drawn]:not(.explore:not([data-busy=false]) *)";

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private boolean mayFail;

    ExplorerPage(Browser browser) {
        this(browser.newContext(new Browser.NewContextOptions().setViewportSize(1366, 768)));
    }

    private ExplorerPage(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(30_000);
        page = context.newPage();
        page.onConsoleMessage(this::listen);
        page.onPageError(error -> complaints.add("error: " + error));
        page.onRequest(this::watch);
    }

    private void listen(ConsoleMessage message) {
        boolean expected = mayFail && message.text().startsWith(FAILED_REQUEST);
        if (!expected && List.of("error", "warning").contains(message.type())) {
            complaints.add(message.type() + ": " + message.text() + " at " + message.location());
        }
    }

    private void watch(Request request) {
        URI address = URI.create(request.url());
        if (List.of("http", "https", "ws", "wss").contains(address.getScheme())
                && !"127.0.0.1".equals(address.getHost())) {
            complaints.add("asked another host: " + request.url());
        }
    }

    /** A browser complains of each request that is answered with a problem; here some are. */
    ExplorerPage mayBeRefused() {
        mayFail = true;
        return this;
    }

    /** Opens an address of the page, such as {@code /?q=osh}. */
    ExplorerPage open(Api api, String address) {
        api.beforeItStops(this::leave);
        page.navigate("http://127.0.0.1:" + api.port() + address);
        return this;
    }

    /** Takes what is shown away as one page, and opens that from the directory, where no server is. */
    ExplorerPage openAsOnePage(Path directory) {
        find("summary.button").click();
        Path kept = directory.resolve("graph.html");
        page.waitForDownload(() -> button("One page (HTML)").click()).saveAs(kept);
        page.navigate(kept.toUri().toString());
        return this;
    }

    /** Leaves the page, before its server is stopped: what it still asks for is wanted no more. */
    private void leave() {
        if (!page.isClosed()) {
            page.navigate("about:blank");
        }
    }

    ExplorerPage inTheDark() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        return this;
    }

    Page page() {
        return page;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /** What the selector finds and holds this text. */
    Locator find(String selector, String text) {
        return page.locator(selector, new Page.LocatorOptions().setHasText(text));
    }

    Locator find(String selector, Pattern text) {
        return page.locator(selector, new Page.LocatorOptions().setHasText(text));
    }

    String clipboard() {
        return String.valueOf(page.evaluate("navigator.clipboard.readText()"));
    }

    /** What bears this name and can be pressed. */
    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    /** Types into the box, as a person types. */
    ExplorerPage type(String text) {
        find("#box").click();
        find("#box").pressSequentially(text);
        return this;
    }

    ExplorerPage ask(String question) {
        find("#box").fill(question);
        page.keyboard().press("Enter");
        return this;
    }

    /** Waits until a graph is drawn that has so many entities and relationships. */
    ExplorerPage drawn(int nodes, int relationships) {
        find(DRAWN + "[data-nodes='" + nodes + "'][data-relationships='" + relationships + "']")
                .waitFor();
        return this;
    }

    /** Waits until a graph is drawn, and nothing is asked that would change it. */
    ExplorerPage drawn() {
        find(DRAWN).waitFor();
        return this;
    }

    /** Chooses a suggestion, whatever stands above it. */
    ExplorerPage choose(String list, String text) {
        find(list + " li", text).first().click();
        return this;
    }

    /** Drags what is there to a place that lies so far away, and leaves it there. */
    ExplorerPage move(String id, double across, double down) {
        Position from = at(id);
        page.mouse().move(from.x, from.y);
        page.mouse().down();
        page.mouse().move(from.x + across / 2, from.y + down / 2);
        page.mouse().move(from.x + across, from.y + down);
        page.mouse().up();
        return this;
    }

    /** Where an entity stands in the graph, whatever part of it is in view; whole numbers suffice. */
    String standsAt(String id) {
        return String.valueOf(page.evaluate("""
                id => {
                  const { x, y } = document.querySelector('.canvas')._cyreg.cy.getElementById(id).position();
                  return `${Math.round(x)}, ${Math.round(y)}`;
                }""", id));
    }

    /** How something of the graph is drawn, by a property of its style, as the canvas has it. */
    String looks(String id, String property) {
        return String.valueOf(page.evaluate("""
                ([id, property]) => document.querySelector('.canvas')._cyreg.cy.getElementById(id).style(property)""", List.of(id, property)));
    }

    /** Which names of entities lie on each other, by more than a quarter of the smaller, two by two. */
    List<?> overlappingNames() {
        return (List<?>) page.evaluate("""
                () => {
                  const { cy } = document.querySelector('.canvas')._cyreg;
                  const names = cy.nodes('[shape]').map((node) => ({
                    name: node.data('label'),
                    box: node.renderedBoundingBox({ includeNodes: false, includeEdges: false, includeOverlays: false, includeUnderlays: false }),
                  }));
                  const shared = (a, b) => Math.max(0, Math.min(a.x2, b.x2) - Math.max(a.x1, b.x1)) * Math.max(0, Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1));
                  return names.flatMap((one, at) => names.slice(at + 1)
                    .filter((other) => shared(one.box, other.box) > Math.min(one.box.w * one.box.h, other.box.w * other.box.h) / 4)
                    .map((other) => `${one.name} | ${other.name}`));
                }""");
    }

    /** What part of the graph is in view, and how large. */
    Object view() {
        return page.evaluate("""
                () => {
                  const { cy } = document.querySelector('.canvas')._cyreg;
                  return [cy.zoom(), cy.pan().x, cy.pan().y];
                }""");
    }

    /** Whether something of the graph lies where it can be seen. */
    boolean isInView(String id) {
        Position at = at(id);
        BoundingBox box = find(".canvas").boundingBox();
        return at.x >= box.x && at.x <= box.x + box.width && at.y >= box.y && at.y <= box.y + box.height;
    }

    /** Clicks on the canvas, at fractions of its width and height. */
    ExplorerPage clickCanvas(double across, double down) {
        BoundingBox box = find(".canvas").boundingBox();
        page.mouse().click(box.x + across * box.width, box.y + down * box.height);
        return this;
    }

    /** Another page in the same browser. */
    ExplorerPage besides() {
        return new ExplorerPage(context);
    }

    /** Where an entity or a line of the graph is on the screen. */
    Position at(String id) {
        List<?> place = (List<?>) page.evaluate("""
                id => {
                  const { cy } = document.querySelector('.canvas')._cyreg;
                  const one = cy.getElementById(id);
                  const at = one.isNode() ? one.renderedPosition() : one.renderedMidpoint();
                  const { x, y } = cy.container().getBoundingClientRect();
                  return [x + at.x, y + at.y];
                }""", id);
        return new Position(number(place.get(0)), number(place.get(1)));
    }

    ExplorerPage clickAt(String id) {
        Position at = at(id);
        page.mouse().click(at.x, at.y);
        return this;
    }

    ExplorerPage hoverAt(String id) {
        Position at = at(id);
        page.mouse().move(at.x - 3, at.y);
        page.mouse().move(at.x, at.y);
        return this;
    }

    /** Moves what is there to and fro. */
    ExplorerPage drag(Position from, int steps) {
        page.mouse().move(from.x, from.y);
        page.mouse().down();
        for (int step = 0; step < steps; step++) {
            double turn = 2 * Math.PI * step / steps;
            page.mouse().move(from.x + 60 * Math.sin(turn), from.y + 60 * (1 - Math.cos(turn)));
        }
        page.mouse().move(from.x, from.y);
        page.mouse().up();
        return this;
    }

    /** How many frames a second the page shows while an entity is dragged. */
    double framesWhileDragging(String id) {
        page.bringToFront();
        Position from = at(id);
        page.evaluate("""
                () => {
                  const count = () => {
                    window.shownFrames++;
                    if (window.counts) requestAnimationFrame(count);
                  };
                  Object.assign(window, { shownFrames: 0, counts: true, begun: performance.now() });
                  requestAnimationFrame(count);
                }""");
        drag(from, 80);
        return number(page.evaluate(
                "() => { window.counts = false; return 1000 * shownFrames / (performance.now() - begun); }"));
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    /** Keeps a picture of the page in {@code target/page}. */
    ExplorerPage picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        return this;
    }

    void assertNoComplaints() {
        assertThat(complaints).isEmpty();
    }

    void close() {
        context.close();
    }
}
