package entente.graph;

import java.util.regex.Pattern;
import org.antlr.v4.runtime.tree.ParseTree;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.StringAndListComparisonContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.StringLiteralContext;

/**
 * Refuses regular expressions that may try for ever. No time-out ends one: <em>measured</em>, {@code (a|aa)+$b} on
 * seventy characters ran past it, as {@code x*x*x*y} does on a long text.
 *
 * <p>The rule: the pattern is written out, so that it can be judged; it repeats single characters or classes of them,
 * twice at most before the end, and no groups; few of its parts are optional or alternatives. The tries are then some
 * times the square of the text's length, or a part of its cube, and {@link Effort} bounds the text.
 */
final class RegularExpression {
    private static final int MOST_REPETITIONS = 2;
    private static final int MOST_CHOICES = 6;

    /** Takes what is left, and is tried no more often than what is before it. */
    private static final Pattern ANYTHING_AT_THE_END = Pattern.compile("(?s)(?:.*[^\\\\])?\\.\\*");

    private static final Pattern ALTERNATIVES = Pattern.compile("\\|[^()]*");

    /** Quoting, comments and references, after which the rest could not be judged as it stands. */
    private static final Pattern BEYOND_JUDGING = Pattern.compile("\\\\[Qkc1-9]|\\(\\?[a-zA-Z-]*x");

    /** Stands for a character that means itself, whichever it is. */
    private static final char ESCAPED = 'x';

    private final String pattern;
    private boolean inClass;
    private int repetitions;
    private int optional;
    private boolean repeatsGroup;

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
        double tries = Math.scalb(length, read.choices());
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
        for (int at = 0; at < pattern.length(); at++) {
            if (pattern.charAt(at) == '\\') {
                at++;
                before = ESCAPED;
            } else {
                read(pattern.charAt(at), before);
                before = pattern.charAt(at);
            }
        }
    }

    private void check() {
        if (repeatsGroup || BEYOND_JUDGING.matcher(pattern).find()) {
            throw refused("repeats a group, refers to one, or hides what it does");
        }
        int last = ANYTHING_AT_THE_END.matcher(pattern).matches() ? 1 : 0;
        if (repetitions - last > MOST_REPETITIONS || choices() > MOST_CHOICES) {
            throw refused("has many repetitions or choices");
        }
    }

    private void read(char character, char before) {
        if (character == '[' || character == ']') {
            inClass = character == '[';
        } else if (!inClass && (character == '*' || character == '+' || character == '{')) {
            repetitions++;
            repeatsGroup |= before == ')';
        } else if (!inClass && character == '?' && before != '(') {
            optional++;
        }
    }

    /** Alternatives of one group are tried one after the other; those of several multiply. */
    private int choices() {
        return optional + (int) ALTERNATIVES.matcher(pattern).results().count();
    }

    private static GraphException.Refused refused(String why) {
        return new GraphException.Refused("a regular expression " + why
                + ", and may then take too long; write out a simple one, or use CONTAINS, STARTS WITH and AND");
    }
}
