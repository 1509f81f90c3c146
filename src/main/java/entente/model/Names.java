package entente.model;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How names are compared: whatever their case, accents, spacing and leading article. */
public final class Names {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ARTICLE = Pattern.compile("^(the|an?) (?=.)");

    private Names() {}

    /**
     * The form in which two spellings of one name are equal: {@code "The Côte d’Ivoire"} is {@code "cote d ivoire"}.
     */
    public static String fold(String name) {
        String bare =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        String spaced = BETWEEN_WORDS
                .matcher(bare.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        return ARTICLE.matcher(spaced).replaceFirst("");
    }

    /**
     * The known word that a mistyped one most likely means.
     *
     * @return empty where none is near enough to be worth proposing
     */
    public static Optional<String> nearest(String mistyped, Collection<String> known) {
        int tolerance = mistyped.length() < 4 ? 1 : Math.max(2, mistyped.length() / 3);
        return known.stream()
                .filter(word -> Math.abs(word.length() - mistyped.length()) <= tolerance)
                .filter(word -> distance(mistyped, word) <= tolerance)
                .min(Comparator.<String>comparingInt(word -> distance(mistyped, word))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@code ; did you mean "…"?}, or nothing where no known word is near. */
    public static String didYouMean(String mistyped, Collection<String> known) {
        return nearest(mistyped, known)
                .map(word -> "; did you mean \"" + word + "\"?")
                .orElse("");
    }

    /** Words for a sentence: {@code a, b or c}. */
    public static String oneOf(List<String> words) {
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    /** Levenshtein's distance, in characters inserted, deleted or replaced. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= one.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int replaced = diagonal + (one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, Math.min(diagonal, row[column - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
