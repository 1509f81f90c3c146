package entente.graph;

import entente.model.EntityKind;
import entente.model.PropertyType;
import entente.model.RelationshipType;
import entente.model.Vocabulary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.CollectExpressionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.Expression2Context;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.FunctionInvocationContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.IndexPostfixContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ListComprehensionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ListItemsPredicateContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ListLiteralContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.MapContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.MapProjectionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.MapProjectionElementContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ParameterContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ParenthesizedPathContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.PatternComprehensionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.PatternElementContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.PostFixContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.PropertyPostfixContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.RangePostfixContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ReduceExpressionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.RelationshipPatternContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ReturnItemContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ShortestPathExpressionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.StringLiteralContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.UnwindClauseContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.VariableContext;

/**
 * How many lists and maps may lie within each other in the value of an expression: none in a number, a text or an
 * entity, one in a list of them. What cannot be told counts as more than it may have, but for stored properties, which
 * are taken for lists only where the vocabulary that comes with Entente has them so.
 */
final class Nesting {
    private static final int NONE = 0;

    private static final int MOST_ROUNDS = 5;

    /** Of a list that a {@code reduce} wraps again in each step. */
    private static final int DEEP = 1_000;

    private static final Set<String> STORED_LISTS = storedLists(VocabularyFile.bundled());

    private static final Set<String> GIVE_ONE_OF_THEIR_ARGUMENTS =
            Set.of("coalesce", "max", "min", "nullif", "reverse", "tail");

    private static final Set<String> GIVE_A_LIST = Set.of(
            "keys",
            "labels",
            "nodes",
            "range",
            "relationships",
            "split",
            "tobooleanlist",
            "tofloatlist",
            "tointegerlist",
            "tostringlist");

    private final ListLength lengths;
    private final Map<String, Integer> parameters;
    private final boolean parametersNest;

    /** Whether going through the names once more would tell nothing new; otherwise nothing is known. */
    private final boolean settled;

    /** What clauses and patterns name; of a name that is given several values, the deepest counts. */
    private final Map<String, Integer> names = new HashMap<>();

    /** Of what a loop walks, by the loop. */
    private final Map<ParseTree, Integer> elements = new HashMap<>();

    /** What each {@code reduce} begins with. */
    private final Map<ParseTree, Integer> starts = new HashMap<>();

    /** Each {@code reduce} that makes more of what it keeps, of which and within which nothing can be told. */
    private final Set<ParseTree> growing = new HashSet<>();

    /** Of what maps that the statement writes hold under a key. */
    private final Map<String, Integer> keys = new HashMap<>();

    /** Those of them under which lists are held that may be long. */
    private final Set<String> made = new HashSet<>();

    /** @param parameters of those of the statement that are a list or a map, by their names */
    Nesting(ParseTree statement, ListLength lengths, Map<String, Integer> parameters) {
        this.lengths = lengths;
        this.parameters = parameters;
        this.parametersNest = parameters.values().stream().anyMatch(depth -> depth > 1);
        settled = settle(statement);
    }

    private static Set<String> storedLists(Vocabulary vocabulary) {
        Stream<Map<String, PropertyType>> ofKinds =
                vocabulary.kinds().values().stream().map(EntityKind::properties);
        Stream<Map<String, PropertyType>> ofTypes =
                vocabulary.types().values().stream().map(RelationshipType::properties);
        Set<String> lists = new HashSet<>(Set.of("aliases", "sources"));
        Stream.concat(ofKinds, ofTypes)
                .forEach(properties -> properties.forEach((name, type) -> {
                    if (type instanceof PropertyType.Texts) {
                        lists.add(name);
                    }
                }));
        return lists;
    }

    /** Whether the value of an expression may be a list or a map. */
    boolean isIn(ParseTree expression) {
        return !settled || of(expression) > NONE;
    }

    /** What a loop keeps it hands to its next step, and so what a name stands for may depend on what comes behind. */
    private boolean settle(ParseTree statement) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Object> before = List.of(
                    Map.copyOf(names), Map.copyOf(keys), Map.copyOf(elements), Map.copyOf(starts), Set.copyOf(growing));
            nameAll(statement);
            if (before.equals(List.of(names, keys, elements, starts, growing))) {
                return true;
            }
        }
        return false;
    }

    private void nameAll(ParseTree node) {
        if (Iteration.isIterating(node)) {
            nameLoop((ParserRuleContext) node);
            return;
        }
        for (int child = 0; child < node.getChildCount(); child++) {
            nameAll(node.getChild(child));
        }
        if (node instanceof ReturnItemContext item && item.variable() != null) {
            name(item.variable(), of(item.expression()));
        } else if (node instanceof UnwindClauseContext unwind) {
            name(unwind.variable(), element(of(unwind.expression())));
        } else if (node instanceof MapContext map) {
            for (int entry = 0; entry < map.expression().size(); entry++) {
                key(map.propertyKeyName(entry), map.expression(entry));
            }
        } else if (node instanceof MapProjectionElementContext part) {
            nameProjected(part);
        } else {
            nameRepeated(node);
        }
    }

    private void nameLoop(ParserRuleContext loop) {
        ParseTree list = ListLength.walked(loop);
        nameAll(list);
        elements.put(loop, element(of(list)));
        if (loop instanceof ReduceExpressionContext reduce) {
            nameReduce(reduce);
        } else {
            loop.children.stream().filter(child -> child != list).forEach(this::nameAll);
        }
    }

    private void nameReduce(ReduceExpressionContext reduce) {
        ParseTree start = reduce.expression(0);
        ParseTree step = reduce.expression(2);
        nameAll(start);
        int before = of(start);
        starts.put(reduce, before);
        nameAll(step);
        if (of(step) > before) {
            growing.add(reduce);
        }
    }

    private void nameProjected(MapProjectionElementContext part) {
        if (part.expression() != null) {
            key(part.propertyKeyName(), part.expression());
        } else if (part.variable() != null) {
            key(part.variable(), part.variable());
        }
    }

    /** What a pattern matches again and again is a list of what it matched. */
    private void nameRepeated(ParseTree node) {
        boolean repeated =
                (node instanceof RelationshipPatternContext relationship && relationship.pathLength() != null)
                        || (node instanceof ParenthesizedPathContext path && path.quantifier() != null)
                        || (node instanceof PatternElementContext pattern
                                && !pattern.quantifier().isEmpty());
        if (repeated) {
            nameLists(node);
        }
    }

    private void nameLists(ParseTree pattern) {
        if (pattern instanceof VariableContext variable) {
            name(variable, 1);
        }
        for (int child = 0; child < pattern.getChildCount(); child++) {
            nameLists(pattern.getChild(child));
        }
    }

    private void name(ParseTree variable, int depth) {
        names.merge(Syntax.name(variable), depth, Math::max);
    }

    private void key(ParseTree name, ParseTree value) {
        keys.merge(Syntax.name(name), of(value), Math::max);
        if (of(value) > NONE && lengths.of(value) > ListLength.SHORT) {
            made.add(Syntax.name(name));
        }
    }

    /**
     * Whether a part of a value may be a list of any length: one that the statement or a parameter makes. What is
     * stored is short.
     */
    boolean isMade(Expression2Context selection) {
        PostFixContext last = selection.postFix(selection.postFix().size() - 1);
        if (!(last instanceof PropertyPostfixContext property)) {
            return isIn(selection);
        }
        String key = Syntax.name(property.property().propertyKeyName());
        return !settled || made.contains(key) || parametersNest;
    }

    private int of(ParseTree tree) {
        ParseTree node = Syntax.peel(tree);
        if (node instanceof VariableContext variable) {
            return ofName(variable);
        }
        if (node instanceof ParameterContext parameter) {
            return parameters.getOrDefault(Syntax.name(parameter.parameterName()), NONE);
        }
        if (node instanceof ListLiteralContext || node instanceof MapContext || node instanceof MapProjectionContext) {
            return ofParts(node) + 1;
        }
        if (node instanceof ListComprehensionContext loop) {
            return loop.barExp == null ? of(ListLength.walked(loop)) : of(loop.barExp) + 1;
        }
        if (node instanceof PatternComprehensionContext pattern) {
            return of(pattern.barExp) + 1;
        }
        if (node instanceof CollectExpressionContext) {
            return ofReturned(node) + 1;
        }
        if (node instanceof ReduceExpressionContext reduce) {
            return growing.contains(reduce) ? DEEP : starts.getOrDefault(reduce, NONE);
        }
        if (node instanceof FunctionInvocationContext call) {
            return ofCall(call);
        }
        if (node instanceof Expression2Context selection) {
            return ofSelection(selection);
        }
        if (node instanceof ShortestPathExpressionContext) {
            return 1; // a path, or several
        }
        return node instanceof ListItemsPredicateContext || Numbers.isNumberOrTruth(node) ? NONE : ofParts(node);
    }

    private int ofName(VariableContext variable) {
        ParserRuleContext loop = Iteration.naming(variable);
        if (loop == null) {
            return names.getOrDefault(Syntax.name(variable), NONE);
        }
        if (isInGrowing(loop)) {
            return DEEP;
        }
        boolean kept = loop instanceof ReduceExpressionContext reduce
                && !Syntax.name(reduce.variable(1)).equals(Syntax.name(variable));
        return (kept ? starts : elements).getOrDefault(loop, NONE);
    }

    private boolean isInGrowing(ParseTree loop) {
        for (ParseTree around = loop; around != null && !growing.isEmpty(); around = around.getParent()) {
            if (growing.contains(around)) {
                return true;
            }
        }
        return false;
    }

    private int ofParts(ParseTree node) {
        int deepest = NONE;
        for (int child = 0; child < node.getChildCount(); child++) {
            deepest = Math.max(deepest, of(node.getChild(child)));
        }
        return deepest;
    }

    private int ofReturned(ParseTree subquery) {
        if (subquery instanceof ReturnItemContext item) {
            return of(item.expression());
        }
        int deepest = NONE;
        for (int child = 0; child < subquery.getChildCount(); child++) {
            deepest = Math.max(deepest, ofReturned(subquery.getChild(child)));
        }
        return deepest;
    }

    /** Functions that are not named here give a text, a number, a day, an entity or the like. */
    private int ofCall(FunctionInvocationContext call) {
        String function = Syntax.function(call);
        int arguments = Syntax.arguments(call).stream().mapToInt(this::of).max().orElse(NONE);
        if (GIVE_ONE_OF_THEIR_ARGUMENTS.contains(function)) {
            return arguments;
        }
        if (GIVE_A_LIST.contains(function)) {
            return 1;
        }
        return switch (function) {
            case "collect" -> arguments + 1;
            case "head", "last" -> element(arguments);
            case "properties" -> Math.max(2, arguments);
            default -> NONE;
        };
    }

    private int ofSelection(Expression2Context selection) {
        int depth = of(selection.expression1());
        for (PostFixContext part : selection.postFix()) {
            depth = ofPart(part, depth);
        }
        return depth;
    }

    private int ofPart(PostFixContext part, int whole) {
        if (part instanceof PropertyPostfixContext property) {
            return ofKey(Syntax.name(property.property().propertyKeyName()), whole);
        }
        if (part instanceof IndexPostfixContext index) {
            if (Syntax.peel(index.expression()) instanceof StringLiteralContext key) {
                String text = key.getText().substring(1, key.getText().length() - 1);
                return text.contains("\\") ? Math.max(1, element(whole)) : ofKey(text, whole);
            }
            return whole == NONE ? 1 : element(whole);
        }
        return part instanceof RangePostfixContext ? whole : NONE;
    }

    private int ofKey(String key, int whole) {
        int stored = STORED_LISTS.contains(key) ? 1 : NONE;
        int given = parametersNest || whole >= DEEP ? element(whole) : NONE;
        return Math.max(Math.max(stored, given), keys.getOrDefault(key, NONE));
    }

    private static int element(int list) {
        return list >= DEEP ? list : Math.max(NONE, list - 1);
    }
}
