package entente.explore;

import entente.graph.Graph;
import entente.graph.Reading;
import entente.graph.Statement;
import entente.model.GraphSink;
import entente.model.Page;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Finds what lies between entities that are named: these, and the relationships both of whose ends are among them. */
public final class Between {
    public static final int MOST_ENTITIES = 500;

    /** How many relationships are shown where nobody says how many. */
    public static final int DEFAULT_RELATIONSHIPS = Subgraphs.DEFAULT_RELATIONSHIPS;

    public static final int MOST_RELATIONSHIPS = Subgraphs.MOST_RELATIONSHIPS;

    private static final String ENTITIES =
            "UNWIND range(0, size($ids) - 1) AS at MATCH (n:Entity {id: $ids[at]}) RETURN n.id, id(n) ORDER BY at";
    private static final String NAMED = """
            MATCH (n:Entity)-[r]->(m:Entity) WHERE id(n) IN $nodes AND id(m) IN $nodes AND r.id IN $only
            RETURN DISTINCT r.id""";
    private static final String RELATIONSHIPS = """
            MATCH (n:Entity)%s(m:Entity) WHERE id(n) IN $nodes AND id(m) IN $nodes AND %s
              AND (size($only) = 0 OR r.id IN $only)
            RETURN %s, id(n), id(m)
            ORDER BY type(r), r.id SKIP $skip LIMIT $limit""";

    private final Graph graph;

    public Between(Graph graph) {
        this.graph = graph;
    }

    /**
     * What was found.
     *
     * @param unknown ids that no entity bears
     * @param unknownRelationships of the ids of relationships, those that none between the entities bears
     * @param truncated whether there are more relationships after those that were shown
     */
    public record Found(List<String> unknown, List<String> unknownRelationships, boolean truncated) {}

    /**
     * Gives all of the entities, and a page of their relationships by type and id, to a sink.
     *
     * @param ids of entities, up to {@link #MOST_ENTITIES}
     * @param only ids of relationships, where no others are wanted, a blank one for none at all; else empty
     * @param page which relationships to show, up to {@link #MOST_RELATIONSHIPS}
     * @throws IllegalArgumentException if these are too many
     * @throws entente.graph.GraphException if the database cannot answer, maybe when the sink has already got a part
     */
    public Found find(List<String> ids, List<String> only, RelationshipFilter filter, Page page, GraphSink sink) {
        if (ids.size() > MOST_ENTITIES) {
            throw new IllegalArgumentException("there can be up to " + MOST_ENTITIES + " entities");
        }
        return graph.reading("between", reading -> {
            Map<String, Long> nodes = nodes(ids, reading);
            ShownGraph shown = new ShownGraph(reading, sink);
            nodes.values().forEach(shown::node);
            shown.flush();
            List<String> named = only.stream().filter(id -> !id.isBlank()).toList();
            return new Found(
                    without(nodes.keySet(), ids),
                    without(borne(named, nodes.values(), reading), named),
                    relationships(nodes, only, filter, page, reading, shown));
        });
    }

    private static List<String> without(Set<String> known, List<String> ids) {
        return ids.stream().filter(id -> !known.contains(id)).distinct().toList();
    }

    /** Those of the ids that relationships bear, whichever page they are on and whether they pass the filter. */
    private static Set<String> borne(List<String> ids, Collection<Long> nodes, Reading reading) {
        Set<String> borne = new HashSet<>();
        if (!ids.isEmpty()) {
            Map<String, Object> parameters = Map.of("nodes", List.copyOf(nodes), "only", ids);
            reading.each(new Statement("between-named", NAMED, parameters), row -> borne.add(Rows.text(row, 0)));
        }
        return borne;
    }

    private static Map<String, Long> nodes(List<String> ids, Reading reading) {
        Map<String, Long> nodes = new LinkedHashMap<>();
        Statement statement = new Statement("between-entities", ENTITIES, Map.of("ids", ids));
        reading.each(statement, row -> nodes.put(Rows.text(row, 0), Rows.number(row, 1)));
        return nodes;
    }

    private static boolean relationships(
            Map<String, Long> nodes,
            List<String> only,
            RelationshipFilter filter,
            Page page,
            Reading reading,
            ShownGraph shown) {
        Map<String, Object> parameters = new LinkedHashMap<>(filter.parameters());
        parameters.put("nodes", List.copyOf(nodes.values()));
        parameters.put("only", only);
        parameters.put("skip", page.skip());
        parameters.put("limit", page.limit() + 1L);
        String text = RELATIONSHIPS.formatted(filter.storedPattern("r"), filter.condition("r", "n"), Rows.RELATIONSHIP);
        AtomicInteger left = new AtomicInteger(page.limit());
        long all = reading.each(new Statement("between", text, parameters), row -> {
            if (left.getAndDecrement() > 0) {
                shown.relationship(row);
            }
        });
        shown.flush();
        return all > page.limit();
    }
}
