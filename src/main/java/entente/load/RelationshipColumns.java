package entente.load;

import entente.load.Batch.Fresh;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A batch of relationships as a statement and the values for it. */
record RelationshipColumns(Batch batch) {
    private static final String CREATE = """
            UNWIND $rows AS row
            MATCH (a:Entity {id: row[0]})
            MATCH (b:Entity {id: row[1]})
            CREATE (a)-[r:`%s` {%s}]->(b)
            RETURN count(r)""";
    private static final int ENDS = 2;

    /** Property names are the vocabulary's, which lets no backtick into them. */
    String statement() {
        List<String> columns = batch.columns();
        Stream<String> ofRows =
                IntStream.range(0, columns.size()).mapToObj(i -> "`%s`: row[%d]".formatted(columns.get(i), ENDS + i));
        Stream<String> ofAll = batch.shared().keySet().stream().map(key -> "`%s`: $shared.`%s`".formatted(key, key));
        return CREATE.formatted(batch.section(), Stream.concat(ofRows, ofAll).collect(Collectors.joining(", ")));
    }

    Map<String, Object> parameters() {
        return Map.of(
                "rows", batch.facts().stream().map(RelationshipColumns::row).toList(), "shared", batch.shared());
    }

    private static List<@Nullable Object> row(Fresh fact) {
        List<@Nullable Object> row = new ArrayList<>(ENDS + fact.values().size());
        row.add(Objects.requireNonNull(fact.from()));
        row.add(Objects.requireNonNull(fact.to()));
        row.addAll(fact.values());
        return row;
    }
}
