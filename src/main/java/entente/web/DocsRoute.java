package entente.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;

/** The contract as a page for people, drawn by Swagger UI. */
final class DocsRoute {
    /** Swagger UI writes style attributes, and its pictures stand in its style sheet. */
    private static final String POLICY = SecurityHeaders.NOTHING
            + "; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'";

    private final String page;

    /** @param libraries where Swagger UI lies */
    DocsRoute(PageLibraries libraries) {
        try {
            page = new String(PageRoutes.content("/page/docs.html"), StandardCharsets.UTF_8)
                    .replace("{{style}}", address(libraries, "style"))
                    .replace("{{bundle}}", address(libraries, "bundle"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String address(PageLibraries libraries, String name) {
        return Objects.requireNonNull(libraries.ofDocs().get(name));
    }

    void show(Context context) {
        Arguments.of(context).only(Set.of());
        context.header("Content-Security-Policy", POLICY);
        context.html(page);
    }
}
