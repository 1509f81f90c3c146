package entente.graph;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.CollectExpressionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.Expression2Context;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.FunctionInvocationContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ListComprehensionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ListItemsPredicateContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ListLiteralContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.MapContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.MapProjectionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.PatternComprehensionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.RangePostfixContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ReturnItemContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.UnwindClauseContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.VariableContext;

/**
 * What of a statement holds a list of what was collected from rows. How long that is nobody can tell beforehand; the
 * memory of its transaction bounds it, but only once: <em>measured</em> on Neo4j 5.26, where such a list stands for
 * each of its own 20,000 elements, the database holds it once, and sends it 20,000 times in one row.
 */
final class Collected {
    /** Of what is held. */
    private enum Depth {
        NOTHING,
        /** A list whose elements hold none. */
        LIST,
        /** A list or a map in which there may be lists. */
        DEEP;

        Depth or(Depth other) {
            return compareTo(other) > 0 ? this : other;
        }

        Depth within() {
            return this == NOTHING ? NOTHING : DEEP;
        }

        Depth element() {
            return this == DEEP ? DEEP : NOTHING;
        }
    }

    private static final Set<String> GIVE_ELEMENTS = Set.of("head", "last");

    /** What clauses name; of a name that is given several values, the deepest counts. */
    private final Map<String, Depth> given = new HashMap<>();

    /** What loops name: the elements of what they walk, one after the other. */
    private final Map<String, Depth> elements = new HashMap<>();

    private boolean fromOutside;

    Collected(ParseTree statement) {
        nameAll(statement);
    }

    /** Names are given values before they are used, so that going through them once is enough. */
    private void nameAll(ParseTree node) {
        if (node instanceof ListComprehensionContext || node instanceof ListItemsPredicateContext) {
            ParserRuleContext loop = (ParserRuleContext) node;
            String element = Syntax.name(loop.getRuleContext(VariableContext.class, 0));
            elements.merge(element, of(ListLength.walked(loop)).element(), Depth::or);
        }
        for (int child = 0; child < node.getChildCount(); child++) {
            nameAll(node.getChild(child));
        }
        if (node instanceof ReturnItemContext item && item.variable() != null) {
            given.merge(Syntax.name(item.variable()), of(item.expression()), Depth::or);
        }
        if (node instanceof UnwindClauseContext unwind) {
            given.merge(Syntax.name(unwind.variable()), of(unwind.expression()).element(), Depth::or);
        }
    }

    /** Whether the value of an expression is or holds such a list. */
    boolean isIn(ParseTree expression) {
        return of(expression) != Depth.NOTHING;
    }

    /**
     * Whether the value of an expression within a loop is or holds such a list as a whole, which is another than what
     * the loop makes of the elements that it walks: these add up to one list.
     */
    boolean isRepeatedIn(ParseTree expression) {
        fromOutside = true;
        try {
            return isIn(expression);
        } finally {
            fromOutside = false;
        }
    }

    /** Whether a clause gives the name a value that is or holds such a list. */
    boolean isIn(String name) {
        return given.getOrDefault(name, Depth.NOTHING) != Depth.NOTHING;
    }

    private Depth of(ParseTree tree) {
        ParseTree node = Syntax.peel(tree);
        if (node instanceof VariableContext variable) {
            return of(Syntax.name(variable));
        }
        if (node instanceof CollectExpressionContext || node instanceof PatternComprehensionContext) {
            return ofParts(node) == Depth.NOTHING ? Depth.LIST : Depth.DEEP;
        }
        if (node instanceof FunctionInvocationContext call) {
            return ofCall(call);
        }
        if (node instanceof ListComprehensionContext loop) {
            return ofLoop(loop);
        }
        if (node instanceof Expression2Context selection) {
            return ofSelection(selection);
        }
        if (node instanceof ListLiteralContext || node instanceof MapContext || node instanceof MapProjectionContext) {
            return ofParts(node).within();
        }
        return node instanceof ListItemsPredicateContext || Growth.isNumberOrTruth(node)
                ? Depth.NOTHING
                : ofParts(node);
    }

    private Depth of(String name) {
        Depth named = given.getOrDefault(name, Depth.NOTHING);
        return fromOutside ? named : named.or(elements.getOrDefault(name, Depth.NOTHING));
    }

    private Depth ofParts(ParseTree node) {
        Depth deepest = Depth.NOTHING;
        for (int child = 0; child < node.getChildCount(); child++) {
            deepest = deepest.or(of(node.getChild(child)));
        }
        return deepest;
    }

    private Depth ofCall(FunctionInvocationContext call) {
        String function = Syntax.function(call);
        Depth arguments = Syntax.arguments(call).stream().map(this::of).reduce(Depth.NOTHING, Depth::or);
        if (function.equals("collect")) {
            return arguments == Depth.NOTHING ? Depth.LIST : Depth.DEEP;
        }
        if (Growth.GIVE_NUMBERS.contains(function)) {
            return Depth.NOTHING;
        }
        return GIVE_ELEMENTS.contains(function) ? arguments.element() : arguments;
    }

    private Depth ofLoop(ListComprehensionContext loop) {
        Depth walked = of(ListLength.walked(loop));
        Depth made = loop.barExp == null ? walked.element() : of(loop.barExp);
        return made == Depth.NOTHING ? walked == Depth.NOTHING ? Depth.NOTHING : Depth.LIST : Depth.DEEP;
    }

    private Depth ofSelection(Expression2Context selection) {
        Depth whole = of(selection.expression1());
        boolean slice = selection.postFix().stream().allMatch(RangePostfixContext.class::isInstance);
        return slice ? whole : whole.element();
    }
}
