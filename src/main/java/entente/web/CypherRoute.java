package entente.web;

import entente.graph.Graph;
import entente.graph.GraphException;
import entente.graph.Guard;
import entente.graph.PlanStep;
import entente.graph.ReadSummary;
import entente.model.Page;
import entente.query.StatementRunner;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Cypher that a client wrote itself. */
final class CypherRoute {
    private static final String LIMIT = "limit";
    private static final String PLAN = "plan";
    private static final String SAFE = "safe";

    private final Graph graph;
    private final StatementRunner runner;
    private final HangUps hangUps;
    private final int mostRows;

    CypherRoute(Graph graph, HangUps hangUps) {
        this.graph = graph;
        this.runner = new StatementRunner(graph, new Guard(graph));
        this.hangUps = hangUps;
        this.mostRows = graph.limits().rows();
    }

    void run(Context context, Format format) throws IOException {
        Arguments arguments = Arguments.of(context);
        arguments.only(format == Format.CSV ? Set.of(LIMIT, PLAN, SAFE) : Set.of(LIMIT, PLAN));
        boolean safe = arguments.flag(SAFE);
        int limit = arguments.count(LIMIT, QueryRoutes.DEFAULT_LIMIT, mostRows);
        boolean planned = arguments.flag(PLAN);
        CypherRequest request = CypherRequest.of(context);
        hangUps.attend(context, () -> {
            StatementRunner.Passed passed = ofClient(() -> runner.pass(request.statement(), request.parameters()));
            PlanStep plan = planned ? ofClient(passed::plan) : null;
            new RowAnswer(context, format, graph, safe)
                    .write(Map.of(), sink -> about(ofClient(() -> passed.run(Page.first(limit), sink)), plan));
        });
    }

    private static Map<String, @Nullable Object> about(ReadSummary summary, @Nullable PlanStep plan) {
        Map<String, @Nullable Object> about = new LinkedHashMap<>();
        about.put("truncated", summary.truncated());
        about.put(
                "notifications",
                summary.notifications().stream().map(RecordJson::of).toList());
        if (plan != null) {
            about.put(PLAN, RecordJson.of(plan));
        }
        return about;
    }

    /** A fault of the statement is the client's, who wrote it. */
    private static <T> T ofClient(Supplier<T> work) {
        try {
            return work.get();
        } catch (GraphException.Faulty faulty) {
            throw Problems.ofOwnStatement(faulty);
        }
    }
}
