package entente.web;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Counts a request that has been answered, and where that is asked for, logs it. Both know its route and not its path:
 * what a client asks about is nobody's business.
 */
final class RequestEnd {
    private static final Logger LOG = LoggerFactory.getLogger("entente.requests");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String CODE = "entente.problem";
    private static final String CALLER = "entente.caller";

    private final Metrics metrics;

    RequestEnd(Metrics metrics) {
        this.metrics = metrics;
    }

    /** Notes why a request is refused, to be counted at its end. */
    static void noteProblem(Context context, String code) {
        context.attribute(CODE, code);
    }

    /** Notes whose token a request came with, to be logged at its end. */
    static void noteCaller(Context context, String token) {
        context.attribute(CALLER, token);
    }

    void record(Context context, Float milliseconds) {
        Duration took = Duration.ofNanos((long) (milliseconds * 1e6));
        metrics.took(
                "entente.requests",
                "How long requests took, by route",
                took,
                "route",
                route(context),
                "method",
                method(context),
                "status",
                Integer.toString(context.statusCode()));
        String code = context.attribute(CODE);
        if (code != null) {
            metrics.count("entente.problems", 1, "code", code);
        }
        if (LOG.isInfoEnabled()) {
            log(context, took, code);
        }
        MDC.remove(RequestId.NAME);
    }

    private static void log(Context context, Duration took, @Nullable String code) {
        String caller = context.attribute(CALLER);
        LOG.atInfo()
                .addKeyValue("method", method(context))
                .addKeyValue("route", route(context))
                .addKeyValue("status", context.statusCode())
                .addKeyValue("milliseconds", took.toMillis())
                .addKeyValue("code", code)
                .addKeyValue("token", caller)
                .log("{} {} {} in {} ms", method(context), route(context), context.statusCode(), took.toMillis());
    }

    private static String method(Context context) {
        String method = context.req().getMethod();
        return METHODS.contains(method) ? method : "other";
    }

    /** The path of the route, with names in place of what the client filled in. */
    static String route(Context context) {
        Endpoint endpoint = context.endpoints().lastHttpEndpoint();
        return endpoint == null ? "none" : endpoint.path;
    }
}
