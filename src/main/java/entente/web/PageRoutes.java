package entente.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files that the explorer page is made of: its own, and those of its libraries. Nothing else is given away. */
final class PageRoutes {
    static final String PATH = "/page/";

    private static final Pattern FILE = Pattern.compile("([a-z0-9-]+/)*[a-z0-9-]+\\.(js|css|svg)");
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "mjs", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml");
    /** A worker obeys the policy that its own script came with. */
    private static final String POLICY = SecurityHeaders.NOTHING + "; script-src 'self'";

    private static final String FOR_GOOD = "public, max-age=31536000, immutable";

    private final PageLibraries libraries;

    PageRoutes(PageLibraries libraries) {
        this.libraries = libraries;
    }

    /** A file of the page, which the browser asks for again each time, and gets where it has changed. */
    void file(Context context) throws IOException {
        Arguments.of(context).only(Set.of());
        String file = context.pathParam("file");
        if (!FILE.matcher(file).matches()) {
            throw new NotFoundResponse();
        }
        byte[] content = content(PATH + file);
        EntityTag tag = EntityTag.of(content);
        if (tag.isHadBy(JettyRequest.of(context))) {
            tag.tellUnchanged(context);
            return;
        }
        tag.tell(context);
        write(context, file, content);
    }

    /** A file of a library. */
    void library(Context context) throws IOException {
        Arguments.of(context).only(Set.of());
        String address = PageLibraries.PATH + context.pathParam("file");
        String resource = libraries.resource(address).orElseThrow(NotFoundResponse::new);
        byte[] content = content(resource);
        context.header("Cache-Control", FOR_GOOD);
        write(context, address, content);
    }

    private static void write(Context context, String file, byte[] content) {
        context.header("Content-Security-Policy", POLICY);
        context.contentType(String.valueOf(TYPES.get(file.substring(file.lastIndexOf('.') + 1))));
        context.result(content);
    }

    /** @throws NotFoundResponse if there is no such file */
    static byte[] content(String resource) throws IOException {
        try (@Nullable InputStream in = PageRoutes.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new NotFoundResponse();
            }
            return in.readAllBytes();
        }
    }
}
