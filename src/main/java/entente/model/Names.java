package entente.model;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How names are compared: whatever their case, accents, spacing and leading article. */
public final class Names {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern LATIN_MARKS = Pattern.compile("(?<=\\p{IsLatin})\\p{M}+");
    /** Latin letters that are not a plain one with a mark. */
    private static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry("ß", "ss"),
            Map.entry("æ", "ae"),
            Map.entry("œ", "oe"),
            Map.entry("ø", "o"),
            Map.entry("ł", "l"),
            Map.entry("đ", "d"),
            Map.entry("ð", "d"),
            Map.entry("þ", "th"),
            Map.entry("ħ", "h"),
            Map.entry("ı", "i"));

    private static final Pattern NOT_PLAIN = Pattern.compile("[ßæœøłđðþħı]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ARTICLE = Pattern.compile("^(the|an?) (?=.)");

    /** Longer than what people type; comparing two words takes as much room as their lengths multiplied. */
    private static final int LONGEST_COMPARED = 200;

    private Names() {}

    /**
     * The form in which two spellings of one name are equal: {@code "The Côte d’Ivoire"} is {@code "cote d ivoire"}.
     */
    public static String fold(String name) {
        String bare = MARKS.matcher(decomposed(name)).replaceAll("");
        String spaced = BETWEEN_WORDS.matcher(plain(bare)).replaceAll(" ").strip();
        return ARTICLE.matcher(spaced).replaceFirst("");
    }

    /**
     * A text in lower case whose Latin letters are plain: {@code "Łódź"} is {@code "lodz"}. Other scripts keep their
     * marks, which make other letters there.
     */
    public static String plainLatin(String text) {
        String bare = LATIN_MARKS.matcher(decomposed(text)).replaceAll("");
        return Normalizer.normalize(plain(bare), Normalizer.Form.NFKC);
    }

    private static String decomposed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    }

    private static String plain(String text) {
        return NOT_PLAIN.matcher(text).replaceAll(letter -> PLAIN.getOrDefault(letter.group(), letter.group()));
    }

    /**
     * The known word that a mistyped one most likely means.
     *
     * @return empty where none is near enough to be worth proposing
     */
    public static Optional<String> nearest(String mistyped, Collection<String> known) {
        if (mistyped.length() > LONGEST_COMPARED) {
            return Optional.empty();
        }
        int tolerance = mistyped.length() < 4 ? 1 : Math.max(2, mistyped.length() / 3);
        return known.stream()
                .filter(word -> Math.abs(word.length() - mistyped.length()) <= tolerance)
                .filter(word -> distanceInAnyCase(mistyped, word) <= tolerance)
                .min(Comparator.<String>comparingInt(word -> distanceInAnyCase(mistyped, word))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int distanceInAnyCase(String one, String other) {
        return distance(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
    }

    /** {@code ; did you mean "…"?}, or nothing where no known word is near. */
    public static String didYouMean(String mistyped, Collection<String> known) {
        return nearest(mistyped, known)
                .map(word -> "; did you mean \"" + word + "\"?")
                .orElse("");
    }

    /**
     * How many letters of one word have to be inserted, deleted, replaced or exchanged with their neighbours to make
     * another of it.
     *
     * @return more than there are letters where they are too long to be compared
     */
    public static int slips(String one, String other) {
        return Math.max(one.length(), other.length()) > LONGEST_COMPARED ? Integer.MAX_VALUE : distance(one, other);
    }

    /** How alike two words are: 1 where they are equal, 0 where no letter is in its place. */
    public static double likeness(String one, String other) {
        int longest = Math.max(one.length(), other.length());
        return longest == 0 ? 1 : 1 - (double) distance(one, other) / longest;
    }

    /** Words for a sentence: {@code a, b or c}. */
    public static String oneOf(List<String> words) {
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    /** In characters inserted, deleted, replaced, or exchanged with their neighbours: optimal string alignment. */
    private static int distance(String one, String other) {
        int[][] distances = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                distances[i][j] = i == 0 || j == 0 ? i + j : step(one, other, i, j, distances);
            }
        }
        return distances[one.length()][other.length()];
    }

    private static int step(String one, String other, int i, int j, int[][] distances) {
        int replaced = distances[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, Math.min(distances[i - 1][j], distances[i][j - 1]) + 1);
        boolean exchanged =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return exchanged ? Math.min(least, distances[i - 2][j - 2] + 1) : least;
    }
}
