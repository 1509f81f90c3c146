package entente.web;

import io.javalin.http.Context;
import java.util.Set;

/**
 * Lets pages of other origins read answers, where they are named exactly (CORS). Without any, browsers keep them from
 * it.
 */
final class CrossOrigin {
    private static final String ORIGIN = "Origin";
    private static final String READABLE =
            "Entente-Truncated, Entente-Next, Link, ETag, Retry-After, WWW-Authenticate, " + RequestId.HEADER;
    private static final String SENT = "Authorization, Content-Type, If-None-Match, " + RequestId.HEADER;
    /** How long a browser may remember what it was allowed, in seconds. */
    private static final String MAX_AGE = "600";

    private final Set<String> origins;

    CrossOrigin(Set<String> origins) {
        this.origins = origins;
    }

    void allow(Context context) {
        if (origins.isEmpty()) {
            return;
        }
        context.res().addHeader("Vary", ORIGIN);
        String origin = context.header(ORIGIN);
        if (origin == null || !origins.contains(origin)) {
            return;
        }
        context.header("Access-Control-Allow-Origin", origin);
        context.header("Access-Control-Expose-Headers", READABLE);
        if (context.req().getMethod().equals("OPTIONS") && context.header("Access-Control-Request-Method") != null) {
            context.header("Access-Control-Allow-Methods", "GET, HEAD, POST");
            context.header("Access-Control-Allow-Headers", SENT);
            context.header("Access-Control-Max-Age", MAX_AGE);
            context.status(204).skipRemainingHandlers();
        }
    }
}
