package entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageFilesTest extends SampleApi {
    private static final Path PAGE = Path.of("src", "main", "resources", "page");
    private static final Pattern IMPORT_MAP = Pattern.compile("<script type=\"importmap\">(.*?)</script>");

    private static HttpResponse<String> page() {
        return api.get("/", "Accept", "text/html");
    }

    private static String importMap() {
        Matcher found = IMPORT_MAP.matcher(page().body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void servesEachLibraryOfTheImportMapForGood() {
        JsonNode imports = Shape.parsed(importMap()).path("imports");

        assertThat(imports).isNotEmpty().allSatisfy(address -> {
            HttpResponse<String> library = api.get(address.asText());
            assertThat(library.statusCode()).as(address.asText()).isEqualTo(200);
            assertThat(Shape.header(library, "Content-Type")).startsWith("text/javascript");
            assertThat(Shape.header(library, "Cache-Control")).contains("immutable");
        });
    }

    @Test
    void knowsTheImportMapByItsHash() {
        assertThat(Shape.header(page(), "Content-Security-Policy"))
                .contains("'sha256-" + PagePolicy.hash(importMap().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        + "'");
    }

    @Test
    void servesEachFileOfThePageAndSaysWhenItHasNotChanged() throws IOException {
        try (Stream<Path> files = Files.walk(PAGE)) {
            assertThat(files.filter(file -> file.toString().matches(".*\\.(js|css|svg)")))
                    .isNotEmpty()
                    .allSatisfy(file -> {
                        String address =
                                "/page/" + PAGE.relativize(file).toString().replace('\\', '/');
                        HttpResponse<String> first = api.get(address);
                        assertThat(first.statusCode()).as(address).isEqualTo(200);
                        HttpResponse<String> second = api.get(address, "If-None-Match", Shape.header(first, "ETag"));
                        assertThat(second.statusCode()).isEqualTo(304);
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/page/index.html",
                "/page/none.js",
                "/page/../vocabulary.yaml",
                "/page/%2e%2e/logback.xml",
                "/page/..%2Flogback.xml",
                "/libraries/lit/3.3.2/package.json",
                "/libraries/../logback.xml"
            })
    void givesNothingElseAway(String address) {
        assertThat(api.get(address).statusCode()).isBetween(400, 404);
    }

    @Test
    void keepsModulesSmallAndNeverTakesTextForMarkup() throws IOException {
        List<String> dangerous = List.of("innerHTML", "outerHTML", "unsafeHTML", "insertAdjacentHTML", "eval(");
        try (Stream<Path> files = Files.walk(PAGE)) {
            assertThat(files.filter(file -> file.toString().endsWith(".js"))).allSatisfy(file -> {
                assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(200);
                assertThat(Files.readString(file)).doesNotContain(dangerous);
            });
        }
    }
}
