package entente.query;

import entente.model.DayText;
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
    private static final Set<String> ASKING = Set.of("how", "what", "when", "where", "who", "why");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "\\s*(?<when>(?:on|as of|by|in|at|during|since)\\s+(?<day>[^,]+(?:,\\s*\\d{4})?)),\\s*(?<rest>.+)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern TODAY_LAST = Pattern.compile(
            "(?<rest>.+?(?<!\\b(?:and|at|by|from|in|of|on|since|to|until)))\\s+(?:as of\\s+)?(?:today|now|currently)[?!.\\s]*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

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
            String folded = folded(matcher, words);
            int end = endOfPunctuation(text, matcher.end());
            // In A/RES/64/6 the first letter is none.
            boolean isArticle = ARTICLES.contains(folded) && end == matcher.end();
            if (!folded.isEmpty() && !isArticle) {
                words.add(new Word(folded, matcher.start(), end));
            }
        }
        return new Question(text, words, false);
    }

    /** {@code Who's} asks who is. */
    private static String folded(Matcher word, List<Word> before) {
        String folded = Names.fold(word.group());
        boolean isContracted = folded.equals("s")
                && !before.isEmpty()
                && ASKING.contains(before.get(before.size() - 1).folded())
                && before.get(before.size() - 1).end() == word.start();
        return isContracted ? "is" : folded;
    }

    /** The same question with the day that it begins with, or its last word {@code today}, said as others say a day. */
    Question withDayLast() {
        Matcher first = DAY_FIRST.matcher(text);
        if (first.matches() && DayText.isRead(first.group("day"))) {
            return of(AROUND_A_VALUE.matcher(first.group("rest")).replaceFirst("") + " " + first.group("when"));
        }
        Matcher today = TODAY_LAST.matcher(text);
        return today.matches() ? of(today.group("rest") + " as of today") : this;
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
