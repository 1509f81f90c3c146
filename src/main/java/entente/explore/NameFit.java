package entente.explore;

import entente.graph.EntityNames.Candidate;
import entente.model.Names;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How well a text fits an entity.
 *
 * @param matched the name or alias that fits best
 * @param score 1 where the name is the text; less where it begins with the text, where it has all its words, and where
 *     it has words near to them, in that order, and within each the more the less else there is in the name
 */
record NameFit(String matched, double score) {
    /** More words cost too much to compare with all others. */
    private static final int COMPARED_WORDS = 8;

    private static final int MOST_LETTERS_OFF = 2;

    /** @param folded the text as {@link Names#fold} leaves it */
    static NameFit of(String folded, Candidate candidate) {
        return Stream.concat(Stream.of(candidate.name()), candidate.aliases().stream())
                .map(name -> new NameFit(name, score(folded, Names.fold(name))))
                .max(Comparator.comparingDouble(NameFit::score))
                .orElseThrow();
    }

    private static double score(String text, String name) {
        if (name.equals(text)) {
            return 1;
        }
        double share = (double) Math.min(text.length(), name.length()) / Math.max(text.length(), name.length());
        if (name.startsWith(text)) {
            return 0.75 + 0.2 * share;
        }
        List<String> words = words(text);
        List<String> others = words(name);
        return hasAll(words, others) || name.contains(text)
                ? 0.5 + 0.2 * share
                : 0.3 * likeness(words, others) + 0.1 * share;
    }

    /** The last word need not be finished. */
    private static boolean hasAll(List<String> words, List<String> others) {
        int last = words.size() - 1;
        return others.containsAll(words.subList(0, last))
                && others.stream().anyMatch(other -> other.startsWith(words.get(last)));
    }

    private static double likeness(List<String> words, List<String> others) {
        return words.stream()
                .limit(COMPARED_WORDS)
                .mapToDouble(word -> others.stream()
                        .filter(other -> Math.abs(other.length() - word.length()) <= MOST_LETTERS_OFF)
                        .mapToDouble(other -> Names.likeness(word, other))
                        .max()
                        .orElse(0))
                .average()
                .orElse(0);
    }

    private static List<String> words(String folded) {
        return Arrays.asList(folded.split(" "));
    }
}
