package entente.web;

import entente.graph.Graph;
import entente.graph.Keeper;
import entente.graph.ReadListener;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is measured of a graph: its reads by name, the places that they take, and the database below. */
final class GraphMetrics implements ReadListener {
    private final Metrics metrics;

    private GraphMetrics(Metrics metrics) {
        this.metrics = metrics;
    }

    /**
     * Begins to measure.
     *
     * @param database as somebody has asked it last
     * @return what the graph tells until it is to do so no longer
     */
    static GraphMetrics measure(Graph graph, Readiness database, Metrics metrics) {
        metrics.watch(
                "entente.reads.active",
                "Reads under way, each with a connection",
                () -> graph.load().underWay());
        metrics.watch(
                "entente.reads.waiting",
                "Reads that wait for a place",
                () -> graph.load().waiting());
        metrics.watch(
                "entente.reads.limit",
                "Reads that may be under way at once",
                () -> graph.load().most());
        measurePool(graph, metrics);
        metrics.watch(
                "entente.database.restarts",
                "How often the bundled database was started again",
                () -> graph.keeper().restarts());
        metrics.watch(
                "entente.database.tells.of.commits",
                "1 while the database tells of its commits, or else 0: then it is asked before each kept answer and each 304",
                () -> graph.keeper().lastCommit() == Keeper.NOT_TOLD ? 0 : 1);
        metrics.watch("entente.database.ready", "1 while the database answers, or else 0", database::lastAnswer);
        metrics.watch(
                "entente.graph.loaded.timestamp.seconds",
                "When the newest dossier was loaded, in seconds since 1970",
                database::newestLoad);
        GraphMetrics reads = new GraphMetrics(metrics);
        graph.tell(reads);
        return reads;
    }

    private static void measurePool(Graph graph, Metrics metrics) {
        metrics.watchCount(
                "entente.connections.timeouts",
                "How often a connection to the database was waited for in vain",
                () -> graph.pool().timeouts());
        metrics.watchCount(
                "entente.connections.failures",
                "How often no connection to the database could be made",
                () -> graph.pool().failures());
    }

    @Override
    public void ended(String name, Duration took, @Nullable RuntimeException failure) {
        String outcome =
                failure == null ? "done" : failure.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        metrics.took("entente.reads", "How long reads took, by query", took, "query", name, "outcome", outcome);
    }

    @Override
    public void passedOn(String name, int rows) {
        metrics.count("entente.rows", rows, "query", name);
    }
}
