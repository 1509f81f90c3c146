package entente.web;

import io.javalin.http.Context;
import java.util.Set;

/** What the server measures, for Prometheus. */
final class MetricsRoute {
    private final Metrics metrics;
    private final Readiness database;

    MetricsRoute(Operation operation) {
        this.metrics = operation.metrics();
        this.database = operation.database();
    }

    void show(Context context) {
        Arguments.of(context).only(Set.of());
        boolean unused = database.isReady(); // asked before it is told of
        context.contentType("text/plain; version=0.0.4; charset=utf-8").result(metrics.text());
    }
}
