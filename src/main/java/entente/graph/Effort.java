package entente.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ComparisonExpression6Context;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.Expression6Context;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.Expression7Context;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.Expression8Context;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ExtendedCaseAlternativeContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ExtendedCaseExpressionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.FunctionInvocationContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ListLiteralContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.MapProjectionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.NormalFormComparisonContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.NormalizeFunctionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.NullComparisonContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ParameterContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ReduceExpressionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.StringAndListComparisonContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.TrimFunctionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.VariableContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.WhenFormContext;

/**
 * Refuses expressions that go through long texts and lists too often. {@link Iteration} bounds how many steps an
 * expression takes; what a function or a comparison goes through within one of them is as little looked at by the
 * database: <em>measured</em> on Neo4j 5.26, a million calls of {@code toUpper()} on a text of 900,000 letters, or one
 * match of {@code x*x*y} with a million, never end.
 *
 * <p>The rule: how often a part is evaluated for one row, multiplied by the size of what it then goes through, may be
 * {@link #MOST}. The sizes are those of {@link Growth}; what is no longer than a name is part of the step.
 */
final class Effort {
    /** Some stored texts for each element of the longest list, which takes seconds. */
    private static final double MOST = 4 * ListLength.UNKNOWN * Growth.STORED;

    /** Of all expressions together. */
    private static final double MOST_IN_ALL = 16 * MOST;

    private static final double PART_OF_THE_STEP = 50;

    /** Texts for which the square of their length is no more than what a function does anyway. */
    private static final double SHORT_TEXT = 10_000;

    /** Of a number that a text holds, so many are taken at once. */
    private static final double DIGITS = 40;

    private final ListLength lengths;
    private final Collected collected;
    private final Remembered remembered;
    private final Map<ParseTree, Double> sizes;
    private final ParameterSize parameters;
    private final Map<ParseTree, Longest> longest = new HashMap<>();

    /** How large that is which the {@code reduce} around keeps. */
    private double kept;

    private double inAll;

    /** Whether what is looked at may be any element of what is walked, and not one of their average size. */
    private boolean anyElement;

    private Effort(
            ParseTree statement,
            ListLength lengths,
            Remembered remembered,
            ParameterSize parameters,
            Map<ParseTree, Double> sizes) {
        this.parameters = parameters;
        this.lengths = lengths;
        this.collected = new Collected(statement);
        this.remembered = remembered;
        this.sizes = sizes;
    }

    /**
     * Looks at everything in a statement.
     *
     * @param parameters how large they may be
     * @param sizes of its expressions, as {@link Growth} estimates them
     * @throws GraphException.Refused if some expression of the statement may go on without end
     */
    static void check(
            ParseTree statement,
            ListLength lengths,
            Remembered remembered,
            ParameterSize parameters,
            Map<ParseTree, Double> sizes) {
        new Effort(statement, lengths, remembered, parameters, sizes).check(statement, 1);
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
        if (Iteration.isIterating(node)) {
            checkIterating((ParserRuleContext) node, around);
            return;
        }
        refuseTooMuch(around, of(node));
        double elements = longest(node).elements();
        if (elements > 0) {
            anyElement = true;
            refuseTooMuch(around / elements, of(node));
            anyElement = false;
        }
        double inside = Iteration.yieldsRows(node) ? 1 : around;
        for (int child = 0; child < node.getChildCount(); child++) {
            check(node.getChild(child), inside);
        }
    }

    private void checkIterating(ParserRuleContext iterating, double around) {
        ParseTree list = ListLength.walked(iterating);
        check(list, around);
        double inside = around * elements(list);
        double before = kept;
        if (iterating instanceof ReduceExpressionContext) {
            refuseTooMuch(inside, size(iterating));
            kept += size(iterating);
        }
        iterating.children.stream().filter(child -> child != list).forEach(child -> check(child, inside));
        kept = before;
    }

    /** A list that was not collected from rows has no more elements than its size. */
    private double elements(ParseTree list) {
        double length = lengths.of(list);
        return length == ListLength.UNKNOWN && !collected.isIn(list) ? Math.min(length, size(list)) : length;
    }

    private double size(ParseTree expression) {
        ParseTree node = Syntax.peel(expression);
        double whole = sizes.getOrDefault(node, 0.0);
        double size = Growth.withoutKept(whole) + (whole >= Growth.KEPT ? kept : 0);
        return anyElement ? Math.max(size, longest(node).size()) : size;
    }

    /**
     * The longest that an element may be of what loops walk: they are small together, and one may be nearly all there
     * is.
     *
     * @param elements of the longest of these lists, among which it stands; 0 where there is none
     */
    private record Longest(double size, double elements) {
        static final Longest NOTHING = new Longest(0, 0);

        Longest and(Longest other) {
            return new Longest(Math.max(size, other.size), Math.max(elements, other.elements));
        }
    }

    private Longest longest(ParseTree node) {
        Longest known = longest.get(node);
        if (known != null) {
            return known;
        }
        Longest all = node instanceof VariableContext variable ? element(variable) : Longest.NOTHING;
        for (int child = 0; child < node.getChildCount(); child++) {
            all = all.and(longest(node.getChild(child)));
        }
        longest.put(node, all);
        return all;
    }

    private Longest element(VariableContext variable) {
        ParserRuleContext loop = Iteration.naming(variable);
        if (loop == null) {
            return Longest.NOTHING;
        }
        ParseTree list = Syntax.peel(ListLength.walked(loop));
        double size = list instanceof ParameterContext ? parameters.element() : sizes.getOrDefault(list, 0.0);
        return new Longest(Growth.withoutKept(size), Math.max(1, elements(list)));
    }

    /** How much an evaluation of this goes through, apart from that of its parts. */
    private double of(ParseTree node) {
        if (node instanceof FunctionInvocationContext call) {
            return ofCall(call);
        }
        if (node instanceof Expression7Context comparison && comparison.comparisonExpression6() != null) {
            return ofComparison(comparison.expression6(), comparison.comparisonExpression6());
        }
        if (node instanceof Expression8Context comparison) {
            return compared(comparison.expression7());
        }
        if (node instanceof ExtendedCaseExpressionContext choice) {
            return ofCase(choice);
        }
        if (node instanceof NormalizeFunctionContext normalize) {
            return squared(size(normalize.expression()));
        }
        if (node instanceof TrimFunctionContext trim) {
            return trimmed(trim.expression());
        }
        boolean copies = node instanceof MapProjectionContext
                || (node instanceof Expression6Context sum && sum.expression5().size() > 1);
        return copies ? size(node) : 0;
    }

    private double ofCall(FunctionInvocationContext call) {
        var arguments = Syntax.arguments(call);
        return switch (Syntax.function(call)) {
            case "replace", "split" -> arguments.size() < 2 ? 0 : searched(arguments.get(0), arguments.get(1));
            case "btrim", "ltrim", "rtrim", "trim" -> trimmed(arguments);
            case "tofloat", "tofloatornull", "tointeger", "tointegerornull" ->
                arguments.stream().mapToDouble(this::read).sum();
            case "tofloatlist", "tointegerlist" ->
                arguments.stream().mapToDouble(this::readEach).sum();
            case "size" ->
                arguments.stream()
                        .mapToDouble(list -> collected.isIn(list) ? 0 : size(list))
                        .sum();
            case "left", "right", "substring" -> size(call);
            default -> arguments.stream().mapToDouble(this::size).sum();
        };
    }

    /** <em>Measured</em>: 80,000 marks upon one letter are put in order in 6 s, and 400,000 digits are read in 4 s. */
    private static double squared(double text) {
        return text > SHORT_TEXT ? text * text : text;
    }

    private double read(ParseTree number) {
        return squared(size(number)) / DIGITS;
    }

    private double readEach(ParseTree list) {
        ParseTree node = Syntax.peel(list);
        if (node instanceof ListLiteralContext literal) {
            return literal.expression().stream().mapToDouble(this::read).sum();
        }
        double longest = node instanceof ParameterContext ? parameters.element() : 0;
        return Math.max(size(list), squared(longest) / DIGITS);
    }

    /** Each letter is looked for among those that are taken away. */
    private double trimmed(List<? extends ParseTree> texts) {
        double all = texts.stream().mapToDouble(this::size).sum();
        double product = texts.stream().mapToDouble(this::size).reduce(1, (one, other) -> one * other);
        return texts.size() > 1 && product > Growth.STORED * Growth.STORED ? product : all;
    }

    private double ofComparison(ParseTree left, ComparisonExpression6Context operation) {
        if (!(operation instanceof StringAndListComparisonContext comparison)) {
            if (operation instanceof NormalFormComparisonContext) {
                return squared(size(left));
            }
            return operation instanceof NullComparisonContext ? 0 : size(left);
        }
        ParseTree right = comparison.expression6();
        if (comparison.REGEQ() != null) {
            return RegularExpression.tries(comparison, size(left));
        }
        if (comparison.IN() != null) {
            return size(left) + (remembered.isCheap(comparison) ? 0 : soughtIn(right, size(left)));
        }
        return comparison.CONTAINS() != null ? searched(left, right) : compared(List.of(left, right));
    }

    /** Each element differs from what is sought at the latest where that ends. */
    private double soughtIn(ParseTree list, double sought) {
        return Math.min(size(list), lengths.of(list) * Math.max(1, sought));
    }

    /** At worst each place in a text is compared with all that is sought; short texts are not that uniform. */
    private double searched(ParseTree text, ParseTree sought) {
        double places = size(text);
        double most = Math.min(places, size(sought));
        return most > Growth.STORED ? places * most : places;
    }

    /** Two values differ at the latest where the smaller ends. */
    private double compared(List<? extends ParseTree> values) {
        double all = values.stream().mapToDouble(this::whole).sum();
        return all - values.stream().mapToDouble(this::whole).max().orElse(0);
    }

    /** Of what was collected, Growth counts what stands in a row. */
    private double whole(ParseTree value) {
        return collected.isIn(value) ? Math.max(size(value), ListLength.UNKNOWN) : size(value);
    }

    /** With what it may equal, contain or begin with. */
    private double ofCase(ExtendedCaseExpressionContext choice) {
        double all = 0;
        for (ExtendedCaseAlternativeContext alternative : choice.extendedCaseAlternative()) {
            for (ParseTree when : alternative.extendedWhen()) {
                all += when instanceof WhenFormContext
                        ? squared(size(choice.expression(0)))
                        : searched(choice.expression(0), when);
            }
        }
        return all;
    }

    private void refuseTooMuch(double times, double size) {
        if (size <= PART_OF_THE_STEP) {
            return;
        }
        inAll += times * size;
        if (times * size > MOST || inAll > MOST_IN_ALL) {
            throw new GraphException.Refused(
                    "an expression goes through long texts or lists too often, which no time-out bounds; use UNWIND for"
                            + " what it walks, and shorten the texts that it looks into: left(text, 1000)");
        }
    }
}
