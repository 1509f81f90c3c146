package entente.explore;

import entente.graph.Graph;
import entente.graph.Reading;
import java.util.List;
import java.util.Optional;

/**
 * Finds the shortest routes between two entities. A route is a sequence of entities: however many relationships join
 * two of them, and however many dossiers assert each, that is one step.
 */
public final class Paths {
    public static final int MOST_HOPS = 8;
    /** How long a route may be where nobody says how long. */
    public static final int DEFAULT_HOPS = 6;

    public static final int MOST_ROUTES = 1_000;
    /** How many routes are listed where nobody says how many. */
    public static final int DEFAULT_ROUTES = 25;

    /** How many relationships all steps together may have. */
    public static final int MOST_RELATIONSHIPS = 100_000;

    private final Graph graph;

    public Paths(Graph graph) {
        this.graph = graph;
    }

    /**
     * Finds them; the way from an entity to itself is one route without steps.
     *
     * @return without a route also where no entity bears one of the ids
     * @throws entente.graph.GraphException if the database cannot answer
     * @throws Routes.TooLarge if the steps of the routes have more relationships than {@link #MOST_RELATIONSHIPS}, or
     *     these and the entities take more bytes than one answer may
     */
    public Routes find(RouteRequest request) {
        return graph.reading("paths", reading -> {
            Optional<Long> from = Rows.node(reading, request.from());
            Optional<Long> to = Rows.node(reading, request.to());
            return from.isEmpty() || to.isEmpty() ? Routes.NONE : between(from.get(), to.get(), request, reading);
        });
    }

    private static Routes between(long from, long to, RouteRequest request, Reading reading) {
        RouteStatements statements = new RouteStatements(reading, request.filter());
        List<long[]> layers = new RouteSearch(statements, from, to).layers(request.maxHops());
        if (layers.isEmpty()) {
            return Routes.NONE;
        }
        RouteLayers routes = new RouteLayers(layers, statements);
        return new Routes(routes.count(), new RouteEvidence(reading, statements).routes(routes.first(request.limit())));
    }
}
