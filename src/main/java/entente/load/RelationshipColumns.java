package entente.load;

import entente.load.Batch.Fresh;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A batch of relationships as a statement and the values for it. An end is looked up once for all that it bears: that
 * is a sixth of the time that the database takes for votes.
 */
record RelationshipColumns(Batch batch) {
    private static final String CREATE = """
            UNWIND $ends AS id
            MATCH (e:Entity {id: id})
            WITH collect(e) AS ends, collect(id) AS found
            WHERE found = $ends
            UNWIND $rows AS row
            WITH ends[row[0]] AS a, ends[row[1]] AS b, row
            CREATE (a)-[r:`%s` {%s}]->(b)
            RETURN count(r)""";
    private static final int ENDS = 2;

    /**
     * Creates nothing where an end is not there. Property names are the vocabulary's, which lets no backtick into them.
     */
    String statement() {
        List<String> columns = batch.columns();
        Stream<String> ofRows =
                IntStream.range(0, columns.size()).mapToObj(i -> "`%s`: row[%d]".formatted(columns.get(i), ENDS + i));
        Stream<String> ofAll = batch.shared().keySet().stream().map(key -> "`%s`: $shared.`%s`".formatted(key, key));
        return CREATE.formatted(batch.section(), Stream.concat(ofRows, ofAll).collect(Collectors.joining(", ")));
    }

    Map<String, Object> parameters() {
        Map<String, Integer> ends = new LinkedHashMap<>();
        List<List<@Nullable Object>> rows =
                batch.facts().stream().map(fact -> row(fact, ends)).toList();
        return Map.of("ends", List.copyOf(ends.keySet()), "rows", rows, "shared", batch.shared());
    }

    /** @param ends gets the number of each end */
    private static List<@Nullable Object> row(Fresh fact, Map<String, Integer> ends) {
        List<@Nullable Object> row = new ArrayList<>(ENDS + fact.values().size());
        for (String end : List.of(Objects.requireNonNull(fact.from()), Objects.requireNonNull(fact.to()))) {
            row.add(ends.computeIfAbsent(end, first -> ends.size()));
        }
        row.addAll(fact.values());
        return row;
    }
}
