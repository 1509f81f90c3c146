package entente.graph;

import entente.model.Names;
import entente.model.Slug;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds entities by id, by name or alias, and by code. */
public final class EntityNames {
    /** The properties that hold codes. */
    public static final List<String> CODES = List.of("iso2", "iso3", "cow");

    private static final int MOST_CANDIDATES = 200;
    private static final int SHOWN_CANDIDATES = 10;

    /**
     * How many words of a text are looked up. A search has at most 1,024 clauses; a word is one in each of the two
     * fields, and one that may be off by a letter becomes up to 50 in each.
     */
    private static final int EXACT_WORDS = 100;

    private static final int FUZZY_WORDS = 10;
    /** Longer words cost too much to compare with all others. */
    private static final int LONGEST_FUZZY = 50;

    private static final String BY_ID = """
            MATCH (e:Entity {id: $id})
            RETURN e.id, e.name, coalesce(e.aliases, []), [label IN labels(e) WHERE NOT label IN ['Entity', 'Actor']][0], 1.0""";
    private static final String BY_NAME = """
            CALL db.index.fulltext.queryNodes('entity_names', $terms, {limit: $most}) YIELD node AS e, score
            RETURN e.id, e.name, coalesce(e.aliases, []), [label IN labels(e) WHERE NOT label IN ['Entity', 'Actor']][0], score
            ORDER BY score DESC, e.id""";
    private static final String BY_CODE = """
            MATCH (e:Entity)
            WHERE $code IN e[$kind]
            RETURN e.id, e.name, coalesce(e.aliases, []), [label IN labels(e) WHERE NOT label IN ['Entity', 'Actor']][0], 1.0
            ORDER BY e.id""";

    private final Graph graph;

    public EntityNames(Graph graph) {
        this.graph = graph;
    }

    /**
     * An entity that a text may mean.
     *
     * @param score how well it fits, higher being better; comparable within one search only
     */
    public record Candidate(String id, String name, List<String> aliases, String kind, double score) {}

    /**
     * What a text was found to mean.
     *
     * @param candidates exactly one where the meaning is clear; none where nothing fits; the best where several do
     */
    public record Found(List<Candidate> candidates) {
        /** The one entity that is meant, or null where none or several fit. */
        public @Nullable Candidate only() {
            return candidates.size() == 1 ? candidates.get(0) : null;
        }
    }

    /**
     * Finds what an id or a name means. An id wins over a name; an exact name or alias, whatever its case, accents or
     * article, wins over one that is merely near.
     */
    public Found find(String text) {
        if (Slug.isSlug(text)) {
            List<Candidate> byId = candidates(BY_ID, Map.of("id", text));
            if (!byId.isEmpty()) {
                return new Found(byId);
            }
        }
        String folded = Names.fold(text);
        List<Candidate> exact = matching(terms(folded), candidate -> isNamed(candidate, folded));
        return exact.isEmpty() ? near(folded) : new Found(exact);
    }

    /**
     * Finds the entities that carry a code.
     *
     * @param kind one of {@link #CODES}
     */
    public List<Candidate> findByCode(String kind, String code) {
        return candidates(BY_CODE, Map.of("kind", kind, "code", code));
    }

    private Found near(String folded) {
        List<Candidate> near = matching(fuzzyTerms(folded), candidate -> true);
        return new Found(near.subList(0, Math.min(near.size(), SHOWN_CANDIDATES)));
    }

    private List<Candidate> matching(String terms, Predicate<Candidate> filter) {
        return terms.isEmpty()
                ? List.of()
                : candidates(BY_NAME, Map.of("terms", terms, "most", MOST_CANDIDATES)).stream()
                        .filter(filter)
                        .toList();
    }

    private static boolean isNamed(Candidate candidate, String folded) {
        return Stream.concat(Stream.of(candidate.name()), candidate.aliases().stream())
                .anyMatch(name -> Names.fold(name).equals(folded));
    }

    /** Terms of Lucene's query syntax that must all occur. Folded text has letters, digits and spaces only. */
    private static String terms(String folded) {
        return words(folded).limit(EXACT_WORDS).map(word -> "+" + word).collect(Collectors.joining(" "));
    }

    private static String fuzzyTerms(String folded) {
        return words(folded)
                .limit(FUZZY_WORDS)
                .map(word -> "+" + word + fuzziness(word))
                .collect(Collectors.joining(" "));
    }

    /** Words of three letters and more may be off by a letter, those of six and more by two. */
    private static String fuzziness(String word) {
        boolean exact = word.length() < 3 || word.length() > LONGEST_FUZZY;
        return exact ? "" : word.length() < 6 ? "~1" : "~2";
    }

    private static Stream<String> words(String folded) {
        return Stream.of(folded.split(" ")).filter(word -> !word.isEmpty());
    }

    private List<Candidate> candidates(String text, Map<String, Object> parameters) {
        List<Candidate> candidates = new ArrayList<>();
        Map<String, Object> bound = new LinkedHashMap<>(parameters);
        graph.read(new Statement("entity-names", text, bound), MOST_CANDIDATES)
                .rows()
                .forEach(row -> candidates.add(candidate(row)));
        return candidates;
    }

    private static Candidate candidate(List<@Nullable Object> row) {
        List<String> aliases =
                ((List<?>) row.get(2)).stream().map(String::valueOf).toList();
        return new Candidate(
                String.valueOf(row.get(0)),
                String.valueOf(row.get(1)),
                aliases,
                String.valueOf(row.get(3)),
                row.get(4) instanceof Double score ? score : 0);
    }
}
