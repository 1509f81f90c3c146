package entente.web;

import io.javalin.http.Context;
import java.util.Map;

/**
 * What every answer tells a browser: take it for what it says it is, run nothing of it, keep it to this site and do not
 * keep it, unless {@link EntityTag} says otherwise.
 */
final class SecurityHeaders {
    static final String NOT_KEPT = "no-store";

    /** The beginning of every policy: what it does not allow after that is forbidden. */
    static final String NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    static final Map<String, String> ALL = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Content-Security-Policy", NOTHING,
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cache-Control", NOT_KEPT);

    private SecurityHeaders() {}

    static void add(Context context) {
        ALL.forEach(context::header);
    }
}
