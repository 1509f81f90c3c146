package entente.explore;

import entente.explore.Routes.Route;
import entente.explore.Routes.Step;
import entente.graph.Reading;
import entente.graph.SizeEstimate;
import entente.graph.Statement;
import entente.model.Entity;
import entente.model.Relationship;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what is on routes that are found: their entities, and for each step all relationships that make it one. */
final class RouteEvidence {
    private static final int PAIR = Rows.RELATIONSHIP_COLUMNS;
    private static final String NODES = "MATCH (n) WHERE id(n) IN $ids RETURN id(n), n";

    private final Reading reading;
    private final RouteStatements statements;
    private final Map<Long, Entity> entities = new HashMap<>();
    private final Map<List<String>, List<Relationship>> relationships = new HashMap<>();
    private long bytes;
    private int found;

    RouteEvidence(Reading reading, RouteStatements statements) {
        this.reading = reading;
        this.statements = statements;
    }

    /**
     * The routes in full.
     *
     * @param ways each as the database's ids of its nodes
     * @throws Routes.TooLarge as soon as more is read than one answer may hold
     */
    List<Route> routes(List<List<Long>> ways) {
        List<Long> nodes = ways.stream().flatMap(List::stream).distinct().toList();
        reading.each(new Statement("paths", NODES, Map.of("ids", nodes)), this::keepEntity);
        Set<List<Long>> pairs = new LinkedHashSet<>();
        ways.forEach(way -> pairs(way).forEach(pairs::add));
        statements.evidence(List.copyOf(pairs), Paths.MOST_RELATIONSHIPS + 1L, this::keepRelationship);
        return ways.stream().map(this::route).toList();
    }

    private static Stream<List<Long>> pairs(List<Long> route) {
        return IntStream.range(1, route.size()).mapToObj(step -> List.copyOf(route.subList(step - 1, step + 1)));
    }

    private void keepEntity(List<@Nullable Object> row) {
        count(row);
        entities.put(Rows.number(row, 0), (Entity) Objects.requireNonNull(row.get(1)));
    }

    private void keepRelationship(List<@Nullable Object> row) {
        count(row);
        found++;
        if (found > Paths.MOST_RELATIONSHIPS) {
            throw new Routes.TooLarge();
        }
        relationships
                .computeIfAbsent(List.of(Rows.text(row, PAIR), Rows.text(row, PAIR + 1)), key -> new ArrayList<>())
                .add(Rows.relationship(row));
    }

    private void count(List<@Nullable Object> row) {
        bytes += SizeEstimate.of(row);
        if (bytes > reading.mostBytes()) {
            throw new Routes.TooLarge();
        }
    }

    private Route route(List<Long> route) {
        List<Entity> nodes = route.stream()
                .map(node -> Objects.requireNonNull(entities.get(node)))
                .toList();
        return new Route(nodes, pairs(route).map(this::step).toList());
    }

    private Step step(List<Long> pair) {
        String from = Objects.requireNonNull(entities.get(pair.get(0))).id();
        String to = Objects.requireNonNull(entities.get(pair.get(1))).id();
        return new Step(from, to, relationships.getOrDefault(List.of(from, to), List.of()));
    }
}
