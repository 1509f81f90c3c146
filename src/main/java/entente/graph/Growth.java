package entente.graph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.CaseAlternativeContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.CaseExpressionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.CollectExpressionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.Expression2Context;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.Expression6Context;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ExpressionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ExtendedCaseAlternativeContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ExtendedCaseExpressionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.FunctionInvocationContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.IndexPostfixContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ListComprehensionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ListItemsPredicateContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ListLiteralContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.MapContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.MapProjectionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.NumberLiteralContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ParameterContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.PatternComprehensionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.PropertyPostfixContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ReduceExpressionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ReturnBodyContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ReturnClauseContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ReturnItemContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.StringLiteralContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.UnwindClauseContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.VariableContext;

/**
 * Refuses statements that make a text or a list out of all proportion. What one expression builds does not count as
 * memory of its transaction: <em>measured</em> on Neo4j 5.26, a {@code reduce} that doubles a text forty times, or
 * {@code replace(x, 'a', x)} on 32,000 characters, takes the whole heap, and a list appended to 10,000 times is never
 * read to its end.
 *
 * <p>The rule: sizes are estimated from the literals on through every name that is given a value, and nothing may
 * become larger than {@link #MOST}, nor all that has a name, as one row may hold it, than {@link #MOST_HELD}, nor a row
 * that is returned than {@link #MOST_RETURNED}. What a {@code reduce} keeps may not multiply, and where it grows, it
 * may go through {@link #MOST_APPENDED} elements. A list that was collected weighs little where it stands once, as the
 * memory of its transaction bounds it, and much wherever it is repeated.
 */
final class Growth {
    private static final double MOST = 20_000_000;
    private static final double MOST_APPENDED = 1_000;
    private static final double MOST_HELD = 5_000_000;
    private static final double MOST_RETURNED = 150_000;

    /** In characters, or elements. */
    static final double STORED = 1_000;

    /** A list that was collected, wherever it stands another time. */
    private static final double REPEATED = 21_000;

    private static final double NUMBER = 20;

    /** An identifier, or a moment with its time zone. */
    private static final double SMALL_VALUE = 50;

    /** What they give is small, whatever they make it of, and so is what those give that lie in a namespace. */
    private static final Set<String> GIVE_MOMENTS_AND_PLACES =
            Set.of("date", "datetime", "duration", "localdatetime", "localtime", "point", "time");

    private static final double MANY_ELEMENTS = 100;

    /** So much larger than all else that what it is multiplied by can be told. */
    static final double KEPT = 1e12;

    private final ListLength lengths;
    private final Collected collected;
    private final Ranges ranges;
    private final ParameterSize parameters;

    /** Of the expressions that were looked at, by what is in their brackets. */
    private final Map<ParseTree, Double> estimates = new HashMap<>();

    /** Of what has a name. */
    private final Map<String, Double> sizes = new HashMap<>();

    private boolean amongNumbers;

    /** What was collected and the clause has named already. */
    private Set<String> met = new HashSet<>();

    private boolean inLoop;

    /** What the loops around call the elements that they walk, whatever else bears the name. */
    private final Set<String> elements = new HashSet<>();

    private Growth(ParseTree statement, ListLength lengths, ParameterSize parameters) {
        this.lengths = lengths;
        this.collected = new Collected(statement);
        this.ranges = new Ranges(statement, lengths);
        this.parameters = parameters;
    }

    /**
     * Looks at everything in a statement.
     *
     * @param parameters how large they may be
     * @return the sizes of its expressions, by what is in their brackets
     * @throws GraphException.Refused if something in the statement may grow too large
     */
    static Map<ParseTree, Double> check(ParseTree statement, ListLength lengths, ParameterSize parameters) {
        Growth growth = new Growth(statement, lengths, parameters);
        growth.size(statement);
        return growth.estimates;
    }

    /** Of a size within a {@code reduce}, what is added to what that keeps. */
    static double withoutKept(double size) {
        return size % KEPT;
    }

    private double size(ParseTree tree) {
        ParseTree node = Syntax.peel(tree);
        try {
            double size = estimate(node);
            estimates.merge(node, size, Math::max);
            return size;
        } catch (GraphException.Refused refused) {
            throw refused.in(node);
        }
    }

    private double estimate(ParseTree node) {
        if (node instanceof VariableContext variable) {
            return ofName(Syntax.name(variable), "");
        }
        if (node instanceof StringLiteralContext literal) {
            return literal.getText().length() - 2.0;
        }
        if (node instanceof ParameterContext) {
            return parameters.all();
        }
        if (node instanceof ReduceExpressionContext reduce) {
            return ofReduce(reduce);
        }
        if (node instanceof ListComprehensionContext || node instanceof ListItemsPredicateContext) {
            return ofLoop((ParserRuleContext) node);
        }
        return node instanceof FunctionInvocationContext call ? ofCall(call) : ofParts(node);
    }

    private double ofParts(ParseTree node) {
        if (node instanceof UnwindClauseContext unwind) {
            double list = inClause(() -> size(unwind.expression()));
            return named(unwind.variable(), unwound(Syntax.peel(unwind.expression()), list));
        }
        if (node instanceof ReturnItemContext item) {
            return named(item.variable(), size(item.expression()));
        }
        if (node instanceof Expression2Context selection) {
            selection.postFix().forEach(this::size);
            return ofSelection(selection);
        }
        if (node instanceof ReturnBodyContext body) {
            refuseLargeRow(inClause(() -> sum(node)));
            // What it is sorted by is not handed on
            return Objects.requireNonNull(estimates.get(Syntax.peel(body.returnItems())));
        }
        if (node instanceof CaseExpressionContext || node instanceof ExtendedCaseExpressionContext) {
            return ofCase((ParserRuleContext) node);
        }
        if (node instanceof CollectExpressionContext || node instanceof PatternComprehensionContext) {
            refuseRanges(node);
        }
        double all = sum(node);
        refuse(
                node instanceof ReturnClauseContext && all > MOST_RETURNED && all < KEPT,
                "the statement returns a row that may be too large; return the elements of a list as rows, by UNWIND, and"
                        + " shorten what a text may become: left(text, 1000)");
        if (node instanceof NumberLiteralContext || Numbers.isNumberOrTruth(node)) {
            return number();
        }
        if (node instanceof Expression6Context) {
            return bounded(all, node);
        }
        return holds(node) ? bounded(all + elements(node) + 1) : all;
    }

    private static boolean holds(ParseTree node) {
        return node instanceof ListLiteralContext || node instanceof MapContext || node instanceof MapProjectionContext;
    }

    /** However little they are themselves, the list or the map refers to each. */
    private static double elements(ParseTree node) {
        return node.getChildCount() / 2.0;
    }

    /** A row may also hold whatever was named before, as each clause since may have handed it on. */
    private void refuseLargeRow(double made) {
        double held = sizes.values().stream().mapToDouble(Double::doubleValue).sum();
        refuse(
                Math.max(made, held) > MOST_HELD && held < KEPT,
                "the statement hands on a row that may be too large, of texts and lists that are too long together; make"
                        + " fewer of them for each row");
    }

    /** An element may be nearly all of its list, but where more is known of it. */
    private double unwound(ParseTree list, double whole) {
        if (list instanceof ParameterContext) {
            return parameters.element();
        }
        return Syntax.function(list).equals("range") ? NUMBER : whole;
    }

    /** What one clause names does not lie in a row beside what another does. */
    private double inClause(DoubleSupplier size) {
        Set<String> before = met;
        met = new HashSet<>();
        double all = size.getAsDouble();
        met = before;
        return all;
    }

    /** @param part which property of it is meant, or nothing */
    private double ofName(String name, String part) {
        double size = sizes.getOrDefault(name, STORED);
        boolean again = collected.isIn(name) && !elements.contains(name) && (inLoop || !met.add(name + part));
        return again ? Math.max(size, REPEATED) : size;
    }

    /** Properties of a map are different values, and an element of what was collected from rows is one of them. */
    private double ofSelection(Expression2Context selection) {
        ParseTree whole = Syntax.peel(selection.expression1());
        if (whole instanceof FunctionInvocationContext call
                && Syntax.function(call).equals("split")
                && selection.postFix(0) instanceof IndexPostfixContext) {
            double all = size(whole);
            // One piece of the text is no longer than that, which is estimated now, and must not be once more.
            return call.functionArgument().isEmpty()
                    ? all
                    : estimates.getOrDefault(Syntax.peel(Syntax.arguments(call).get(0)), all);
        }
        if (!(whole instanceof VariableContext variable)) {
            return size(whole);
        }
        String name = Syntax.name(variable);
        if (collected.isIn(name) && !collected.isIn(selection)) {
            return STORED;
        }
        return ofName(
                name,
                selection.postFix(0) instanceof PropertyPostfixContext
                        ? selection.postFix(0).getText()
                        : "");
    }

    private double number() {
        return amongNumbers ? 0 : NUMBER;
    }

    private double sum(ParseTree node) {
        double all = 0;
        for (int child = 0; child < node.getChildCount(); child++) {
            all += size(node.getChild(child));
        }
        return all;
    }

    private double named(@Nullable ParseTree variable, double size) {
        if (variable != null) {
            // A name may be given anew beside one that still reads what it was: the larger counts.
            sizes.merge(Syntax.name(variable), size, Math::max);
        }
        return size;
    }

    private double ofCase(ParserRuleContext choice) {
        double largest = 0;
        for (ParseTree child : choice.children) {
            double size = child instanceof CaseAlternativeContext || child instanceof ExtendedCaseAlternativeContext
                    ? ofAlternative((ParserRuleContext) child)
                    : size(child);
            boolean subject = choice instanceof ExtendedCaseExpressionContext && child == choice.getChild(1);
            largest = subject ? largest : Math.max(largest, size);
        }
        return largest;
    }

    private double ofAlternative(ParserRuleContext alternative) {
        double last = 0;
        for (ParseTree child : alternative.children) {
            last = size(child);
        }
        return last;
    }

    private double ofCall(FunctionInvocationContext call) {
        List<Double> arguments = Syntax.arguments(call).stream().map(this::size).toList();
        double all = arguments.stream().mapToDouble(Double::doubleValue).sum();
        return switch (Syntax.function(call)) {
            case "range" -> Math.min(ListLength.UNKNOWN, lengths.of(call));
            case "replace" ->
                arguments.size() < 3 ? all : bounded((arguments.get(0) + 1) * Math.max(1, arguments.get(2)));
            case "split" -> inLoop ? bounded(all * NUMBER) : all;
            case "left", "right" -> shortened(all, Syntax.arguments(call), 1);
            case "substring" -> shortened(all, Syntax.arguments(call), 2);
            case "collect" -> {
                refuseRanges(call);
                yield Math.max(STORED, all);
            }
            default -> {
                if (Numbers.isGivenBy(Syntax.function(call))) {
                    yield number();
                }
                yield arguments.isEmpty() || givesMomentOrPlace(call) ? SMALL_VALUE : all;
            }
        };
    }

    private static boolean givesMomentOrPlace(FunctionInvocationContext call) {
        String function = Syntax.function(call);
        return function.isEmpty() || GIVE_MOMENTS_AND_PLACES.contains(function);
    }

    private static double shortened(double text, List<ExpressionContext> arguments, int length) {
        return arguments.size() <= length
                ? text
                : Math.min(text, (double) Syntax.integer(arguments.get(length)).orElse(Long.MAX_VALUE));
    }

    private void refuseRanges(ParseTree collecting) {
        for (int child = 0; child < collecting.getChildCount(); child++) {
            refuse(
                    ranges.isIn(collecting.getChild(child)),
                    "the statement collects ranges, which together may be too large; use UNWIND range(…) AS x");
        }
    }

    private double ofLoop(ParserRuleContext loop) {
        ExpressionContext list = ListLength.walked(loop);
        double whole = ofWalked(list);
        double count = elements(list, whole);
        Map<String, Double> around = new HashMap<>(sizes);
        boolean within = inLoop;
        inLoop = true;
        String element = Syntax.name(loop.getRuleContext(VariableContext.class, 0));
        boolean entered = elements.add(element);
        sizes.put(element, once(list, whole) / count);
        double largest = whole;
        for (ParseTree child : loop.children) {
            boolean part = child instanceof ExpressionContext && child != list;
            largest = part ? Math.max(largest, ofRepeated(child, element, list, count)) : largest;
        }
        if (entered) {
            elements.remove(element);
        }
        inLoop = within;
        restore(around);
        return loop instanceof ListItemsPredicateContext ? number() : bounded(largest);
    }

    /** A list of any length that holds lists of any length is as long as their product, whatever the rows are like. */
    private double ofRepeated(ParseTree body, String element, ParseTree list, double count) {
        double estimate = size(body);
        double size = Numbers.isOneElement(body) ? 1 : estimate;
        double length = lengths.of(list);
        return length == ListLength.SHORT || !(collected.isRepeatedIn(body, element) || ranges.isIn(body))
                ? count * size
                : Math.min(length, ListLength.UNKNOWN) * Math.max(size, REPEATED);
    }

    /** As many as a list of unknown length may have, unless they come from rows: then some that are large. */
    private double elements(ParseTree list, double whole) {
        double length = lengths.of(list);
        if (length != ListLength.UNKNOWN) {
            return Math.max(1, length);
        }
        return whole >= KEPT || collected.isIn(list) ? MANY_ELEMENTS : Math.max(1, Math.min(length, whole));
    }

    /** Of a list that is gone through; the places in one that was collected are as many as what stands there. */
    private double ofWalked(ParseTree list) {
        double whole = size(list);
        boolean places = Syntax.function(Syntax.peel(list)).equals("range")
                && collected.isIn(list)
                && lengths.of(list) == ListLength.UNKNOWN;
        return places ? MANY_ELEMENTS * NUMBER : whole;
    }

    /** A list that stands another time weighs more, but its elements are what they were. */
    private double once(ParseTree list, double size) {
        return Syntax.peel(list) instanceof VariableContext variable
                ? Math.min(size, sizes.getOrDefault(Syntax.name(variable), STORED))
                : size;
    }

    private double ofReduce(ReduceExpressionContext reduce) {
        double start = size(reduce.expression(0));
        double whole = ofWalked(reduce.expression(1));
        boolean before = amongNumbers;
        amongNumbers = Syntax.isNumber(reduce.expression(0));
        Map<String, Double> around = new HashMap<>(sizes);
        sizes.put(Syntax.name(reduce.variable(0)), KEPT);
        ExpressionContext list = reduce.expression(1);
        sizes.put(Syntax.name(reduce.variable(1)), once(list, whole) / elements(list, whole));
        boolean within = inLoop;
        inLoop = true;
        double step = size(reduce.expression(2));
        inLoop = within;
        restore(around);
        amongNumbers = before;
        refuse(step >= 2 * KEPT, "a reduce multiplies what it keeps; use UNWIND and collect()");
        refuse(
                step > KEPT && lengths.of(list) > MOST_APPENDED,
                Syntax.isNumber(reduce.expression(0))
                        ? "a reduce adds up what may be texts; write toFloat(…) or toInteger(…) around what it adds, or say"
                                + " that it goes through 1,000 elements at the most: list[..1000]"
                        : "a reduce that makes a text or a list longer may go through 1,000 elements; say so:"
                                + " list[..1000]");
        double added = step > KEPT ? (step - KEPT) * lengths.of(list) : 0;
        return bounded(start + Math.max(added, step < KEPT ? step : 0));
    }

    /** The variables of a loop are not known outside of it. */
    private void restore(Map<String, Double> around) {
        sizes.clear();
        sizes.putAll(around);
    }

    /** Lists that were collected are not joined with themselves until nobody can go through them. */
    private double bounded(double size, ParseTree joined) {
        return bounded(size > MOST_RETURNED && size < KEPT && collected.isIn(joined) ? Math.max(size, 2 * MOST) : size);
    }

    private static double bounded(double size) {
        refuse(
                size > MOST && size < KEPT,
                "the statement makes a text or a list that may become too long; do not join it with itself, write"
                        + " out what replace() puts in, and use UNWIND for ranges");
        return size;
    }

    private static void refuse(boolean refused, String why) {
        if (refused) {
            throw new GraphException.Refused(why);
        }
    }
}
