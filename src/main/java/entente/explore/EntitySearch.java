package entente.explore;

import entente.explore.EntityHits.Hit;
import entente.graph.EntityIndex;
import entente.graph.EntityNames;
import entente.graph.EntityNames.Candidate;
import entente.graph.Graph;
import entente.model.Names;
import entente.model.Page;
import entente.model.Slug;
import entente.model.Vocabulary;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** Searches entities by name, alias, id and code, while the text is being typed and where it is mistyped. */
public final class EntitySearch {
    /** The most entities that one search gives. */
    public static final int MOST = EntityIndex.MOST - 1;

    /** How well a code fits that does not say of which sort it is: less than a name, more than part of one. */
    private static final double BARE_CODE = 0.97;

    private static final Comparator<Hit> BEST_FIRST = Comparator.comparingDouble(EntitySearch::badness)
            .thenComparing(Hit::name)
            .thenComparing(Hit::id);

    private final Graph graph;
    private final Vocabulary vocabulary;

    /** Searches a graph whose kinds of entity the vocabulary knows. */
    public EntitySearch(Graph graph, Vocabulary vocabulary) {
        this.graph = graph;
        this.vocabulary = vocabulary;
    }

    /**
     * Searches entities. An id, a name and an alias that is the text comes first, then a code that it is, then names
     * that begin with it, then names that have its words, then near ones; among equals the order is that of the names.
     *
     * @param text what to search for; all entities by name where it is blank. {@code iso2:KG} and the like search for a
     *     code of one sort
     * @param kinds names of kinds, or {@code Actor}; none for all
     * @param page which of them to give, at most {@link #MOST}; what a text finds ends after the best {@link #MOST}
     * @throws IllegalArgumentException if the vocabulary has no kind of a name
     * @throws entente.graph.GraphException if the database cannot answer
     */
    public EntityHits search(String text, List<String> kinds, Page page) {
        kinds.stream().filter(kind -> !kind.equals(Vocabulary.ACTOR)).forEach(vocabulary::kind);
        EntityIndex index = new EntityIndex(graph, kinds);
        Matcher code = EntityNames.CODE.matcher(text.strip());
        if (text.isBlank()) {
            return page(
                    page,
                    index.all(page.skip()).stream().map(EntitySearch::unranked).toList());
        }
        return code.matches()
                ? ranked(page, byCode(index, code.group(1).toLowerCase(Locale.ROOT), code.group(2)))
                : ranked(page, fitting(index, text.strip()).sorted(BEST_FIRST).toList());
    }

    private static List<Hit> byCode(EntityIndex index, String scheme, String code) {
        String upper = code.toUpperCase(Locale.ROOT);
        return index.byCode(scheme, upper).stream()
                .map(entity -> hit(entity, scheme + ":" + upper, 1))
                .toList();
    }

    private static Stream<Hit> fitting(EntityIndex index, String text) {
        Map<String, Hit> hits = new LinkedHashMap<>();
        if (Slug.isSlug(text)) {
            index.byId(text).forEach(entity -> hits.put(entity.id(), hit(entity, text, 1)));
        }
        String folded = Names.fold(text);
        List<Function<String, List<Candidate>>> ways = List.of(index::named, index::begun, index::near);
        for (Function<String, List<Candidate>> way : ways) {
            if (hits.size() <= MOST) { // what is found later fits no better
                way.apply(text).forEach(entity -> hits.computeIfAbsent(entity.id(), id -> fitting(entity, folded)));
            }
        }
        index.byBareCode(text).forEach(entity -> hits.merge(entity.id(), bearing(entity, text), EntitySearch::better));
        return hits.values().stream();
    }

    private static Hit bearing(Candidate entity, String code) {
        return hit(entity, code.toUpperCase(Locale.ROOT), BARE_CODE);
    }

    private static Hit better(Hit one, Hit other) {
        return badness(one) <= badness(other) ? one : other;
    }

    private static Hit fitting(Candidate entity, String folded) {
        NameFit fit = NameFit.of(folded, entity);
        return hit(entity, fit.matched(), fit.score());
    }

    private static Hit hit(Candidate entity, String matched, double score) {
        return new Hit(entity.id(), entity.kind(), entity.name(), entity.aliases(), matched, score);
    }

    private static double badness(Hit hit) {
        return hit.score() == null ? 0 : -hit.score();
    }

    private static Hit unranked(Candidate entity) {
        return new Hit(entity.id(), entity.kind(), entity.name(), entity.aliases(), null, null);
    }

    /** A page of all hits that a ranking had before it; of more than it takes, nobody knows how they rank. */
    private static EntityHits ranked(Page page, List<Hit> hits) {
        EntityHits shown = page(page, hits.stream().skip(page.skip()).toList());
        return new EntityHits(shown.entities(), shown.truncated() || hits.size() > MOST, shown.next());
    }

    /** A page of which the hits are known that it begins with, and one more at least where there is one. */
    private static EntityHits page(Page page, List<Hit> hits) {
        boolean more = hits.size() > page.limit();
        return new EntityHits(
                hits.subList(0, Math.min(page.limit(), hits.size())), more, more ? Long.valueOf(page.end()) : null);
    }
}
