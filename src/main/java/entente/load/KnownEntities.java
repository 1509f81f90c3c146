package entente.load;

import entente.graph.Graph;
import entente.graph.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The entities that the graph holds, as far as a load needs them.
 *
 * @param describedBy the dossiers that describe an entity, and the kind that they give it, by the entity's id
 */
record KnownEntities(Map<String, Description> describedBy) {
    private static final String WHO_DESCRIBES = """
            UNWIND $ids AS id
            MATCH (d:Dossier)-[a:ASSERTS]->(e:Entity {id: id})
            USING INDEX e:Entity(id)
            RETURN e.id, a.kind, collect(d.id)""";
    private static final String SOME_IDS = "MATCH (e:Entity) RETURN e.id LIMIT 50000";

    /** What is said of one entity. */
    record Description(String kind, Set<String> dossiers) {}

    static KnownEntities read(Graph graph, Collection<String> ids) {
        Map<String, Description> described = new HashMap<>();
        graph.readAll(new Statement("known-entities", WHO_DESCRIBES, Map.of("ids", List.copyOf(ids))), rows -> {
            rows.forEachRemaining(row ->
                    described.put((String) row.get(0), new Description(String.valueOf(row.get(1)), texts(row.get(2)))));
            return true;
        });
        return new KnownEntities(described);
    }

    /** Ids that a mistyped one may have meant. */
    static Set<String> idsToPropose(Graph graph) {
        Set<String> ids = new TreeSet<>();
        graph.readAll(new Statement("entity-ids", SOME_IDS), rows -> {
            rows.forEachRemaining(row -> ids.add(String.valueOf(row.get(0))));
            return true;
        });
        return ids;
    }

    /** The kind that dossiers other than those being loaded give an entity, and who they are. */
    Map<String, Description> besides(Set<String> loading) {
        Map<String, Description> others = new TreeMap<>();
        describedBy.forEach((id, description) -> {
            Set<String> dossiers = new TreeSet<>(description.dossiers());
            dossiers.removeAll(loading);
            if (!dossiers.isEmpty()) {
                others.put(id, new Description(description.kind(), dossiers));
            }
        });
        return others;
    }

    private static Set<String> texts(Object list) {
        Set<String> texts = new TreeSet<>();
        ((List<?>) list).forEach(text -> texts.add(String.valueOf(text)));
        return texts;
    }
}
