package entente.explore;

import entente.graph.Graph;
import entente.graph.Reading;
import entente.model.GraphSink;
import java.util.Optional;

/**
 * Finds what lies around an entity.
 *
 * <p>A relationship belongs to a subgraph if it passes the filter and one of its ends is fewer than {@code hops} steps
 * from the centre, along relationships that pass. Its direction is seen from the end that is nearer to the centre;
 * where both are equally near, it passes if it does from either.
 *
 * <p>The order of the relationships is that of the steps from the centre to the nearer end, then that of the nearer
 * ends as the database numbers them (an inner relationship counts with the lower one), then that of types and of ids.
 * It stays the same as long as the graph does.
 */
public final class Subgraphs {
    public static final int MOST_HOPS = 4;
    /** How many relationships are shown where nobody says how many. */
    public static final int DEFAULT_RELATIONSHIPS = 1_000;

    public static final int MOST_RELATIONSHIPS = 100_000;

    private final Graph graph;

    public Subgraphs(Graph graph) {
        this.graph = graph;
    }

    /**
     * Gives the relationships of a page, all their ends and the centre to a sink; holds neither them nor the rest of
     * the subgraph.
     *
     * @return empty where no entity bears the id of the centre; the sink has then got nothing
     * @throws entente.graph.GraphException if the database cannot answer, maybe when the sink has already got a part
     */
    public Optional<Subgraph> walk(SubgraphRequest request, GraphSink sink) {
        return graph.reading(
                "subgraph",
                reading -> Rows.node(reading, request.center()).map(node -> from(node, request, reading, sink)));
    }

    private static Subgraph from(long center, SubgraphRequest request, Reading reading, GraphSink sink) {
        ShownGraph shown = new ShownGraph(reading, sink);
        shown.node(center);
        shown.flush();
        return new SubgraphWalk(reading, request, shown).from(center);
    }
}
