package entente.explore;

import entente.graph.Graph;
import entente.graph.Statement;
import entente.model.Entity;
import entente.model.GraphSink;
import entente.model.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Walks the whole graph: every entity, and every relationship between two that passes a filter. */
public final class WholeGraph {
    private static final String ENTITIES = "MATCH (e:Entity) RETURN e";
    private static final String STRANGE_TYPES = """
            CALL db.relationshipTypes() YIELD relationshipType AS name
            WITH name
            WHERE NOT name IN $known
            RETURN name
            ORDER BY name""";
    /** The database remembers types of which it holds nothing any more, or nothing between entities. */
    private static final String IS_USED = "RETURN EXISTS { MATCH (:Entity)-[:`%s`]->(:Entity) } AS used";

    private final Graph graph;

    public WholeGraph(Graph graph) {
        this.graph = graph;
    }

    /**
     * How large it is.
     *
     * @param relationships those that passed
     */
    public record Size(long entities, long relationships) {}

    /** The types of relationships between entities that a vocabulary does not have, in the order of their names. */
    public List<String> typesBeside(Vocabulary vocabulary) {
        Set<String> known = new TreeSet<>(vocabulary.types().keySet());
        known.addAll(Meanings.types().keySet());
        Statement statement = new Statement("strange-types", STRANGE_TYPES, Map.of("known", List.copyOf(known)));
        List<String> strange = graph.readAll(statement, rows -> {
            List<String> types = new ArrayList<>();
            rows.forEachRemaining(row -> types.add(Rows.text(row, 0)));
            return types;
        });
        return strange.stream().filter(this::isUsed).toList();
    }

    /** A name that cannot stand in a statement as it is, is taken for one that is used. */
    private boolean isUsed(String type) {
        return !type.matches("[\\p{L}\\p{N}_]+")
                || graph.readAll(
                        new Statement("strange-type", IS_USED.formatted(type)),
                        rows -> Boolean.TRUE.equals(rows.next().get(0)));
    }

    /** Gives all entities and then the relationships to a sink, in the order in which they are stored; holds none. */
    public Size walk(RelationshipFilter filter, GraphSink sink) {
        long entities = graph.walkAll(new Statement("all-entities", ENTITIES), rows -> {
            long count = 0;
            for (; rows.hasNext(); count++) {
                sink.entity((Entity) Objects.requireNonNull(rows.next().get(0)));
            }
            return count;
        });
        long relationships = graph.walkAll(relationships(filter), rows -> {
            long count = 0;
            for (; rows.hasNext(); count++) {
                sink.relationship(Rows.relationship(rows.next()));
            }
            return count;
        });
        return new Size(entities, relationships);
    }

    private static Statement relationships(RelationshipFilter filter) {
        String text = "MATCH (a:Entity)" + filter.storedPattern("r") + "(:Entity) WHERE " + filter.condition("r", "a")
                + " RETURN " + Rows.RELATIONSHIP;
        return new Statement("all-relationships", text, Map.copyOf(filter.parameters()));
    }
}
