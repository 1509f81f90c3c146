package entente.web;

import entente.graph.Graph;
import entente.graph.GraphException;
import entente.graph.Guard;
import entente.graph.Notification;
import entente.graph.PlanStep;
import entente.graph.ReadSummary;
import entente.query.StatementRunner;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cypher that a client wrote itself. */
final class CypherRoute {
    private static final String PLAN = "plan";
    private static final String SAFE = "safe";

    private final Graph graph;
    private final StatementRunner runner;
    private final HangUps hangUps;
    private final int mostRows;

    CypherRoute(Graph graph, HangUps hangUps) {
        this.graph = graph;
        this.runner = new StatementRunner(graph, Guard.ofStrangers(graph));
        this.hangUps = hangUps;
        this.mostRows = graph.limits().rows();
    }

    void run(Context context, Format format) throws IOException {
        context.res().addHeader("Vary", "Accept");
        Arguments arguments = Arguments.of(context);
        arguments.only(
                format == Format.CSV
                        ? Set.of(Paging.LIMIT, PageCursor.AFTER, PLAN, SAFE)
                        : Set.of(Paging.LIMIT, PageCursor.AFTER, PLAN));
        boolean safe = arguments.flag(SAFE);
        int limit = arguments.count(Paging.LIMIT, QueryRoutes.DEFAULT_LIMIT, mostRows);
        boolean planned = arguments.flag(PLAN);
        refuseIdlePlan(format, planned);
        CypherRequest request = CypherRequest.of(context);
        hangUps.attend(context, () -> {
            StatementRunner.Passed passed = ofClient(() -> runner.pass(request.statement(), request.parameters()));
            // Not before the statement has passed: a page of what is refused is refused for that.
            Paging paging = Paging.of(arguments, graph, request.hash(), limit);
            PlanStep plan = planned ? ofClient(passed::plan) : null;
            new RowAnswer(context, format, graph, safe).write(Map.of(), sink -> {
                ReadSummary summary = ofClient(() -> passed.run(paging.page(), sink));
                return about(paging, summary, remarks(request, summary), plan);
            });
        });
    }

    private static void refuseIdlePlan(Format format, boolean planned) {
        if (planned && format == Format.CSV) {
            throw new ProblemException(
                    Problem.badParameter(PLAN, "CSV has no place for a plan; ask for JSON or JSON Lines."));
        }
    }

    private static Stream<Notification> remarks(CypherRequest request, ReadSummary summary) {
        Stream<Notification> ofNothing = summary.rows() == 0 ? request.textsLikeDays() : Stream.empty();
        return Stream.concat(summary.notifications().stream(), ofNothing);
    }

    private static Map<String, @Nullable Object> about(
            Paging paging, ReadSummary summary, Stream<Notification> remarks, @Nullable PlanStep plan) {
        Map<String, @Nullable Object> about = new LinkedHashMap<>();
        about.put("truncated", summary.truncated());
        about.put("next", paging.next(summary.truncated(), paging.page().skip() + summary.rows()));
        about.put("notifications", remarks.map(RecordJson::of).toList());
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
