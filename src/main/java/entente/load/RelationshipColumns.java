package entente.load;

import entente.load.Batch.Fresh;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A batch of relationships as a statement and the values for it. An end is looked up once for all that it bears, which
 * is a sixth of the time that the database takes for votes, and what several facts have in common is sent once.
 */
record RelationshipColumns(Batch batch) {
    private static final String CREATE = """
            UNWIND $ends AS id
            MATCH (e:Entity {id: id})
            WITH collect(e) AS ends, collect(id) AS found
            WHERE found = $ends
            UNWIND $rows AS row
            WITH ends[row[0]] AS a, ends[row[1]] AS b, $contents[row[2]] AS content, row[3] AS id
            CREATE (a)-[r:`%s` {%s}]->(b)
            RETURN count(r)""";

    /**
     * Creates nothing where an end is not there. Property names are the vocabulary's, which lets no backtick into them.
     */
    String statement() {
        List<String> columns = batch.columns();
        Stream<String> ofSome =
                IntStream.range(0, columns.size()).mapToObj(i -> "`%s`: content[%d]".formatted(columns.get(i), i));
        Stream<String> ofAll = batch.shared().keySet().stream().map(key -> "`%s`: $shared.`%s`".formatted(key, key));
        return CREATE.formatted(
                batch.section(),
                Stream.of(Stream.of("`id`: id"), ofSome, ofAll)
                        .flatMap(properties -> properties)
                        .collect(Collectors.joining(", ")));
    }

    Map<String, Object> parameters() {
        Map<String, Integer> ends = new LinkedHashMap<>();
        List<List<Object>> rows =
                batch.facts().stream().map(fact -> row(fact, ends)).toList();
        return Map.of(
                "ends",
                List.copyOf(ends.keySet()),
                "rows",
                rows,
                "contents",
                batch.contents(),
                "shared",
                batch.shared());
    }

    /** @param ends gets the number of each end */
    private static List<Object> row(Fresh fact, Map<String, Integer> ends) {
        return List.of(number(fact.from(), ends), number(fact.to(), ends), fact.content(), fact.id());
    }

    private static int number(@Nullable String end, Map<String, Integer> ends) {
        return ends.computeIfAbsent(Objects.requireNonNull(end), first -> ends.size());
    }
}
