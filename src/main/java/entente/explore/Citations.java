package entente.explore;

import entente.explore.SourceDetails.Citation;
import entente.graph.Reading;
import entente.graph.Statement;
import entente.model.Page;
import entente.model.Relationship;
import entente.model.Vocabulary;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The relationships that cite a source.
 *
 * @param count how many there are
 * @param shown a page of them, by type and id
 */
record Citations(long count, List<Citation> shown) {
    /**
     * No index leads to what cites a source, for it would cost every load more than this rare read saves: the
     * relationships are looked through, once to count them and once more only those of the types that cite it.
     */
    private static final String CITING = """
            MATCH ()-[r:%s]->()
            WHERE r.dossier = $dossier AND any(cited IN r.sources WHERE cited = $id OR cited STARTS WITH $id + '#')
            """;

    private static final String COUNTS = CITING + "RETURN type(r), count(*) ORDER BY type(r)";
    private static final String CITATIONS =
            CITING + "RETURN " + Rows.RELATIONSHIP + " ORDER BY type(r), r.id SKIP $skip LIMIT $limit";

    /** A source by its dossier and its id there. */
    record Cited(String dossier, String id) {
        private Map<String, Object> parameters(Page page) {
            return Map.of("dossier", dossier, "id", id, "skip", page.skip(), "limit", page.limit());
        }

        private Citation citation(List<@Nullable Object> row) {
            Relationship relationship = Rows.relationship(row);
            List<String> locators = Rows.texts(relationship.properties().get("sources")).stream()
                    .filter(cited -> cited.startsWith(id + "#"))
                    .map(cited -> cited.substring(id.length() + 1))
                    .toList();
            return new Citation(locators, relationship);
        }
    }

    static Citations read(Reading reading, Vocabulary vocabulary, Cited cited, Page page) {
        Map<String, Object> parameters = cited.parameters(page);
        Map<String, Long> counts = new LinkedHashMap<>();
        reading.read(statement(COUNTS, vocabulary.types().keySet(), parameters), Integer.MAX_VALUE)
                .rows()
                .forEach(row -> counts.put(Rows.text(row, 0), Rows.number(row, 1)));
        if (counts.isEmpty()) {
            return new Citations(0, List.of());
        }
        List<Citation> shown =
                reading.read(statement(CITATIONS, counts.keySet(), parameters), page.limit()).rows().stream()
                        .map(cited::citation)
                        .toList();
        return new Citations(counts.values().stream().mapToLong(Long::longValue).sum(), shown);
    }

    private static Statement statement(String text, Collection<String> types, Map<String, Object> parameters) {
        String anyOf = types.stream().map(type -> "`" + type + "`").collect(Collectors.joining("|"));
        return new Statement("source", text.formatted(anyOf), parameters);
    }
}
