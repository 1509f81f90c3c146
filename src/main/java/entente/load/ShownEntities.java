package entente.load;

import entente.graph.Writing;
import entente.load.document.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an entity shows of all that dossiers say of it. The order is declared, not that of loading: base dossiers first,
 * then by the dossier's id; what an earlier one says of a property stands, and lists are united.
 */
final class ShownEntities {
    /** What an assertion says of itself, and not of the entity. */
    private static final Set<String> NOT_SHOWN = Set.of("kind", "base");

    /** From the entity, whatever the graph was like when the statement was planned. */
    private static final String ASSERTED = """
            UNWIND $ids AS id
            MATCH (d:Dossier)-[a:ASSERTS]->(e:Entity {id: id})
            USING INDEX e:Entity(id)
            RETURN e.id, properties(a)
            ORDER BY e.id, coalesce(a.base, false) DESC, d.id""";

    private static final String SHOW = "UNWIND $rows AS row MATCH (e:Entity {id: row.id}) SET e = row";
    private static final String STILL_USED = """
            UNWIND $ids AS id
            MATCH (e:Entity {id: id})
            WHERE NOT EXISTS { (:Dossier)-[:ASSERTS]->(e) }
            WITH e, COLLECT { MATCH (e)-[r]-(:Entity) RETURN r.dossier UNION MATCH (d:Dossier)-[:REFERS_TO]->(e) RETURN d.id AS `r.dossier` } AS users
            WHERE size(users) > 0
            RETURN e.id, users
            ORDER BY e.id""";
    private static final String FORGET =
            "UNWIND $ids AS id MATCH (e:Entity {id: id}) WHERE NOT EXISTS { (:Dossier)-[:ASSERTS]->(e) } DELETE e";

    private final Writing writing;

    ShownEntities(Writing writing) {
        this.writing = writing;
    }

    /**
     * Brings entities up to date after what dossiers say of them has changed. Those of which nobody says anything any
     * more leave.
     *
     * @param touched by id, with the place of the dossier that changed, which is at fault where others use what would
     *     leave
     * @throws InvalidInputException if another dossier uses an entity that would leave
     */
    void refresh(Map<String, @Nullable Place> touched) {
        Set<String> ids = touched.keySet();
        refuseIfStillUsed(touched);
        writing.run(FORGET, Map.of("ids", ids));
        Map<String, Map<String, Object>> shown = new TreeMap<>();
        for (List<@Nullable Object> row : writing.run(ASSERTED, Map.of("ids", ids))) {
            String id = String.valueOf(row.get(0));
            add((Map<?, ?>) row.get(1), shown.computeIfAbsent(id, ShownEntities::begin));
        }
        shown.values().forEach(ShownEntities::finish);
        writing.run(SHOW, Map.of("rows", List.copyOf(shown.values())));
    }

    private static Map<String, Object> begin(String id) {
        Map<String, Object> entity = new LinkedHashMap<>();
        entity.put("id", id);
        return entity;
    }

    private static void add(Map<?, ?> said, Map<String, Object> shown) {
        said.forEach((key, value) -> {
            String property = String.valueOf(key);
            if (property.equals("name") && shown.containsKey("name")) {
                unite("aliases", List.of(value), shown);
            } else if (value instanceof List<?> list) {
                unite(property, list, shown);
            } else if (!NOT_SHOWN.contains(property)) {
                shown.putIfAbsent(property, value);
            }
        });
    }

    private static void unite(String property, List<?> more, Map<String, Object> shown) {
        Set<Object> united = new LinkedHashSet<>();
        if (shown.get(property) instanceof List<?> before) {
            united.addAll(before);
        }
        united.addAll(more);
        shown.put(property, new ArrayList<>(united));
    }

    private static void finish(Map<String, Object> shown) {
        Object name = shown.computeIfAbsent("name", key -> String.valueOf(shown.get("id")));
        if (shown.get("aliases") instanceof List<?> aliases) {
            List<Object> others = new ArrayList<>(aliases);
            others.removeIf(name::equals);
            shown.put("aliases", others);
        }
    }

    private void refuseIfStillUsed(Map<String, @Nullable Place> touched) {
        List<Problem> problems = writing.run(STILL_USED, Map.of("ids", touched.keySet())).stream()
                .map(row -> stillUsed(row, touched.get(String.valueOf(row.get(0)))))
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    /** @param row the id of an entity, and the list of those that use it */
    static Problem stillUsed(List<@Nullable Object> row, @Nullable Place dossier) {
        List<String> users = ((List<?>) Objects.requireNonNull(row.get(1)))
                .stream().map(String::valueOf).toList();
        return new Problem(
                dossier,
                "nobody else describes \"" + row.get(0) + "\", and it is used by " + String.join(", ", users)
                        + "; remove those first, or describe it there");
    }
}
