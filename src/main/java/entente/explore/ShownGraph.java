package entente.explore;

import entente.graph.Reading;
import entente.graph.Statement;
import entente.model.Entity;
import entente.model.GraphSink;
import entente.model.Relationship;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Passes relationships on to a sink, and before each the entities at its ends that the sink has not got yet. They are
 * read in batches, while the relationships of a batch wait.
 */
final class ShownGraph {
    private static final int BATCH = 1_000;
    private static final int START = Rows.RELATIONSHIP_COLUMNS;
    private static final int END = START + 1;
    private static final String NODES = "MATCH (n) WHERE id(n) IN $ids RETURN n";

    private final Reading reading;
    private final GraphSink sink;
    private final Reached shown = new Reached();
    private final List<Long> missing = new ArrayList<>();
    private final List<Relationship> waiting = new ArrayList<>();

    ShownGraph(Reading reading, GraphSink sink) {
        this.reading = reading;
        this.sink = sink;
    }

    /** Lets a node be shown, by the database's id. */
    void node(long id) {
        if (shown.add(id, 0)) {
            missing.add(id);
        }
    }

    /** Lets a relationship be shown: the columns of {@link Rows#RELATIONSHIP}, and the database's ids of its ends. */
    void relationship(List<@Nullable Object> row) {
        node(start(row));
        node(end(row));
        waiting.add(Rows.relationship(row));
        if (waiting.size() == BATCH) {
            flush();
        }
    }

    /** The database's id of the node where the relationship of a row starts. */
    static long start(List<@Nullable Object> row) {
        return Rows.number(row, START);
    }

    /** The database's id of the node where the relationship of a row ends. */
    static long end(List<@Nullable Object> row) {
        return Rows.number(row, END);
    }

    /** Passes on all that waits. */
    void flush() {
        if (!missing.isEmpty()) {
            Statement statement = new Statement("nodes", NODES, Map.of("ids", List.copyOf(missing)));
            reading.each(statement, row -> sink.entity((Entity) Objects.requireNonNull(row.get(0))));
            missing.clear();
        }
        waiting.forEach(sink::relationship);
        waiting.clear();
    }
}
