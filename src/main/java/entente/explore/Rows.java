package entente.explore;

import entente.graph.Reading;
import entente.graph.Statement;
import entente.model.Relationship;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the statements of this package return, read column by column. */
final class Rows {
    /** The columns of {@link #relationship}, for a relationship {@code r}. */
    static final String RELATIONSHIP = "r.id, type(r), startNode(r).id, endNode(r).id, properties(r)";

    /** How many they are: what a statement returns beside them begins there. */
    static final int RELATIONSHIP_COLUMNS = 5;

    private static final String NODE = "MATCH (n:Entity {id: $id}) RETURN id(n)";

    private Rows() {}

    /** The database's own id of an entity's node, or empty where no entity bears the id. */
    static Optional<Long> node(Reading reading, String id) {
        return reading.read(new Statement("node", NODE, Map.of("id", id)), 1).rows().stream()
                .map(row -> number(row, 0))
                .findFirst();
    }

    static Relationship relationship(List<@Nullable Object> row) {
        return new Relationship(text(row, 0), text(row, 1), text(row, 2), text(row, 3), properties(row.get(4)));
    }

    /** @param at the column of the id; those of the labels and of the name follow */
    static NamedEntity entity(List<@Nullable Object> row, int at) {
        return new NamedEntity(text(row, at), texts(row.get(at + 1)), text(row, at + 2));
    }

    static String text(List<@Nullable Object> row, int at) {
        return String.valueOf(row.get(at));
    }

    static List<String> texts(@Nullable Object list) {
        return list == null
                ? List.of()
                : ((List<?>) list).stream().map(String::valueOf).toList();
    }

    static long number(List<@Nullable Object> row, int at) {
        return (Long) Objects.requireNonNull(row.get(at));
    }

    @SuppressWarnings("unchecked") // the keys of a map are texts in every row
    static Map<String, @Nullable Object> properties(@Nullable Object map) {
        return (Map<String, @Nullable Object>) Objects.requireNonNull(map);
    }
}
