package entente.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.Expression2Context;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.Expression6Context;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ExpressionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.FunctionInvocationContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ListComprehensionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ListItemsPredicateContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ListLiteralContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.PropertyPostfixContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.RangePostfixContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ReduceExpressionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.RelationshipPatternContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.VariableContext;

/**
 * How many elements a list may have, by the way the statement writes it: a literal, a range and a slice say so, and so
 * does the pattern of a path; what a stored property or an entity holds is {@link #SHORT}; a name stands for the
 * longest list that is given it anywhere; of anything else nothing is known, and {@link #UNKNOWN} stands for what the
 * memory of a transaction lets it collect.
 */
final class ListLength {
    /** No whole number, so that none that is written equals it. */
    static final double UNKNOWN = 1_000_000.5;

    static final double SHORT = 100;

    /** What is added to the length of a list to count its elements, or those of some more. */
    static final double FEW = 1_000;

    private static final Set<String> NO_LONGER_THAN_THEIR_ARGUMENT =
            Set.of("tail", "reverse", "tointegerlist", "tofloatlist", "tostringlist", "tobooleanlist");

    /** A list that is longer each time the names were gone through is made of itself. */
    private static final int ROUNDS_OF_GROWTH = 3;

    /** Names are given values before they are used, so that few rounds settle what people write. */
    private static final int MOST_ROUNDS = 30;

    /** Of the lists that have a name; of a name that is given several, the longest counts. */
    private final Map<String, Double> named = new HashMap<>();

    private final double longestPath;
    private final Entities entities;

    ListLength(ParseTree statement) {
        longestPath = PathLength.ofLongest(statement);
        List<Naming> namings = Naming.allOf(statement);
        entities = new Entities(namings);
        measure(namings);
    }

    private void measure(List<Naming> namings) {
        namings.forEach(naming -> named.put(naming.name(), 0.0));
        for (int round = 0; lengthen(namings, round); round++) {
            if (round == MOST_ROUNDS) {
                named.clear();
                return;
            }
        }
    }

    /** @return whether some name stands for a longer list than was known */
    private boolean lengthen(List<Naming> namings, int round) {
        boolean lengthened = false;
        for (Naming naming : namings) {
            double length = Math.min(of(naming), UNKNOWN);
            if (length > ofName(naming.name())) {
                named.put(naming.name(), round < ROUNDS_OF_GROWTH ? length : UNKNOWN);
                lengthened = true;
            }
        }
        return lengthened;
    }

    private double of(Naming naming) {
        return switch (naming.way()) {
            case VALUE -> of(naming.source());
            case FOUND_LIST -> PathLength.ofRepeated((RelationshipPatternContext) naming.source());
            case ELEMENT, FOUND, OTHER -> UNKNOWN;
        };
    }

    private double ofName(String name) {
        return named.getOrDefault(name, UNKNOWN);
    }

    /** The list that an iterating expression walks. */
    static ExpressionContext walked(ParserRuleContext iterating) {
        if (iterating instanceof ReduceExpressionContext reduce) {
            return reduce.expression(1);
        }
        return iterating instanceof ListItemsPredicateContext predicate
                ? predicate.inExp
                : ((ListComprehensionContext) iterating).expression(0);
    }

    double of(ParseTree list) {
        ParseTree node = Syntax.peel(list);
        if (node instanceof VariableContext variable) {
            return ofName(Syntax.name(variable));
        }
        if (node instanceof ListLiteralContext literal) {
            return literal.expression().size();
        }
        if (node instanceof FunctionInvocationContext call) {
            return ofCall(call);
        }
        if (node instanceof Expression2Context selection) {
            return ofSelection(selection);
        }
        if (node instanceof Expression6Context sum) {
            return sum.expression5().stream().mapToDouble(this::of).sum();
        }
        return node instanceof ListComprehensionContext comprehension ? of(walked(comprehension)) : UNKNOWN;
    }

    private double ofCall(FunctionInvocationContext call) {
        String function = Syntax.function(call);
        if (function.equals("range")) {
            return ofRange(Syntax.arguments(call));
        }
        if (NO_LONGER_THAN_THEIR_ARGUMENT.contains(function)
                && !call.functionArgument().isEmpty()) {
            return of(Syntax.arguments(call).get(0));
        }
        return switch (function) {
            case "labels" -> SHORT;
            case "keys" ->
                Syntax.arguments(call).stream().allMatch(this::hasStoredKeys) ? SHORT : UNKNOWN; // a map's are many
            case "nodes", "relationships" -> ofPath();
            default -> UNKNOWN;
        };
    }

    private double ofPath() {
        return Math.min(longestPath + 1, longestPath <= SHORT ? SHORT : UNKNOWN);
    }

    private boolean hasStoredKeys(ParseTree expression) {
        if (Syntax.peel(expression) instanceof FunctionInvocationContext call
                && Syntax.function(call).equals("properties")) {
            return Syntax.arguments(call).stream().allMatch(entities::isOne);
        }
        return entities.isOne(expression);
    }

    /** Infinite where nothing in the statement bounds it. */
    private double ofRange(List<ExpressionContext> arguments) {
        if (arguments.size() < 2) {
            return UNKNOWN;
        }
        var from = Syntax.integer(arguments.get(0));
        var to = Syntax.integer(arguments.get(1));
        if (from.isEmpty() || to.isEmpty()) {
            double most = mostOf(arguments.get(0)) + mostOf(arguments.get(1)) + 1;
            return most <= UNKNOWN + FEW ? Math.min(most, UNKNOWN) : most;
        }
        double step = arguments.size() > 2 ? Syntax.integer(arguments.get(2)).orElse(1) : 1;
        return Math.abs((double) to.getAsLong() - from.getAsLong()) / Math.max(1, Math.abs(step)) + 1;
    }

    /** The largest that a number can be, its sign apart. */
    private double mostOf(ParseTree number) {
        ParseTree node = Syntax.peel(number);
        var written = Syntax.integer(node);
        if (written.isPresent()) {
            return Math.abs((double) written.getAsLong());
        }
        if (node instanceof Expression6Context sum) {
            return sum.expression5().stream().mapToDouble(this::mostOf).sum();
        }
        return switch (Syntax.function(node)) {
            case "size" ->
                Syntax.arguments((FunctionInvocationContext) node).stream()
                        .mapToDouble(this::of)
                        .sum();
            case "length" -> ofPath();
            default -> Double.POSITIVE_INFINITY;
        };
    }

    private double ofSelection(Expression2Context selection) {
        ParseTree last = selection.postFix(selection.postFix().size() - 1);
        boolean only = selection.postFix().size() == 1;
        if (last instanceof RangePostfixContext slice) {
            double whole = only ? of(selection.expression1()) : UNKNOWN;
            double end = slice.toExp == null ? -1 : Syntax.integer(slice.toExp).orElse(-1);
            return end < 0 ? whole : Math.min(whole, end);
        }
        boolean stored = only && last instanceof PropertyPostfixContext && entities.isOne(selection.expression1());
        return stored ? SHORT : UNKNOWN;
    }
}
