package entente.web;

import entente.graph.EntityNames;
import entente.graph.Graph;
import entente.query.Ask;
import entente.query.Catalogue;
import entente.query.LiveCatalogue;
import entente.query.QueryResult;
import entente.query.QueryRunner;
import entente.query.SavedQuery;
import entente.query.Understood;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Saved queries: which there are, what they answer, and which one answers a question in plain words. */
final class QueryRoutes {
    /** How many rows an answer has where the request names no {@code limit}. */
    static final int DEFAULT_LIMIT = 1_000;

    private static final String QUESTION = "q";
    private static final String LIMIT = "limit";

    private final LiveCatalogue live;
    private final EntityNames names;
    private final QueryRunner runner;
    private final int mostRows;

    QueryRoutes(Graph graph, EntityNames names, LiveCatalogue live) {
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

    void definition(Context context) throws IOException {
        Arguments.of(context).only(Set.of());
        Answer.json(context, Definitions.of(query(context)));
    }

    /** The rows of a saved query. */
    void results(Context context, Format format) throws IOException {
        SavedQuery query = query(context);
        Arguments arguments = Arguments.of(context);
        QueryResult result = runner.run(query, arguments.without(Set.of(LIMIT)), limit(arguments));
        answer(context, format, result, Map.of());
    }

    /** The rows of the saved query that answers a question. */
    void ask(Context context, Format format) throws IOException {
        Arguments arguments = Arguments.of(context);
        Understood understood = new Ask(live.catalogue(), names).understand(question(arguments));
        QueryResult result = runner.run(
                understood.query(),
                understood.argumentsWith(arguments.without(Set.of(LIMIT, QUESTION))),
                limit(arguments));
        answer(context, format, result, Map.of("understood", Definitions.of(understood)));
    }

    private SavedQuery query(Context context) {
        return live.catalogue().query(context.pathParam("name"));
    }

    private int limit(Arguments arguments) {
        return arguments.count(LIMIT, DEFAULT_LIMIT, mostRows);
    }

    private static String question(Arguments arguments) {
        String question = arguments.one(QUESTION);
        if (question == null || question.isBlank()) {
            throw new ProblemException(
                    Problem.badParameter(QUESTION, "q must be a question, such as q=who+backs+the+Osh+base%3F."));
        }
        return question;
    }

    private static void answer(Context context, Format format, QueryResult result, Map<String, Object> understood)
            throws IOException {
        context.header("Vary", "Accept");
        if (format == Format.CSV) {
            Answer.csv(context, result.table());
            return;
        }
        Map<String, @Nullable Object> whole = new LinkedHashMap<>(understood);
        whole.put("query", result.query().name());
        whole.put("parameters", result.parameters());
        whole.put("columns", result.table().columns());
        whole.put("rows", result.table());
        whole.put("truncated", result.table().truncated());
        whole.put("next", null);
        Answer.writeJson(context, whole);
    }
}
