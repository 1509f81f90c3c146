package entente.web;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

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

    /** Lets the page read a refusal that was made before any route was looked for. */
    void allow(Request request, Response response) {
        if (!origins.isEmpty()) {
            response.getHeaders().add(HttpHeader.VARY, ORIGIN);
            permission(request.getHeaders().get(ORIGIN)).forEach(response.getHeaders()::put);
        }
    }

    /** Lets the page read the answer, and tells its browser so beforehand where that asks. */
    void allow(Context context) {
        if (origins.isEmpty()) {
            return;
        }
        context.res().addHeader("Vary", ORIGIN);
        Map<String, String> permission = permission(context.header(ORIGIN));
        permission.forEach(context::header);
        if (permission.isEmpty()) {
            return;
        }
        if (context.req().getMethod().equals("OPTIONS") && context.header("Access-Control-Request-Method") != null) {
            context.header("Access-Control-Allow-Methods", "GET, HEAD, POST");
            context.header("Access-Control-Allow-Headers", SENT);
            context.header("Access-Control-Max-Age", MAX_AGE);
            context.status(204).skipRemainingHandlers();
        }
    }

    /** The headers that let pages of an origin read an answer; none where they may not. */
    private Map<String, String> permission(@Nullable String origin) {
        return origin == null || !origins.contains(origin)
                ? Map.of()
                : Map.of("Access-Control-Allow-Origin", origin, "Access-Control-Expose-Headers", READABLE);
    }
}
