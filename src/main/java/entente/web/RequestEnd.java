package entente.web;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.time.Duration;
import java.util.Set;
import org.eclipse.jetty.server.Request;
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
    private static final String NO_ROUTE = "none";
    private static final String PROBLEM = "entente.problem";
    private static final String CALLER = "entente.caller";

    private final Metrics metrics;

    RequestEnd(Metrics metrics) {
        this.metrics = metrics;
    }

    /** Notes why a request is refused, to be counted at its end. */
    static void noteProblem(Context context, Problem problem) {
        context.attribute(PROBLEM, problem);
    }

    /** Notes whose token a request came with, to be logged at its end. */
    static void noteCaller(Context context, String token) {
        context.attribute(CALLER, token);
    }

    void record(Context context, Float milliseconds) {
        Duration took = Duration.ofNanos((long) (milliseconds * 1e6));
        record(
                new Ended(context.req().getMethod(), route(context), context.statusCode(), took),
                context.attribute(PROBLEM),
                context.attribute(CALLER));
        MDC.remove(RequestId.NAME);
    }

    /** What was refused before its route was looked for. */
    void record(Request request, Problem problem, String id) {
        Duration took = Duration.ofNanos(System.nanoTime() - request.getBeginNanoTime());
        MDC.put(RequestId.NAME, id);
        record(new Ended(request.getMethod(), NO_ROUTE, problem.status().getCode(), took), problem, null);
        MDC.remove(RequestId.NAME);
    }

    /** Counts why a request is refused. */
    void count(Problem problem) {
        metrics.count("entente.problems", 1, "code", problem.code().toString());
    }

    /** A request as it may be told of. */
    private record Ended(String method, String route, int status, Duration took) {
        Ended {
            method = METHODS.contains(method) ? method : "other";
        }
    }

    private void record(Ended ended, @Nullable Problem problem, @Nullable String caller) {
        metrics.took(
                "entente.requests",
                "How long requests took, by route",
                ended.took(),
                "route",
                ended.route(),
                "method",
                ended.method(),
                "status",
                Integer.toString(ended.status()));
        if (problem != null) {
            count(problem);
        }
        LOG.atInfo()
                .addKeyValue("method", ended.method())
                .addKeyValue("route", ended.route())
                .addKeyValue("status", ended.status())
                .addKeyValue("milliseconds", ended.took().toMillis())
                .addKeyValue("code", problem == null ? null : problem.code().toString())
                .addKeyValue("token", caller)
                .log(
                        "{} {} {} in {} ms",
                        ended.method(),
                        ended.route(),
                        ended.status(),
                        ended.took().toMillis());
    }

    /** The path of the route, with names in place of what the client filled in. */
    static String route(Context context) {
        Endpoint endpoint = context.endpoints().lastHttpEndpoint();
        return endpoint == null ? NO_ROUTE : endpoint.path;
    }
}
