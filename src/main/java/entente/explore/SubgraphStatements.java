package entente.explore;

import entente.graph.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a walk asks, in Cypher that only the filter changes, so that the database plans it once. */
final class SubgraphStatements {
    /**
     * For each neighbour, the relationships to it; and their number once more without those of pairs that are both
     * asked for and see the same relationship from either end, where this is the end that does not count.
     */
    private static final String NEIGHBOURS = """
            MATCH (n) WHERE id(n) IN $nodes
            MATCH (n)%s(m:Entity) WHERE %s
            RETURN id(m), count(*), sum(CASE WHEN id(n) > id(m) AND %s THEN 0 ELSE 1 END)""";

    private static final String RELATIONSHIPS = """
            MATCH (n) WHERE id(n) IN $nodes
            MATCH (n)%s(m:Entity) WHERE %s
              AND NOT id(m) IN $nearer AND NOT (id(n) > id(m) AND %s AND id(m) IN $frontier)
            RETURN %s, id(startNode(r)), id(endNode(r))
            ORDER BY id(n), type(r), r.id SKIP $skip LIMIT $limit""";

    private final RelationshipFilter filter;
    private final String neighbours;
    private final String relationships;

    SubgraphStatements(RelationshipFilter filter) {
        this.filter = filter;
        this.neighbours = of(NEIGHBOURS);
        this.relationships = of(RELATIONSHIPS);
    }

    private String of(String text) {
        return text.formatted(filter.pattern("r"), filter.condition("r", "n"), filter.bothWays("r"), Rows.RELATIONSHIP);
    }

    Statement neighbours(List<Long> nodes) {
        return bound("subgraph-neighbours", neighbours, Map.of("nodes", nodes));
    }

    Statement relationships(Map<String, Object> parameters) {
        return bound("subgraph-relationships", relationships, parameters);
    }

    private Statement bound(String name, String text, Map<String, Object> parameters) {
        Map<String, Object> all = new LinkedHashMap<>(filter.parameters());
        all.putAll(parameters);
        return new Statement(name, text, all);
    }
}
