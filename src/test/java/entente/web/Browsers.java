package entente.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** The one browser of a test run: a Chromium that the machine has, none that is fetched. */
final class Browsers implements AutoCloseable {
    private static final String SETTING = "CHROMIUM";
    private static final List<String> USUAL = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
    /** Software draws alike everywhere; without a sandbox a container's root may run it. */
    private static final List<String> ARGUMENTS =
            List.of("--no-sandbox", "--disable-accelerated-2d-canvas", "--disable-gpu-rasterization");

    private final Playwright playwright;
    private final Browser browser;

    /** Milliseconds until the page has to show what it is expected to; a busy machine takes its time. */
    private static final double PATIENCE = 30_000;

    private Browsers(Path program) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(ARGUMENTS));
    }

    /** @throws TestAbortedException where the machine has no browser */
    static Browsers start() {
        return new Browsers(program()
                .orElseThrow(() -> new TestAbortedException(
                        "no Chromium here, so the page is not tested; install one, or name it in " + SETTING)));
    }

    private static Optional<Path> program() {
        String named = System.getenv(SETTING);
        return (named == null ? USUAL.stream() : Stream.of(named))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
