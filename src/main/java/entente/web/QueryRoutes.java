package entente.web;

import entente.graph.EntityNames;
import entente.graph.Graph;
import entente.graph.ReadSummary;
import entente.model.Page;
import entente.query.Ask;
import entente.query.Catalogue;
import entente.query.LiveCatalogue;
import entente.query.QueryRunner;
import entente.query.SavedQuery;
import entente.query.Understood;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Saved queries: which there are, what they answer, and which one answers a question in plain words. */
final class QueryRoutes {
    /** How many rows an answer has where the request names no {@code limit}. */
    static final int DEFAULT_LIMIT = 1_000;

    private static final String QUESTION = "q";
    private static final String SAFE = "safe";

    private final LiveCatalogue live;
    private final EntityNames names;
    private final Graph graph;
    private final QueryRunner runner;
    private final int mostRows;
    private volatile @Nullable Contract contract;

    QueryRoutes(Graph graph, EntityNames names, LiveCatalogue live) {
        this.graph = graph;
        this.live = live;
        this.names = names;
        this.runner = new QueryRunner(graph, names);
        this.mostRows = graph.limits().rows();
    }

    void list(Context context) throws IOException {
        Arguments.of(context).only(Set.of());
        Catalogue catalogue = live.catalogue();
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("queries", catalogue.queries().stream().map(Definitions::of).toList());
        list.put("faults", catalogue.faults().stream().map(Definitions::of).toList());
        Answer.json(context, list);
    }

    /** The contract of the whole API, with a path for each saved query. */
    void contract(Context context) throws IOException {
        Arguments.of(context).only(Set.of());
        Catalogue catalogue = live.catalogue();
        Contract known = contract;
        if (known == null || !known.fingerprint().equals(catalogue.fingerprint())) {
            known = new Contract(catalogue.fingerprint(), OpenApi.of(catalogue));
            contract = known;
        }
        Answer.json(context, known.document());
    }

    /** The contract of one catalogue, so that it is not made for each request. */
    private record Contract(String fingerprint, Map<String, Object> document) {}

    void definition(Context context) throws IOException {
        Arguments.of(context).only(Set.of());
        Answer.json(context, Definitions.of(query(context)));
    }

    /** The rows of a saved query. */
    void results(Context context, Format format) throws IOException {
        SavedQuery query = query(context);
        Arguments arguments = Arguments.of(context);
        Map<String, List<String>> given = arguments.without(own(format));
        answer(context, rows(context, format, arguments), asked(query, runner.bind(query, given), arguments), Map.of());
    }

    /** The rows of the saved query that answers a question. */
    void ask(Context context, Format format) throws IOException {
        Arguments arguments = Arguments.of(context);
        Understood understood = new Ask(live.catalogue(), names).understand(question(arguments));
        Map<String, List<String>> beside = arguments.without(own(format));
        beside.remove(QUESTION);
        Map<String, @Nullable Object> bound = runner.bind(understood, beside);
        Map<String, Object> how = Map.of("understood", Definitions.of(understood));
        answer(context, rows(context, format, arguments), asked(understood.query(), bound, arguments), how);
    }

    /** What the route takes beside the parameters of the query. */
    private static Set<String> own(Format format) {
        return format == Format.CSV
                ? Set.of(Paging.LIMIT, PageCursor.AFTER, SAFE)
                : Set.of(Paging.LIMIT, PageCursor.AFTER);
    }

    private RowAnswer rows(Context context, Format format, Arguments arguments) {
        return new RowAnswer(context, format, graph, format == Format.CSV && arguments.flag(SAFE));
    }

    /** A query and which of its rows are wanted. */
    private record Asked(SavedQuery query, Map<String, @Nullable Object> bound, Paging paging) {}

    private Asked asked(SavedQuery query, Map<String, @Nullable Object> bound, Arguments arguments) {
        int limit = arguments.count(Paging.LIMIT, DEFAULT_LIMIT, mostRows);
        return new Asked(query, bound, Paging.of(arguments, graph, query.name() + bound + query.cypher(), limit));
    }

    private void answer(Context context, RowAnswer answer, Asked asked, Map<String, Object> how) throws IOException {
        if (asked.query().ofItsMoment()) {
            AnswerCache.leave(context);
        }
        Map<String, @Nullable Object> before = new LinkedHashMap<>(how);
        before.put("query", asked.query().name());
        before.put("parameters", asked.bound());
        Page page = asked.paging().page();
        answer.write(before, sink -> about(asked.paging(), runner.run(asked.query(), asked.bound(), page, sink)));
    }

    private static Map<String, @Nullable Object> about(Paging paging, ReadSummary summary) {
        long end = paging.page().skip() + summary.rows();
        Map<String, @Nullable Object> about = new LinkedHashMap<>();
        about.put("truncated", summary.truncated());
        about.put("next", paging.next(summary.truncated(), end));
        return about;
    }

    private SavedQuery query(Context context) {
        return live.catalogue().query(context.pathParam("name"));
    }

    private static String question(Arguments arguments) {
        String question = arguments.one(QUESTION);
        if (question == null || question.isBlank()) {
            throw new ProblemException(
                    Problem.badParameter(QUESTION, "q must be a question, such as q=who+backs+the+Osh+base%3F."));
        }
        return question;
    }
}
