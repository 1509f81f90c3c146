package entente.query;

import entente.graph.EntityNames;
import entente.graph.Graph;
import java.util.List;
import java.util.Map;

/** Runs saved queries. */
@SuppressWarnings("DoNotCallSuggester")
public final class QueryRunner {
    public QueryRunner(Graph graph, EntityNames names) {}

    /**
     * Runs a query.
     *
     * @param arguments the values given for each parameter, as text; several for a list
     * @param limit how many rows to return at the most
     * @throws QueryException if an argument is missing, unknown, repeated, of another type, or names no entity or
     *     several
     * @throws entente.graph.GraphException if the database cannot answer
     */
    public QueryResult run(SavedQuery query, Map<String, List<String>> arguments, int limit) {
        throw new UnsupportedOperationException();
    }
}
