package entente.graph;

import entente.model.Names;
import entente.model.Slug;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what an id, a name, an alias or a code means. */
public final class EntityNames {
    /** The properties that hold codes. */
    public static final List<String> CODES = List.of("iso2", "iso3", "cow");

    /** A code as it is asked for: {@code iso2:KG}. */
    public static final Pattern CODE =
            Pattern.compile("(" + String.join("|", CODES) + "):\\s*(\\S{1,20})", Pattern.CASE_INSENSITIVE);

    /** A name with a code behind it: {@code Kyrgyzstan (KG)}. */
    private static final Pattern WITH_CODE = Pattern.compile("(.*\\S)\\s*\\((\\w{2,3})\\)");

    private static final int SHOWN_CANDIDATES = 10;

    private final Graph graph;
    private final EntityIndex index;
    private final RecentIds recent;

    public EntityNames(Graph graph) {
        this.graph = graph;
        this.recent = new RecentIds(graph::seen);
        this.index = new EntityIndex(graph, List.of());
    }

    /**
     * An entity that a text may mean.
     *
     * @param score how well it fits, higher being better; comparable within one search only
     */
    public record Candidate(String id, String name, List<String> aliases, String kind, double score) {
        private boolean isNamed(String folded) {
            return names().anyMatch(folded::equals);
        }

        private int slips(String folded) {
            return names().mapToInt(own -> Names.slips(folded, own)).min().orElse(Integer.MAX_VALUE);
        }

        /** Whether a name has all words of a text, but for slips that leave the first letter of a word as it is. */
        private boolean isMistyped(List<String> words) {
            return names().map(EntityNames::words)
                    .anyMatch(own -> words.stream()
                            .allMatch(word -> own.stream().anyMatch(known -> NameTerms.isMistyped(word, known))));
        }

        private Stream<String> names() {
            return Stream.concat(Stream.of(name), aliases.stream()).map(Names::fold);
        }
    }

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
     * Finds what an id, a code such as {@code iso2:KG} or a name means. An id wins over a name; an exact name or alias,
     * whatever its case, accents or article, wins over the words of an id, such as {@code Osh base} for
     * {@code osh-base}, these over a bare code such as {@code KG}, and that over a name that is merely near. One that
     * is near by more than slips, as Poland is to Kokand, is not meant.
     */
    public Found find(String text) {
        return find(text, List.of());
    }

    /**
     * Finds what an id, a code or a name means where an entity of certain kinds is asked for. An id and a code with its
     * scheme may be of any entity; a name is one of the kinds, and none where only another kind bears it.
     *
     * @param kinds as the vocabulary has them, or {@code Actor}; none for any
     */
    public Found find(String text, List<String> kinds) {
        Matcher code = CODE.matcher(text.strip());
        if (code.matches()) {
            return new Found(index.byCode(
                    code.group(1).toLowerCase(Locale.ROOT), code.group(2).toUpperCase(Locale.ROOT)));
        }
        if (Slug.isSlug(text)) {
            List<Candidate> byId = recent.find(text, index::byId);
            if (!byId.isEmpty()) {
                return new Found(byId);
            }
        }
        EntityIndex among = kinds.isEmpty() ? index : new EntityIndex(graph, kinds);
        List<Candidate> holding = among.named(text);
        List<Candidate> named = named(text, holding, among);
        if (named.isEmpty()) {
            named = among.byBareCode(text);
        }
        if (named.isEmpty()) {
            named = withCode(text, among);
        }
        if (!named.isEmpty()) {
            return new Found(named);
        }
        if (!kinds.isEmpty() && isName(text)) {
            return new Found(List.of());
        }
        Found near = near(text, !holding.isEmpty(), among);
        Candidate only = near.only();
        return only == null || only.isMistyped(words(text)) ? near : new Found(List.of());
    }

    private static List<String> words(String text) {
        return List.of(Names.fold(text).split(" "));
    }

    /** Those whose name a text is, or which have names near to it. */
    public List<Candidate> like(String text) {
        List<Candidate> holding = index.named(text);
        List<Candidate> named = named(text, holding, index);
        return named.isEmpty() ? near(text, !holding.isEmpty(), index).candidates() : named;
    }

    /** Tells whether a text is the name or an alias of an entity, or the words of its id. */
    public boolean isName(String text) {
        return !named(text, index.named(text), index).isEmpty();
    }

    /** Those of the ids that no entity bears now, whatever is remembered. */
    public List<String> missing(List<String> ids) {
        return index.missing(ids);
    }

    /** @param holding those whose names have all words of the text */
    private static List<Candidate> named(String text, List<Candidate> holding, EntityIndex among) {
        List<Candidate> exact = exact(holding, text);
        return exact.isEmpty() ? byWordsOfId(text, among) : exact;
    }

    /** Those that bear the name and the code. */
    private static List<Candidate> withCode(String text, EntityIndex among) {
        Matcher both = WITH_CODE.matcher(text.strip());
        if (!both.matches()) {
            return List.of();
        }
        Set<String> coded =
                among.byBareCode(both.group(2)).stream().map(Candidate::id).collect(Collectors.toSet());
        return named(both.group(1), among.named(both.group(1)), among).stream()
                .filter(candidate -> coded.contains(candidate.id()))
                .toList();
    }

    private static List<Candidate> byWordsOfId(String text, EntityIndex among) {
        String id = Names.fold(text).replace(' ', '-');
        return Slug.isSlug(id) && !id.equals(text) ? among.byId(id) : List.of();
    }

    /**
     * An exact name is among the near ones where its apostrophes or hyphens are written otherwise. One that is mistyped
     * as a whole is meant rather than one of which a word is near, but for a text that is a part of names.
     */
    private static Found near(String text, boolean isPart, EntityIndex among) {
        List<Candidate> near = among.near(text);
        List<Candidate> exact = exact(near, text);
        if (!exact.isEmpty()) {
            return new Found(exact);
        }
        List<Candidate> mistyped = isPart ? List.of() : mistyped(near, Names.fold(text));
        return new Found(mistyped.isEmpty() ? near.subList(0, Math.min(near.size(), SHOWN_CANDIDATES)) : mistyped);
    }

    /** Those with the fewest slips. */
    private static List<Candidate> mistyped(List<Candidate> near, String folded) {
        int fewest = near.stream()
                .mapToInt(candidate -> candidate.slips(folded))
                .min()
                .orElse(Integer.MAX_VALUE);
        return fewest > NameTerms.mostSlips(folded)
                ? List.of()
                : near.stream()
                        .filter(candidate -> candidate.slips(folded) == fewest)
                        .toList();
    }

    private static List<Candidate> exact(List<Candidate> candidates, String text) {
        String folded = Names.fold(text);
        return candidates.stream()
                .filter(candidate -> candidate.isNamed(folded))
                .toList();
    }
}
