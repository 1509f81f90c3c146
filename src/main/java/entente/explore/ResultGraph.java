package entente.explore;

import entente.graph.Graph;
import entente.graph.Statement;
import entente.model.Entity;
import entente.model.GraphSink;
import entente.model.Relationship;
import entente.model.RowSink;
import entente.model.Vocabulary;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The graph that rows hold: the entities, relationships and paths among their values, each once. It is closed: an end
 * of a relationship that no row holds is read from the graph. Sources, dossiers and what joins them are no part of it.
 */
public final class ResultGraph implements RowSink {
    private static final String ENDS =
            "MATCH (e:Entity) WHERE elementId(e) IN $ids RETURN elementId(e), e ORDER BY e.id";

    private final Graph graph;
    private final Map<String, Entity> entities = new LinkedHashMap<>();
    private final Map<List<String>, Relationship> relationships = new LinkedHashMap<>();
    private boolean hasRows;

    public ResultGraph(Graph graph) {
        this.graph = graph;
    }

    @Override
    public void columns(List<String> columns) {}

    @Override
    public void row(List<@Nullable Object> values) {
        hasRows = true;
        values.forEach(this::take);
    }

    private void take(@Nullable Object value) {
        if (value instanceof Entity entity && entity.labels().contains(Vocabulary.ENTITY)) {
            entities.putIfAbsent(entity.id(), entity);
        } else if (value instanceof Relationship relationship) {
            relationships.putIfAbsent(List.of(relationship.type(), relationship.id()), relationship);
        } else if (value instanceof Collection<?> list) {
            list.forEach(this::take);
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(this::take);
        }
    }

    /** Whether there were rows, and nothing in them was part of a graph. */
    public boolean isMissing() {
        return hasRows && entities.isEmpty() && relationships.isEmpty();
    }

    /**
     * Gives the whole graph to a sink.
     *
     * @return how many relationships of the rows are left out, as they join what are no entities
     */
    public int give(GraphSink sink) {
        Map<String, String> idsByElement = readMissingEnds();
        entities.values().forEach(sink::entity);
        List<Relationship> joining = relationships.values().stream()
                .map(relationship -> new Relationship(
                        relationship.id(),
                        relationship.type(),
                        idsByElement.getOrDefault(relationship.from(), relationship.from()),
                        idsByElement.getOrDefault(relationship.to(), relationship.to()),
                        relationship.properties()))
                .filter(relationship ->
                        entities.containsKey(relationship.from()) && entities.containsKey(relationship.to()))
                .toList();
        joining.forEach(sink::relationship);
        return relationships.size() - joining.size();
    }

    /** A relationship names an end that is in no value of its row by the database's own id. */
    private Map<String, String> readMissingEnds() {
        Set<String> missing = new TreeSet<>();
        relationships.values().forEach(relationship -> {
            missing.add(relationship.from());
            missing.add(relationship.to());
        });
        missing.removeAll(entities.keySet());
        Map<String, String> idsByElement = new LinkedHashMap<>();
        if (!missing.isEmpty()) {
            Statement statement = new Statement("ends", ENDS, Map.of("ids", List.copyOf(missing)));
            graph.reading("ends", reading -> {
                reading.each(statement, row -> {
                    Entity end = (Entity) Objects.requireNonNull(row.get(1));
                    entities.putIfAbsent(end.id(), end);
                    idsByElement.put(String.valueOf(row.get(0)), end.id());
                });
                return true;
            });
        }
        return idsByElement;
    }
}
