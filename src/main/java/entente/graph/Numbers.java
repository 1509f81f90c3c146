package entente.graph;

import java.util.Set;
import org.antlr.v4.runtime.tree.ParseTree;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.CountExpressionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ExistsExpressionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.Expression2Context;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.Expression6Context;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ListItemsPredicateContext;

/** What of a statement gives a number or a truth, whatever it is made of, and so is small. */
final class Numbers {
    private static final Set<String> FUNCTIONS = Set.of(
            "abs",
            "avg",
            "ceil",
            "count",
            "floor",
            "length",
            "round",
            "sign",
            "size",
            "sqrt",
            "sum",
            "tofloat",
            "tointeger");

    private Numbers() {}

    /** Whether a function gives one, by its lower-case name. */
    static boolean isGivenBy(String function) {
        return FUNCTIONS.contains(function);
    }

    /** Comparisons, conditions and all arithmetic but that which also joins texts and lists. */
    static boolean isNumberOrTruth(ParseTree node) {
        boolean joins = node instanceof Expression6Context sum
                && !(sum.PLUS().isEmpty() && sum.DOUBLEBAR().isEmpty());
        return node instanceof CountExpressionContext
                || node instanceof ExistsExpressionContext
                || (!joins && node.getClass().getSimpleName().startsWith("Expression"));
    }

    /** Numbers are as long as they are written in a text, and one element of a list. */
    static boolean isOneElement(ParseTree tree) {
        ParseTree node = Syntax.peel(tree);
        return node instanceof ListItemsPredicateContext
                || isGivenBy(Syntax.function(node))
                || (isNumberOrTruth(node) && !(node instanceof Expression2Context));
    }
}
