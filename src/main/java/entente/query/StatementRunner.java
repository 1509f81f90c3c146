package entente.query;

import entente.graph.Graph;
import entente.graph.Guard;
import entente.graph.PlanStep;
import entente.graph.ReadSummary;
import entente.graph.Statement;
import entente.model.Names;
import entente.model.Page;
import entente.model.RowSink;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs Cypher that somebody wrote just now, once the guard has passed it. */
public final class StatementRunner {
    private static final String NAME = "cypher";

    private final Graph graph;
    private final Guard guard;

    public StatementRunner(Graph graph, Guard guard) {
        this.graph = graph;
        this.guard = guard;
    }

    /**
     * Lets a statement pass with the values for its parameters, before it is run or planned.
     *
     * @param parameters of the kinds that {@link StatementParameters} gives
     * @throws QueryException if the statement uses a parameter that is not among them
     * @throws entente.graph.GraphException.Refused if it would do more than read the graph
     * @throws entente.graph.GraphException.Faulty if it is no statement
     */
    public Passed pass(String cypher, Map<String, ? extends @Nullable Object> parameters) {
        guard.pass(cypher, parameters).parameters().stream()
                .sorted()
                .filter(name -> !parameters.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw missing(name, parameters);
                });
        return new Passed(new Statement(NAME, cypher, parameters));
    }

    private static QueryException missing(String name, Map<String, ? extends @Nullable Object> parameters) {
        return new QueryException(
                QueryException.Reason.BAD_PARAMETER,
                name,
                "the statement uses $" + name + ", and no parameter of that name is given"
                        + Names.didYouMean(name, parameters.keySet()),
                List.of());
    }

    /** A statement that may be run. */
    public final class Passed {
        private final Statement statement;

        private Passed(Statement statement) {
            this.statement = statement;
        }

        /**
         * Runs it.
         *
         * @param page which rows to pass on
         * @param sink gets nothing where the statement fails before its first row
         * @throws entente.graph.GraphException if the database cannot answer
         */
        public ReadSummary run(Page page, RowSink sink) {
            return graph.readOfStranger(statement, page, sink);
        }

        /**
         * How the database would run it.
         *
         * @throws entente.graph.GraphException if the database cannot answer
         */
        public PlanStep plan() {
            return graph.planOfStranger(statement);
        }
    }
}
