package entente.graph;

import entente.graph.EntityNames.Candidate;
import entente.model.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks entities up, in the ways that an index or a scan offers. Every method returns the best first. */
public final class EntityIndex {
    /** What the database calls the full-text index of names and aliases. */
    static final String NAME = "entity_names";

    /** How many candidates one look-up gives at the most. */
    public static final int MOST = 201;

    /**
     * Enough for a ranking, and few enough for a search on one letter to stay fast. Where a kind is asked for, all hits
     * have to be looked through, for those of the kind may be the last ones.
     */
    private static final Map<String, Object> BEST_HITS = Map.of("limit", 50_000);

    private static final String SHOWN = """
            RETURN e.id, e.name, coalesce(e.aliases, []),
              [label IN labels(e) WHERE NOT label IN ['Entity', 'Actor']][0], score
            """;
    private static final String OF_LABELS = """
            WHERE (size($labels) = 0 OR any(label IN labels(e) WHERE label IN $labels))
            """;
    private static final String BY_ID = "MATCH (e:Entity {id: $id}) WITH e, 1.0 AS score\n" + OF_LABELS + SHOWN;
    private static final String MISSING =
            "UNWIND $ids AS id OPTIONAL MATCH (e:Entity {id: id}) WITH id, e WHERE e IS NULL RETURN id ORDER BY id";
    private static final String BY_CODE =
            "MATCH (e:Entity) WHERE $code IN e[$scheme] WITH e, 1.0 AS score\n" + OF_LABELS + SHOWN + "ORDER BY e.id";
    /** Among states alone, which are few: a look at each entity takes too long while somebody types. */
    private static final String BY_BARE_CODE = "MATCH (e:State) WHERE e:Entity AND $code IN "
            + EntityNames.CODES.stream()
                    .map(scheme -> "coalesce(e." + scheme + ", [])")
                    .collect(Collectors.joining(" + ", "([] + ", ")"))
            + " WITH e, 1.0 AS score\n" + OF_LABELS + SHOWN + "ORDER BY e.id";

    private static final String BY_LABEL = "MATCH (e:Entity) WITH e, 1.0 AS score\n" + OF_LABELS + SHOWN
            + "ORDER BY e.name, e.id SKIP $skip LIMIT $most";
    private static final String BY_SCAN = """
            MATCH (e:Entity)
            WHERE toLower(e.name) = $text OR any(alias IN e.aliases WHERE toLower(alias) = $text)
            WITH e, 1.0 AS score
            """ + OF_LABELS + SHOWN + "ORDER BY e.name, e.id LIMIT $most";
    private static final String BY_TERMS =
            """
            CALL db.index.fulltext.queryNodes('%s', $terms, $options) YIELD node AS e, score
            WITH e, score
            """.formatted(NAME) + OF_LABELS + """
            WITH e, score,
              CASE WHEN toLower(e.name) = $text OR any(alias IN e.aliases WHERE toLower(alias) = $text) THEN 0
                WHEN toLower(e.name) STARTS WITH $text THEN 1 ELSE 2 END AS rank
            ORDER BY rank, score DESC, e.name, e.id LIMIT $most
            """ + SHOWN + "ORDER BY rank, score DESC, e.name, e.id";

    /** The codes are as short; a longer text needs no look at the states. */
    private static final Pattern BARE_CODE = Pattern.compile("[A-Z]{2,3}|[0-9]{1,3}");

    private final Graph graph;
    private final List<String> labels;

    /**
     * Looks up entities that bear one of the labels.
     *
     * @param labels names of kinds, or {@code Actor}; none for entities of all kinds
     */
    public EntityIndex(Graph graph, List<String> labels) {
        this.graph = graph;
        this.labels = labels;
    }

    /** The entity of an id. */
    public List<Candidate> byId(String id) {
        return candidates(BY_ID, Map.of("id", id, "labels", labels));
    }

    /** Those of the ids that no entity bears. */
    List<String> missing(List<String> ids) {
        return graph.read(new Statement("entity-ids", MISSING, Map.of("ids", ids)), Integer.MAX_VALUE).rows().stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
    }

    /**
     * The entities that carry a code.
     *
     * @param scheme one of {@link EntityNames#CODES}
     */
    public List<Candidate> byCode(String scheme, String code) {
        return candidates(BY_CODE, Map.of("scheme", scheme, "code", code, "labels", labels));
    }

    /**
     * The states, as the kind of entity with codes, of which a text is a code, of whatever sort and in whatever case:
     * {@code KG}, {@code kgz} or {@code 703}.
     */
    public List<Candidate> byBareCode(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        return BARE_CODE.matcher(code).matches()
                ? candidates(BY_BARE_CODE, Map.of("code", code, "labels", labels))
                : List.of();
    }

    /**
     * All of them, by name.
     *
     * @param skip how many to leave out first
     */
    public List<Candidate> all(long skip) {
        return candidates(BY_LABEL, Map.of("labels", labels, "skip", skip, "most", MOST));
    }

    /** Those whose names have all words of a text. */
    public List<Candidate> named(String text) {
        NameTerms terms = NameTerms.of(text);
        return terms.isNotKept()
                ? candidates(BY_SCAN, Map.of("labels", labels, "text", plain(text), "most", MOST))
                : byTerms(terms.whole(), text);
    }

    /** Those whose names have all words of a text, the last of which need not be finished. */
    public List<Candidate> begun(String text) {
        return byTerms(NameTerms.of(text).begun(), text);
    }

    /** Those whose names have all words of a text, or words near to these. */
    public List<Candidate> near(String text) {
        return byTerms(NameTerms.of(text).near(), text);
    }

    private List<Candidate> byTerms(String terms, String text) {
        Map<String, Object> options = labels.isEmpty() ? BEST_HITS : Map.of();
        return terms.isEmpty()
                ? List.of()
                : candidates(
                        BY_TERMS,
                        Map.of(
                                "terms", terms,
                                "options", options,
                                "labels", labels,
                                "text", plain(text),
                                "most", MOST));
    }

    private static String plain(String text) {
        return Names.plainLatin(NameTerms.beginning(text.strip()));
    }

    private List<Candidate> candidates(String text, Map<String, Object> parameters) {
        List<Candidate> candidates = new ArrayList<>();
        graph.read(new Statement("entity-names", text, parameters), MOST)
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
