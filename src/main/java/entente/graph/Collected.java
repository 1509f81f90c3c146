package entente.graph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.CollectExpressionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.Expression2Context;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.Expression6Context;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ExpressionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.FunctionInvocationContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ListComprehensionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ListItemsPredicateContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ListLiteralContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.MapContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.MapProjectionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.PatternComprehensionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.PostFixContext;
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
    /** Of what holds no such list. A list of such lists is as deep as they are and one more. */
    private static final int NOTHING = 0;

    /** Of a map that holds one: there is no telling which of its parts. */
    private static final int DEEP = 1_000;

    private static final Set<String> GIVE_ELEMENTS = Set.of("head", "last");

    /** What clauses name; of a name that is given several values, the deepest counts. */
    private final Map<String, Integer> given = new HashMap<>();

    /** What loops name: the elements of what they walk, one after the other. */
    private final Map<String, Integer> elements = new HashMap<>();

    /** The loops that are gone through, where only what comes from outside of them counts. */
    private @Nullable Set<String> loops;

    Collected(ParseTree statement) {
        nameAll(statement);
    }

    /** Names are given values before they are used, so that going through them once is enough. */
    private void nameAll(ParseTree node) {
        if (node instanceof ListComprehensionContext || node instanceof ListItemsPredicateContext) {
            ParserRuleContext loop = (ParserRuleContext) node;
            String element = Syntax.name(loop.getRuleContext(VariableContext.class, 0));
            elements.merge(element, element(of(ListLength.walked(loop))), Math::max);
        }
        for (int child = 0; child < node.getChildCount(); child++) {
            nameAll(node.getChild(child));
        }
        if (node instanceof ReturnItemContext item && item.variable() != null) {
            given.merge(Syntax.name(item.variable()), of(item.expression()), Math::max);
        }
        if (node instanceof UnwindClauseContext unwind) {
            given.merge(Syntax.name(unwind.variable()), element(of(unwind.expression())), Math::max);
        }
    }

    /** Whether the value of an expression is or holds such a list. */
    boolean isIn(ParseTree expression) {
        return of(expression) != NOTHING;
    }

    /**
     * Whether the value of an expression within a loop is or holds such a list as a whole, which is another than what
     * the loop makes of the elements that it walks: these add up to one list.
     *
     * @param element what the loop calls them
     */
    boolean isRepeatedIn(ParseTree expression, String element) {
        loops = new HashSet<>(Set.of(element));
        try {
            return isIn(expression);
        } finally {
            loops = null;
        }
    }

    /** Whether a clause gives the name a value that is or holds such a list. */
    boolean isIn(String name) {
        return given.getOrDefault(name, NOTHING) != NOTHING;
    }

    private int of(ParseTree tree) {
        ParseTree node = Syntax.peel(tree);
        if (node instanceof VariableContext variable) {
            return of(Syntax.name(variable));
        }
        if (node instanceof CollectExpressionContext || node instanceof PatternComprehensionContext) {
            return ofParts(node) + 1;
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
        int parts =
                node instanceof ListItemsPredicateContext || Numbers.isNumberOrTruth(node) ? NOTHING : ofParts(node);
        if (node instanceof MapContext || node instanceof MapProjectionContext) {
            return parts == NOTHING ? NOTHING : DEEP;
        }
        return node instanceof ListLiteralContext && parts != NOTHING ? parts + 1 : parts;
    }

    private int of(String name) {
        if (loops != null) {
            return loops.contains(name) ? NOTHING : given.getOrDefault(name, NOTHING);
        }
        return Math.max(given.getOrDefault(name, NOTHING), elements.getOrDefault(name, NOTHING));
    }

    private int ofParts(ParseTree node) {
        int deepest = NOTHING;
        for (int child = 0; child < node.getChildCount(); child++) {
            deepest = Math.max(deepest, of(node.getChild(child)));
        }
        return deepest;
    }

    private int ofCall(FunctionInvocationContext call) {
        String function = Syntax.function(call);
        if (function.equals("range")) {
            return isOfPlaces(Syntax.arguments(call)) ? 1 : NOTHING;
        }
        int arguments = Syntax.arguments(call).stream().mapToInt(this::of).max().orElse(NOTHING);
        if (function.equals("collect")) {
            return arguments + 1;
        }
        if (Numbers.isGivenBy(function)) {
            return NOTHING;
        }
        return GIVE_ELEMENTS.contains(function) ? element(arguments) : arguments;
    }

    /** Those in such a list are as many as what stands there, and some more or fewer. */
    private boolean isOfPlaces(List<ExpressionContext> range) {
        List<ExpressionContext> bounds = range.subList(0, Math.min(range.size(), 2));
        return bounds.stream().allMatch(this::isNearALength) && bounds.stream().anyMatch(this::hasALength);
    }

    private boolean isNearALength(ParseTree bound) {
        ParseTree node = Syntax.peel(bound);
        if (node instanceof Expression6Context sum) {
            return sum.expression5().stream().allMatch(this::isNearALength);
        }
        return hasALength(node)
                || Syntax.integer(node).stream().anyMatch(number -> Math.abs((double) number) <= ListLength.FEW);
    }

    private boolean hasALength(ParseTree bound) {
        ParseTree node = Syntax.peel(bound);
        if (node instanceof Expression6Context sum) {
            return sum.expression5().stream().anyMatch(this::hasALength);
        }
        return node instanceof FunctionInvocationContext call
                && Syntax.function(call).equals("size")
                && Syntax.arguments(call).stream().anyMatch(list -> isAll(Syntax.peel(list)));
    }

    /** A part of such a list may be short, however long the list is. */
    private boolean isAll(ParseTree list) {
        return list instanceof VariableContext && isIn(list);
    }

    private int ofLoop(ListComprehensionContext loop) {
        int walked = of(ListLength.walked(loop));
        if (loop.barExp == null) {
            return walked;
        }
        String element = Syntax.name(loop.variable());
        Set<String> around = loops;
        boolean entered = around != null && around.add(element);
        int made = of(loop.barExp);
        if (around != null && entered) {
            around.remove(element);
        }
        return Math.max(Math.min(walked, 1), made == NOTHING ? NOTHING : made + 1);
    }

    private int ofSelection(Expression2Context selection) {
        int depth = of(selection.expression1());
        for (PostFixContext part : selection.postFix()) {
            depth = part instanceof RangePostfixContext ? depth : element(depth);
        }
        return depth;
    }

    private static int element(int list) {
        return list >= DEEP ? list : Math.max(NOTHING, list - 1);
    }
}
