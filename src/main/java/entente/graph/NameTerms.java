package entente.graph;

import entente.model.Names;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the full-text index of names is asked for, in Lucene's query syntax. Only the words of a text are looked for, in
 * lower case, so that nothing in it is syntax.
 *
 * @param words as the index keeps them: Latin letters plain, apostrophes and full stops kept within a word
 */
record NameTerms(List<String> words) {
    /**
     * Only so much of a text is looked up. A search has at most 1,024 clauses: a word is one in each of the two fields,
     * an ideograph too, and a word that may be off by a letter becomes up to 50 in each.
     */
    private static final int LONGEST_TEXT = 400;

    private static final int FUZZY_WORDS = 10;
    /** Longer words cost too much to compare with all others. */
    private static final int LONGEST_FUZZY = 50;

    /** Words that the index leaves out, as English text analysis does. */
    private static final Set<String> NOT_KEPT = Set.of(
            "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "no", "not",
            "of", "on", "or", "such", "that", "the", "their", "then", "there", "these", "they", "this", "to", "was",
            "will", "with");

    private static final String LETTERS = "[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*";
    private static final Pattern WORD = Pattern.compile(LETTERS + "(?:['.]" + LETTERS + ")*");
    /** Scripts of which the index keeps each character as a word. */
    private static final Pattern IDEOGRAPH = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}]");

    static NameTerms of(String text) {
        String plain = Names.plainLatin(beginning(text)).replace('\u2019', '\'');
        return new NameTerms(
                WORD.matcher(plain).results().map(MatchResult::group).distinct().toList());
    }

    /** As much of a text as is looked up. A word that is cut in two would be another word. */
    static String beginning(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        String cut = text.substring(0, LONGEST_TEXT);
        int space = cut.lastIndexOf(' ');
        return space > 0 ? cut.substring(0, space) : cut;
    }

    /** Tells whether the index keeps none of the words, so that only a scan can find a name of them. */
    boolean isNotKept() {
        return !words.isEmpty() && NOT_KEPT.containsAll(words);
    }

    /** All words must occur. */
    String whole() {
        return words.stream().map(NameTerms::whole).collect(Collectors.joining(" "));
    }

    /** All words must occur, the last one or one that begins with it. */
    String begun() {
        int last = words.size() - 1;
        return last < 0
                ? ""
                : Stream.concat(
                                words.subList(0, last).stream().map(NameTerms::whole),
                                Stream.of(begun(words.get(last), last == 0)))
                        .collect(Collectors.joining(" "));
    }

    /** All words must occur, or near ones; those that are too short to have near ones may be missing. */
    String near() {
        return words.stream()
                .filter(word -> !NOT_KEPT.contains(word))
                .limit(FUZZY_WORDS)
                .map(this::near)
                .collect(Collectors.joining(" "));
    }

    private static String whole(String word) {
        return "+\"" + word + "\"";
    }

    private static String begun(String word, boolean alone) {
        if (IDEOGRAPH.matcher(word).find()) {
            return whole(word);
        }
        return (NOT_KEPT.contains(word) && !alone ? "" : "+") + word + "*";
    }

    private String near(String word) {
        if (word.length() > LONGEST_FUZZY || IDEOGRAPH.matcher(word).find()) {
            return whole(word);
        }
        if (word.length() < 3) {
            return words.size() == 1 ? whole(word) : "\"" + word + "\"";
        }
        return "+" + word + "~" + mostSlips(word);
    }

    /** Whether a folded word is in another, or may be a slip for it; of three letters none is. */
    static boolean isMistyped(String word, String known) {
        return known.contains(word)
                || word.length() < 3
                || NOT_KEPT.contains(word)
                || (word.length() > 3
                        && !known.isEmpty()
                        && word.charAt(0) == known.charAt(0)
                        && Names.slips(word, known) <= mostSlips(word));
    }

    /** How many letters of a word or a name may be off: of three letters and more one, of six and more two. */
    static int mostSlips(String word) {
        return word.length() < 3 ? 0 : word.length() < 6 ? 1 : 2;
    }
}
