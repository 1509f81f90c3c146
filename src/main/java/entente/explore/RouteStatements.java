package entente.explore;

import entente.graph.Reading;
import entente.graph.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** What a search for routes asks, in Cypher that only the filter changes. Nodes are known by the database's own ids. */
final class RouteStatements {
    private static final String NEIGHBOURS = """
            MATCH (n) WHERE id(n) IN $nodes
            MATCH (n)%s(m:Entity) WHERE %s
            RETURN DISTINCT id(m)""";
    private static final String AMONG = """
            MATCH (n) WHERE id(n) IN $nodes
            MATCH (n)%s(m:Entity) WHERE %s AND id(m) IN $among
            RETURN DISTINCT id(m)""";
    private static final String PAIRS = """
            MATCH (n) WHERE id(n) IN $nodes
            MATCH (n)%s(m:Entity) WHERE %s AND id(m) IN $among
            RETURN DISTINCT id(n), id(m)""";
    private static final String FIRST = """
            UNWIND $nodes AS node
            MATCH (n) WHERE id(n) = node
            CALL (n) {
              MATCH (n)%s(m:Entity) WHERE %s AND id(m) IN $among
              RETURN DISTINCT m ORDER BY m.id LIMIT $limit
            }
            RETURN node, id(m) ORDER BY node, m.id""";
    private static final String EVIDENCE = """
            UNWIND $pairs AS pair
            MATCH (n) WHERE id(n) = pair[0]
            MATCH (m) WHERE id(m) = pair[1]
            MATCH (n)%s(m) WHERE %s
            RETURN %s, n.id, m.id
            ORDER BY n.id, m.id, type(r), r.id LIMIT $limit""";

    private final Reading reading;
    private final RelationshipFilter filter;

    RouteStatements(Reading reading, RelationshipFilter filter) {
        this.reading = reading;
        this.filter = filter;
    }

    /** The same, seen from the other end of the routes. */
    RouteStatements reversed() {
        return new RouteStatements(reading, filter.reversed());
    }

    /** The nodes that one step leads to. */
    LongStream neighbours(long[] nodes) {
        return ids(NEIGHBOURS, Map.of("nodes", Reached.list(nodes)));
    }

    /** Those of some nodes that one step leads to. */
    LongStream neighbours(long[] nodes, long[] among) {
        return ids(AMONG, Map.of("nodes", Reached.list(nodes), "among", Reached.list(among)));
    }

    private LongStream ids(String text, Map<String, Object> parameters) {
        LongStream.Builder ids = LongStream.builder();
        each(text, parameters, row -> ids.add(Rows.number(row, 0)));
        return ids.build();
    }

    /** The pairs of nodes that are one step apart. */
    void pairs(long[] nodes, long[] among, PairTaker taker) {
        pairs(PAIRS, Map.of("nodes", Reached.list(nodes), "among", Reached.list(among)), taker);
    }

    /** For each node the first of those one step away, in the order of the entities' ids. */
    void first(List<Long> nodes, long[] among, int limit, PairTaker taker) {
        pairs(FIRST, Map.of("nodes", nodes, "among", Reached.list(among), "limit", limit), taker);
    }

    /** Takes two nodes. */
    interface PairTaker {
        void take(long node, long next);
    }

    private void pairs(String text, Map<String, Object> parameters, PairTaker taker) {
        each(text, parameters, row -> taker.take(Rows.number(row, 0), Rows.number(row, 1)));
    }

    /** Each relationship between the nodes of a pair, as {@link Rows#RELATIONSHIP}, and the ids of the pair. */
    void evidence(List<List<Long>> pairs, long limit, Consumer<List<@Nullable Object>> taker) {
        each(EVIDENCE, Map.of("pairs", pairs, "limit", limit), taker);
    }

    private void each(String text, Map<String, Object> parameters, Consumer<List<@Nullable Object>> taker) {
        Map<String, Object> all = new LinkedHashMap<>(filter.parameters());
        all.putAll(parameters);
        String statement = text.formatted(filter.pattern("r"), filter.condition("r", "n"), Rows.RELATIONSHIP);
        reading.each(new Statement("paths", statement, all), taker);
    }
}
