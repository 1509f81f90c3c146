package entente.graph;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.tree.ParseTree;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.StringAndListComparisonContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.StringLiteralContext;

/**
 * Refuses regular expressions that may try for ever. No time-out ends one: <em>measured</em>, {@code (a|aa)+$b} on
 * seventy characters ran past it, as {@code x*x*x*y} does on a long text.
 *
 * <p>The rule: the pattern is written out, so that it can be judged; it repeats single characters or classes of them,
 * twice at most before the end, and no groups; few of its parts are optional or alternatives, or repeated a few times
 * more or less. The tries are then some times the square of the text's length, or a part of its cube, and
 * {@link Effort} bounds the text.
 */
final class RegularExpression {
    private static final int MOST_REPETITIONS = 2;
    private static final int MOST_CHOICES = 6;

    /** Takes what is left, and is tried no more often than what is before it. */
    private static final Pattern ANYTHING_AT_THE_END = Pattern.compile("(?s)(?:.*[^\\\\])?\\.\\*");

    /** Between small numbers of times, of which the first may be the only one. */
    private static final Pattern COUNTED = Pattern.compile("\\{(\\d{1,2})(?:,(\\d{1,2}))?\\}");

    /** What {@link #COUNTED} does not repeat as a single character. */
    private static final String NO_CHARACTER = "()|*+?{}^$";

    private static final Pattern CATEGORY = Pattern.compile("[pP]\\{[\\w=]+\\}");

    /**
     * Quoting, comments and references, after which the rest could not be judged as it stands; and {@code \R}, which
     * takes one character or two: <em>measured</em>, forty of them on 28 line breaks tried for three seconds.
     */
    private static final Pattern BEYOND_JUDGING = Pattern.compile("\\\\[QRkc1-9]|\\(\\?[a-zA-Z-]*x");

    /** Stands for a character that means itself, whichever it is. */
    private static final char ESCAPED = 'x';

    private final String pattern;
    private boolean inClass;
    private int repetitions;
    private boolean repeatsGroup;
    private int choices;

    /** In how many ways all choices together can be made. */
    private double ways = 1;

    /** Of those that follow each other without a bracket between them. */
    private int alternatives = 1;

    private RegularExpression(String pattern) {
        this.pattern = pattern;
        read();
    }

    /** @throws GraphException.Refused if the comparison is by a pattern that may take too long */
    static void check(StringAndListComparisonContext comparison) {
        if (comparison.REGEQ() != null) {
            of(comparison).check();
        }
    }

    /**
     * How often the pattern of such a comparison is tried at worst.
     *
     * @param length of the text
     */
    static double tries(StringAndListComparisonContext comparison, double length) {
        RegularExpression read = of(comparison);
        double tries = length * read.ways;
        for (int repetition = 2; repetition <= read.repetitions; repetition++) {
            tries *= length / repetition;
        }
        return tries;
    }

    private static RegularExpression of(StringAndListComparisonContext comparison) {
        if (!(Syntax.peel(comparison.expression6()) instanceof StringLiteralContext literal)) {
            throw refused("is computed");
        }
        return new RegularExpression(unescape(literal));
    }

    private static String unescape(ParseTree literal) {
        String quoted = literal.getText();
        return quoted.substring(1, quoted.length() - 1).replaceAll("(?s)\\\\([\\\\'\"])", "$1");
    }

    private void read() {
        char before = '(';
        int at = 0;
        while (at < pattern.length()) {
            char character = pattern.charAt(at);
            if (character == '\\') {
                at = endOf(CATEGORY, at + 1, at + 2);
                before = ESCAPED;
            } else if (isCounted(at, before)) {
                at = endOf(COUNTED, at, at);
                before = '}';
            } else {
                read(character, before);
                before = character;
                at++;
            }
        }
        endAlternatives();
    }

    private int endOf(Pattern part, int start, int otherwise) {
        Matcher found = part.matcher(pattern).region(Math.min(start, pattern.length()), pattern.length());
        return found.lookingAt() ? found.end() : otherwise;
    }

    /** Whether a single character is repeated some times that are written here. */
    private boolean isCounted(int at, char before) {
        Matcher counted = COUNTED.matcher(pattern).region(at, pattern.length());
        if (inClass || NO_CHARACTER.indexOf(before) >= 0 || !counted.lookingAt()) {
            return false;
        }
        if (counted.group(2) != null) {
            choose(Integer.parseInt(counted.group(2)) - Integer.parseInt(counted.group(1)) + 1);
        }
        return true;
    }

    private void choose(int among) {
        if (among > 1) {
            choices++;
            ways *= among;
        }
    }

    private void check() {
        if (repeatsGroup || BEYOND_JUDGING.matcher(pattern).find()) {
            throw refused("repeats a group, refers to one, or hides what it does");
        }
        int last = ANYTHING_AT_THE_END.matcher(pattern).matches() ? 1 : 0;
        if (repetitions - last > MOST_REPETITIONS || choices > MOST_CHOICES) {
            throw refused("has many repetitions or choices");
        }
    }

    private void read(char character, char before) {
        if (character == '[' || character == ']') {
            inClass = character == '[';
        } else if (!inClass) {
            readOutsideClass(character, before);
        }
    }

    private void readOutsideClass(char character, char before) {
        switch (character) {
            case '*', '+', '{' -> {
                repetitions++;
                repeatsGroup |= before == ')';
            }
            case '?' -> choose(before == '(' ? 1 : 2);
            case '|' -> alternatives++;
            case '(', ')' -> endAlternatives();
            default -> {}
        }
    }

    /** Alternatives of one group are tried one after the other; those of several multiply. */
    private void endAlternatives() {
        choose(alternatives);
        alternatives = 1;
    }

    private static GraphException.Refused refused(String why) {
        return new GraphException.Refused("a regular expression " + why
                + ", and may then take too long; write out a simple one, or use CONTAINS, STARTS WITH and AND");
    }
}
