package entente.graph;

import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.FunctionInvocationContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ListComprehensionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ListItemsPredicateContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.PatternComprehensionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.PatternExpressionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ReduceExpressionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.RegularQueryContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.StringAndListComparisonContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.UnwindClauseContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.VariableContext;

/**
 * Refuses expressions that go through lists more often than can be bounded. The database looks at the time between
 * rows, and so never within one expression: <em>measured</em> on Neo4j 5.26, one {@code any()} within another over
 * ranges of 100,000 ran for minutes past a time-out of two seconds, and {@code any()} over {@code range(1, n)} does for
 * a large {@code n}.
 *
 * <p>The rule: what an expression goes through, multiplied along its nesting, may be {@link #MOST_STEPS}, which takes a
 * second or two. The lengths are those of {@link ListLength}. So one list of any length may be walked, and within it
 * what a path within bounds, a stored property, a literal or a slice holds, but no two lists of unknown length. A range
 * may be long only where {@code UNWIND} makes rows of it. What stands side by side is added up, and a step that takes
 * many words counts as several. A subquery or a pattern within an expression yields rows too, and starts anew
 * (<em>measured</em>: {@code any()} over a hundred million with a {@code COUNT { }} in it ends with its time-out).
 */
final class Iteration {
    private static final double MOST_STEPS = ListLength.UNKNOWN * ListLength.SHORT;

    /** Of all expressions together: some take the longest that one may. */
    private static final double MOST_IN_ALL = 32 * MOST_STEPS;

    /** In words and signs; what is longer counts as several steps. */
    private static final double LENGTH_OF_A_STEP = 100;

    private static final Set<String> CONVERTING_LISTS =
            Set.of("tointegerlist", "tofloatlist", "tostringlist", "tobooleanlist");

    private final ListLength lengths;
    private final Remembered remembered;
    private double inAll;

    private Iteration(ListLength lengths, Remembered remembered) {
        this.lengths = lengths;
        this.remembered = remembered;
    }

    /** @throws GraphException.Refused if some expression of the statement may go on without end */
    static void check(ParseTree statement, ListLength lengths, Remembered remembered) {
        new Iteration(lengths, remembered).check(statement, 1);
    }

    /** @param around how often what surrounds this evaluates it for one row */
    private void check(ParseTree node, double around) {
        try {
            checkPart(node, around);
        } catch (GraphException.Refused refused) {
            throw refused.in(node);
        }
    }

    private void checkPart(ParseTree node, double around) {
        if (node instanceof UnwindClauseContext unwind
                && Syntax.peel(unwind.expression()) instanceof FunctionInvocationContext call
                && Syntax.function(call).equals("range")) {
            call.functionArgument().forEach(bound -> check(bound, 1));
        } else if (isIterating(node)) {
            checkIterating((ParserRuleContext) node, around);
        } else {
            checkWalk(node, around);
            checkChildren(node, yieldsRows(node) ? 1 : around);
        }
    }

    private void checkChildren(ParseTree node, double around) {
        for (int child = 0; child < node.getChildCount(); child++) {
            check(node.getChild(child), around);
        }
    }

    private void checkIterating(ParserRuleContext iterating, double around) {
        ParseTree list = ListLength.walked(iterating);
        check(list, around);
        double inside = around * lengths.of(list);
        refuseTooManySteps(inside * Math.max(1, words(iterating, list) / LENGTH_OF_A_STEP));
        iterating.children.stream().filter(child -> child != list).forEach(child -> check(child, inside));
    }

    /** The innermost loop that gives a name to what it walks or keeps, where that is what a variable means. */
    static @Nullable ParserRuleContext naming(VariableContext variable) {
        ParseTree inside = variable;
        for (ParserRuleContext around = variable.getParent(); around != null; around = around.getParent()) {
            if (isIterating(around)
                    && isRepeated(inside, around)
                    && names(around).contains(Syntax.name(variable))) {
                return around;
            }
            inside = around;
        }
        return null;
    }

    private static boolean isRepeated(ParseTree part, ParserRuleContext loop) {
        return part != ListLength.walked(loop)
                && !(loop instanceof ReduceExpressionContext reduce && part == reduce.expression(0));
    }

    /** What a loop calls that which it walks, and keeps. */
    static List<String> names(ParserRuleContext loop) {
        return loop.getRuleContexts(VariableContext.class).stream()
                .map(Syntax::name)
                .toList();
    }

    static boolean isIterating(ParseTree node) {
        return node instanceof ListComprehensionContext
                || node instanceof ListItemsPredicateContext
                || node instanceof ReduceExpressionContext;
    }

    /** Between which the database looks at the time. */
    static boolean yieldsRows(ParseTree node) {
        return node instanceof RegularQueryContext
                || node instanceof PatternComprehensionContext
                || node instanceof PatternExpressionContext;
    }

    /** What goes through a list without saying so. */
    private void checkWalk(ParseTree node, double around) {
        String function = Syntax.function(node);
        if (function.equals("range") && lengths.of(node) > ListLength.UNKNOWN) {
            throw new GraphException.Refused(
                    "a range() outside UNWIND may be too long; use UNWIND range(…) AS x, which makes rows of it");
        }
        if (CONVERTING_LISTS.contains(function)) {
            refuseTooManySteps(around * lengths.of(node));
        }
        if (node instanceof StringAndListComparisonContext comparison && comparison.IN() != null) {
            refuseTooManySteps(around * remembered.steps(comparison));
        }
    }

    /** Of what each step of a loop evaluates, which its list is not. */
    private static double words(ParseTree node, ParseTree list) {
        double words = node.getChildCount() == 0 ? 1 : 0;
        for (int child = 0; child < node.getChildCount(); child++) {
            words += node.getChild(child) == list ? 0 : words(node.getChild(child), list);
        }
        return words;
    }

    private void refuseTooManySteps(double steps) {
        inAll += steps;
        if (steps > MOST_STEPS || inAll > MOST_IN_ALL) {
            throw new GraphException.Refused(
                    "an expression goes through one list within another, which no time-out bounds; use UNWIND for the"
                            + " outer list, or say how long the inner one may be: list[..100]");
        }
    }
}
