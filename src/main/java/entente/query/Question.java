package entente.query;

import entente.model.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question in plain words, or a piece of a pattern, as the words that count: folded, without articles and
 * punctuation.
 *
 * @param text as it was asked
 * @param anyForm whether its words may stand for others of their forms, as in another tense
 */
record Question(String text, List<Word> words, boolean anyForm) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern AROUND_A_VALUE = Pattern.compile("[?!.,;:\"'“”’«»\\s]+$");
    private static final Set<String> ARTICLES = Set.of("the", "a", "an");

    /**
     * A word of the question.
     *
     * @param folded as words are compared
     * @param start where it starts in the text
     * @param end where it ends in the text, with the punctuation that follows it
     */
    record Word(String folded, int start, int end) {}

    static Question of(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String folded = Names.fold(matcher.group());
            if (!folded.isEmpty() && !ARTICLES.contains(folded)) {
                words.add(new Word(folded, matcher.start(), endOfPunctuation(text, matcher.end())));
            }
        }
        return new Question(text, words, false);
    }

    private static int endOfPunctuation(String text, int from) {
        int end = from;
        while (end < text.length()
                && !Character.isWhitespace(text.charAt(end))
                && !Character.isLetterOrDigit(text.codePointAt(end))) {
            end++;
        }
        return end;
    }

    /** The same question, whose words may stand for others of their forms. */
    Question inAnyForm() {
        return new Question(text, words, true);
    }

    int length() {
        return words.size();
    }

    /** Tells whether a word of a pattern stands at a position, from 0. */
    boolean has(int position, String word) {
        if (position >= length()) {
            return false;
        }
        String own = words.get(position).folded();
        return anyForm ? BaseForm.of(own).equals(BaseForm.of(word)) : own.equals(word);
    }

    /** The text from one word to before another, as it was asked. */
    String between(int from, int to) {
        String value = text.substring(words.get(from).start(), words.get(to - 1).end());
        return AROUND_A_VALUE.matcher(value).replaceFirst("");
    }
}
