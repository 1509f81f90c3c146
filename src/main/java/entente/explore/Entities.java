package entente.explore;

import entente.explore.EntityDetails.Assertion;
import entente.explore.EntityDetails.Count;
import entente.graph.Graph;
import entente.graph.Statement;
import entente.model.Direction;
import entente.model.Entity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads entities one by one. */
public final class Entities {
    /** One statement, so that its parts are of one moment. */
    private static final String DETAILS = """
            MATCH (e:Entity {id: $id})
            RETURN e,
              COLLECT {
                MATCH (d:Dossier)-[a:ASSERTS]->(e)
                WITH d, a ORDER BY coalesce(d.base, false) DESC, d.id
                RETURN {id: d.id, title: d.title, base: coalesce(d.base, false), says: properties(a)}
              },
              COLLECT {
                MATCH (e)%s(n:Entity)
                WHERE %s
                WITH type(r) AS type, r, n,
                  CASE WHEN type(r) IN $symmetric THEN 'both' WHEN startNode(r) = e THEN 'out' ELSE 'in' END AS direction
                WITH type, direction, count(r) AS assertions, count(DISTINCT n) AS neighbours
                ORDER BY type, direction
                RETURN {type: type, direction: direction, assertions: assertions, neighbours: neighbours}
              }""";

    private final Graph graph;

    public Entities(Graph graph) {
        this.graph = graph;
    }

    /**
     * The entity of an id.
     *
     * @param counted which of its relationships are counted
     * @return empty where no entity bears the id
     * @throws entente.graph.GraphException if the database cannot answer
     */
    public Optional<EntityDetails> details(String id, RelationshipFilter counted) {
        String text = DETAILS.formatted(counted.pattern("r"), counted.condition("r", "e"));
        Map<String, Object> parameters = new LinkedHashMap<>(counted.parameters());
        parameters.put("id", id);
        return graph.read(new Statement("entity-details", text, parameters), 1).rows().stream()
                .map(Entities::details)
                .findFirst();
    }

    private static EntityDetails details(List<@Nullable Object> row) {
        Entity entity = (Entity) Objects.requireNonNull(row.get(0));
        return new EntityDetails(
                entity.id(),
                entity.labels(),
                String.valueOf(entity.properties().get("name")),
                entity.properties(),
                maps(row.get(1)).map(Entities::assertion).toList(),
                maps(row.get(2)).map(Entities::count).toList());
    }

    private static Stream<Map<?, ?>> maps(@Nullable Object list) {
        return ((List<?>) Objects.requireNonNull(list)).stream().map(item -> (Map<?, ?>) item);
    }

    private static Assertion assertion(Map<?, ?> row) {
        return new Assertion(
                String.valueOf(row.get("id")),
                (String) row.get("title"),
                Boolean.TRUE.equals(row.get("base")),
                Rows.properties(row.get("says")));
    }

    private static Count count(Map<?, ?> row) {
        return new Count(
                String.valueOf(row.get("type")),
                Direction.valueOf(String.valueOf(row.get("direction")).toUpperCase(Locale.ROOT)),
                (Long) Objects.requireNonNull(row.get("assertions")),
                (Long) Objects.requireNonNull(row.get("neighbours")));
    }
}
