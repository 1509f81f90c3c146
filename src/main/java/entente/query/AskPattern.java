package entente.query;

import java.util.List;

/**
 * A pattern of questions in plain words: literal words, {@code (a|b)}, {@code [optional]} and {@code {parameter}}. What
 * the words themselves say for a parameter is written {@code {parameter=value}}, and {@code {one,other}} where the same
 * words say two. Words are compared whatever their case and accents; articles and punctuation do not count.
 *
 * @param text as the header has it
 */
record AskPattern(String text, PatternElement.Sequence content) {
    /**
     * Parses a pattern.
     *
     * @throws IllegalArgumentException if it is malformed, names what is no parameter, or would fit any question
     */
    static AskPattern parse(String text, List<Parameter> parameters) {
        AskPattern pattern = new AskPattern(text, new PatternParser(text, parameters).parse());
        if (pattern.content().fewestWords() == 0) {
            throw new IllegalArgumentException("the pattern \"" + text + "\" asks for no word of its own");
        }
        return pattern;
    }

    /** The ways in which a whole question fits, those with the most literal words first; none where it does not. */
    List<Fit> fits(Question question) {
        return content.advance(List.of(Fit.NOTHING_YET), question).stream()
                .filter(fit -> fit.position() == question.length())
                .sorted(Fit.MOST_LITERALS_FIRST)
                .toList();
    }

    /** A question that fits. */
    String example() {
        return content.example() + "?";
    }
}
