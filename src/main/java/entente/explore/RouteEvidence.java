package entente.explore;

import entente.explore.Routes.Route;
import entente.explore.Routes.Step;
import entente.graph.GraphException;
import entente.graph.Reading;
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

    RouteEvidence(Reading reading, RouteStatements statements) {
        this.reading = reading;
        this.statements = statements;
    }

    /**
     * The routes in full.
     *
     * @param found each as the database's ids of its nodes
     */
    List<Route> routes(List<List<Long>> found) {
        List<Long> nodes = found.stream().flatMap(List::stream).distinct().toList();
        reading.each(
                new Statement("paths", NODES, Map.of("ids", nodes)),
                row -> entities.put(Rows.number(row, 0), (Entity) Objects.requireNonNull(row.get(1))));
        Set<List<Long>> pairs = new LinkedHashSet<>();
        found.forEach(route -> pairs(route).forEach(pairs::add));
        statements.evidence(List.copyOf(pairs), Subgraphs.MOST_RELATIONSHIPS + 1L, this::keep);
        if (relationships.values().stream().mapToLong(List::size).sum() > Subgraphs.MOST_RELATIONSHIPS) {
            throw new GraphException.Overloaded("the routes have too many relationships", null);
        }
        return found.stream().map(this::route).toList();
    }

    private static Stream<List<Long>> pairs(List<Long> route) {
        return IntStream.range(1, route.size()).mapToObj(step -> List.copyOf(route.subList(step - 1, step + 1)));
    }

    private void keep(List<@Nullable Object> row) {
        relationships
                .computeIfAbsent(List.of(Rows.text(row, PAIR), Rows.text(row, PAIR + 1)), key -> new ArrayList<>())
                .add(Rows.relationship(row));
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
