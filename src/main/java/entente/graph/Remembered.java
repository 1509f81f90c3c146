package entente.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.Expression2Context;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.Expression7Context;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.IndexPostfixContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ParameterContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.PostFixContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.PropertyPostfixContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.StringAndListComparisonContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.StringLiteralContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.VariableContext;

/**
 * Which {@code IN} of a loop finds at once what it looks for, and does not go through its list. The database makes a
 * set of a list that it looks into again, and knows it by being the same object. It keeps {@link #SETS} of them, and
 * none of lists that are {@link ListLength#SHORT}; one more in turn, or one that is made anew with each step, and all
 * are made again and again. <em>Measured</em>: a list or a map that is looked for is compared with each element all the
 * same.
 */
final class Remembered {
    /** <em>Seen</em> in Neo4j 5.26. */
    private static final int SETS = 16;

    private final ListLength lengths;
    private final Nesting nesting;
    private final Set<ParseTree> lookups = new HashSet<>();

    Remembered(ParseTree statement, ListLength lengths, Nesting nesting) {
        this.lengths = lengths;
        this.nesting = nesting;
        collect(statement);
    }

    /**
     * How many elements a lookup goes through, wherever a loop repeats it. What a value holds under a written name is
     * taken for stored, and so for short: a list that was made in the statement is no longer where it is the same.
     */
    double steps(StringAndListComparisonContext lookup) {
        double all = lengths.of(lookup.expression6());
        if (!isCheap(lookup) || all <= ListLength.SHORT) {
            return all;
        }
        return isPart(lookup.expression6()) ? ListLength.SHORT : 0;
    }

    /** Whether a lookup compares nothing, or only with what is stored. */
    boolean isCheap(StringAndListComparisonContext lookup) {
        return lookups.contains(lookup) && !nesting.isIn(sought(lookup));
    }

    private static ParseTree sought(StringAndListComparisonContext lookup) {
        return ((Expression7Context) lookup.getParent()).expression6();
    }

    private void collect(ParseTree node) {
        if (Iteration.isIterating(node)) {
            collectOfLoop(node);
            return;
        }
        for (int child = 0; child < node.getChildCount(); child++) {
            collect(node.getChild(child));
        }
    }

    /** All that an outermost loop repeats needs its sets side by side. */
    private void collectOfLoop(ParseTree loop) {
        List<StringAndListComparisonContext> found = new ArrayList<>();
        Set<String> elements = new HashSet<>();
        look(loop, found, elements);
        List<StringAndListComparisonContext> kept = found.stream()
                .filter(lookup -> lasts(lookup.expression6(), elements)
                        || (isPart(lookup.expression6()) && !isMadeAgain(lookup.expression6(), loop)))
                .toList();
        boolean anew = found.stream()
                .anyMatch(lookup -> !kept.contains(lookup) && lengths.of(lookup.expression6()) > ListLength.SHORT);
        if (!anew && distinct(kept) <= SETS) {
            lookups.addAll(kept);
        }
    }

    /** How many lists of any length are looked into. */
    private long distinct(List<StringAndListComparisonContext> some) {
        return some.stream()
                .map(StringAndListComparisonContext::expression6)
                .filter(list -> lengths.of(list) > ListLength.SHORT)
                .map(ParseTree::getText)
                .distinct()
                .count();
    }

    private static void look(ParseTree node, List<StringAndListComparisonContext> lookups, Set<String> elements) {
        if (node instanceof StringAndListComparisonContext comparison && comparison.IN() != null) {
            lookups.add(comparison);
        }
        if (Iteration.isIterating(node)) {
            elements.addAll(Iteration.names((ParserRuleContext) node));
        }
        for (int child = 0; child < node.getChildCount(); child++) {
            look(node.getChild(child), lookups, elements);
        }
    }

    /** Whether a list is the same one in each step of a loop. */
    private static boolean lasts(ParseTree list, Set<String> elements) {
        ParseTree node = Syntax.peel(list);
        return node instanceof ParameterContext
                || (node instanceof VariableContext variable && !elements.contains(Syntax.name(variable)));
    }

    /** Whether a part of what an inner loop walks may be a long list: the outer one goes through them all each time. */
    private boolean isMadeAgain(ParseTree list, ParseTree outermost) {
        Expression2Context selection = (Expression2Context) Syntax.peel(list);
        if (!(Syntax.peel(selection.expression1()) instanceof VariableContext whole)) {
            return false;
        }
        ParserRuleContext walking = Iteration.naming(whole);
        return walking != null && walking != outermost && nesting.isMade(selection);
    }

    private static boolean isPart(ParseTree list) {
        if (!(Syntax.peel(list) instanceof Expression2Context selection)) {
            return false;
        }
        ParseTree whole = Syntax.peel(selection.expression1());
        return (whole instanceof VariableContext || whole instanceof ParameterContext)
                && selection.postFix().stream().allMatch(Remembered::isWritten);
    }

    /** A slice is another list each time, and so may be what a computed key chooses. */
    private static boolean isWritten(PostFixContext part) {
        return part instanceof PropertyPostfixContext
                || (part instanceof IndexPostfixContext index
                        && (Syntax.isNumber(index.expression())
                                || Syntax.peel(index.expression()) instanceof StringLiteralContext));
    }
}
