package entente.explore;

import entente.graph.Graph;
import entente.graph.Statement;
import entente.model.Relationship;
import entente.model.RowSink;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Passes rows on, and names the ends of their relationships by the ids of entities: a row that does not hold an end
 * names it by the database's own id, which means nothing to whoever gets the row.
 *
 * <p>Rows pass at once until one holds such a relationship. That and those behind it wait until they are
 * {@link #BATCH}, whose ends are then read together.
 */
public final class NamedEnds implements RowSink {
    /** No id of an entity has a colon. */
    private static final Pattern OF_DATABASE = Pattern.compile("\\d+:[0-9a-f-]+:\\d+");

    private static final int BATCH = 1_000;
    private static final int MOST_NAMES = 10_000;
    private static final String IDS =
            "MATCH (n) WHERE elementId(n) IN $ids AND n.id IS NOT NULL RETURN elementId(n), n.id";

    private final Graph graph;
    private final RowSink sink;
    private final Set<String> unnamed = new LinkedHashSet<>();
    private final Map<String, String> names = new HashMap<>();
    private final List<List<@Nullable Object>> waiting = new ArrayList<>();
    private boolean waits;

    /** @param graph where the ends are looked up */
    public NamedEnds(Graph graph, RowSink sink) {
        this.graph = graph;
        this.sink = sink;
    }

    @Override
    public void columns(List<String> columns) {
        sink.columns(columns);
    }

    @Override
    public void row(List<@Nullable Object> values) {
        values.forEach(this::look);
        if (!waits) {
            sink.row(values);
            return;
        }
        waiting.add(values);
        if (waiting.size() == BATCH) {
            finish();
        }
    }

    private void look(@Nullable Object value) {
        if (value instanceof Relationship relationship) {
            look(relationship.from());
            look(relationship.to());
        } else if (value instanceof Collection<?> list) {
            list.forEach(this::look);
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(this::look);
        }
    }

    private void look(String end) {
        if (OF_DATABASE.matcher(end).matches()) {
            waits = true;
            if (!names.containsKey(end)) {
                unnamed.add(end);
            }
        }
    }

    /**
     * Passes on the rows that wait; to be called when all have come.
     *
     * @throws entente.graph.GraphException if the database cannot answer
     */
    public void finish() {
        if (!unnamed.isEmpty()) {
            readNames();
        }
        waiting.forEach(row -> sink.row(named(row)));
        waiting.clear();
        waits = false;
    }

    /** Those of the batches before are known still, while they are not many. */
    private void readNames() {
        if (names.size() > MOST_NAMES) {
            names.clear();
            waiting.forEach(row -> row.forEach(this::look));
        }
        Statement statement = new Statement("ends", IDS, Map.of("ids", List.copyOf(unnamed)));
        graph.reading("ends", reading -> {
            reading.each(statement, row -> names.put(Rows.text(row, 0), Rows.text(row, 1)));
            return true;
        });
        unnamed.clear();
    }

    private List<@Nullable Object> named(Collection<?> values) {
        List<@Nullable Object> named = new ArrayList<>(values.size());
        values.forEach(value -> named.add(namedValue(value)));
        return named;
    }

    private @Nullable Object namedValue(@Nullable Object value) {
        if (value instanceof Relationship relationship) {
            return new Relationship(
                    relationship.id(),
                    relationship.type(),
                    names.getOrDefault(relationship.from(), relationship.from()),
                    names.getOrDefault(relationship.to(), relationship.to()),
                    relationship.properties());
        }
        if (value instanceof Collection<?> list) {
            return named(list);
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> named = new LinkedHashMap<>();
            map.forEach((key, item) -> named.put(key, namedValue(item)));
            return named;
        }
        return value;
    }
}
