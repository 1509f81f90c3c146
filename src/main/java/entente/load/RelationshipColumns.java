package entente.load;

import entente.load.Batch.Fresh;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Relationships of one type as a statement and the values for it. What all of them share is sent once, and of the rest
 * only the values: the database spends most of its time on what it has to unpack.
 */
final class RelationshipColumns {
    private static final String CREATE = """
            UNWIND $rows AS row
            MATCH (a:Entity {id: row[0]})
            MATCH (b:Entity {id: row[1]})
            CREATE (a)-[r:`%s` {%s}]->(b)
            RETURN count(r)""";
    private static final int ENDS = 2;

    private final String type;
    private final List<Fresh> facts;
    private final Map<String, Object> shared;
    private final List<String> columns;

    RelationshipColumns(String type, List<Fresh> facts) {
        this.type = type;
        this.facts = facts;
        this.shared = new TreeMap<>(facts.get(0).properties());
        TreeSet<String> keys = new TreeSet<>();
        for (Fresh fact : facts) {
            keys.addAll(fact.properties().keySet());
            shared.entrySet()
                    .removeIf(
                            entry -> !entry.getValue().equals(fact.properties().get(entry.getKey())));
        }
        keys.removeAll(shared.keySet());
        this.columns = List.copyOf(keys);
    }

    /** Property names are the vocabulary's, which lets no backtick into them. */
    String statement() {
        String properties = IntStream.range(0, columns.size())
                .mapToObj(i -> "`%s`: row[%d]".formatted(columns.get(i), ENDS + i))
                .collect(Collectors.joining(", "));
        String constants = shared.keySet().stream()
                .map(key -> "`%s`: $shared.`%s`".formatted(key, key))
                .collect(Collectors.joining(", "));
        return CREATE.formatted(
                type,
                constants.isEmpty() || properties.isEmpty() ? properties + constants : properties + ", " + constants);
    }

    Map<String, Object> parameters() {
        return Map.of("rows", facts.stream().map(this::row).toList(), "shared", shared);
    }

    private List<@Nullable Object> row(Fresh fact) {
        List<@Nullable Object> row = new ArrayList<>(ENDS + columns.size());
        row.add(Objects.requireNonNull(fact.from()));
        row.add(Objects.requireNonNull(fact.to()));
        columns.forEach(column -> row.add(fact.properties().get(column)));
        return row;
    }
}
