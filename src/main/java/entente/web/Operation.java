package entente.web;

import entente.graph.Graph;
import java.time.Duration;

/**
 * What whoever runs a server is told of it.
 *
 * @param requestsPerMinute how many a client may make, or 0 for any number
 * @param ending ends what the graph tells
 */
record Operation(Metrics metrics, Readiness database, int requestsPerMinute, Runnable ending) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    static Operation of(Graph graph, int requestsPerMinute) {
        Metrics metrics = new Metrics();
        Readiness database = new Readiness(graph, PATIENCE);
        GraphMetrics reads = GraphMetrics.measure(graph, database, metrics);
        return new Operation(metrics, database, requestsPerMinute, () -> graph.tellNoLonger(reads));
    }

    @Override
    public void close() {
        ending.run();
        metrics.close();
    }
}
