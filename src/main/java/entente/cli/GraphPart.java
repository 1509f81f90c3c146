package entente.cli;

import entente.explore.RelationshipFilter;
import entente.explore.Subgraph;
import entente.explore.SubgraphRequest;
import entente.explore.Subgraphs;
import entente.explore.WholeGraph;
import entente.graph.EntityNames;
import entente.graph.Graph;
import entente.model.GraphSink;
import entente.model.Page;
import entente.query.EntityArguments;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The whole graph, or what lies around an entity.
 *
 * @param center the id or name of the entity, or null for the whole
 * @param hops how many steps around it
 */
record GraphPart(
        Graph graph, RelationshipFilter filter, @Nullable String center, int hops) {
    /**
     * Gives it to a sink, and tells what the API tells of a subgraph.
     *
     * @throws entente.query.QueryException if the centre is no entity, or may be several
     */
    Map<String, Object> into(GraphSink sink) {
        if (center == null) {
            WholeGraph.Size size = new WholeGraph(graph).walk(filter, sink);
            return about(size.entities(), size.relationships(), false);
        }
        String id = new EntityArguments(new EntityNames(graph)).id("around", center);
        Page all = Page.first(Subgraphs.MOST_RELATIONSHIPS);
        Subgraph found = new Subgraphs(graph)
                .walk(new SubgraphRequest(id, filter, hops, all), sink)
                .orElseThrow(() -> new UsageException("no entity is called \"" + id + "\" any more"));
        return about(found.nodes(), found.relationships(), found.truncated());
    }

    private static Map<String, Object> about(long nodes, long relationships, boolean truncated) {
        Map<String, Object> totals = new LinkedHashMap<>();
        totals.put("nodes", nodes);
        totals.put("relationships", relationships);
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("totals", totals);
        about.put("truncated", truncated);
        return about;
    }
}
