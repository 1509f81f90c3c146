package entente.graph;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ProcedureResultItemContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.RelationshipPatternContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ReturnItemContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.UnwindClauseContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.VariableContext;

/**
 * One of the places where a statement gives a name to something. A name may be given anew, and in a subquery that has
 * names of its own: where it is read, any of these may be meant.
 *
 * @param source the expression of the value, the list of the element, or the pattern
 */
record Naming(String name, Way way, ParseTree source) {
    /** How something comes to its name. */
    enum Way {
        /** A clause gives the value of an expression. */
        VALUE,
        /** A clause or a loop goes through a list. */
        ELEMENT,
        /** A pattern finds it in the graph, or a procedure does. */
        FOUND,
        /** A pattern finds a list of relationships, one after the other. */
        FOUND_LIST,
        /** Nothing is known of it. */
        OTHER
    }

    /** All of a statement, in the order of its text. */
    static List<Naming> allOf(ParseTree statement) {
        List<Naming> all = new ArrayList<>();
        collect(statement, all);
        return all;
    }

    private static void collect(ParseTree node, List<Naming> all) {
        if (node instanceof ProcedureResultItemContext item && item.variable() == null) {
            all.add(new Naming(Syntax.name(item.symbolicNameString()), Way.FOUND, item));
        }
        for (int index = 0; index < node.getChildCount(); index++) {
            ParseTree child = node.getChild(index);
            Naming naming = child instanceof VariableContext variable ? of(variable, node) : null;
            if (naming != null) {
                all.add(naming);
            }
            collect(child, all);
        }
    }

    private static @Nullable Naming of(VariableContext variable, ParseTree node) {
        String name = Syntax.name(variable);
        return switch (node.getClass().getSimpleName()) {
            case "Expression1Context",
                    "MapProjectionContext",
                    "MapProjectionElementContext",
                    "SubqueryScopeContext",
                    "HintContext" -> null; // where a name is read
            case "ReturnItemContext" -> new Naming(name, Way.VALUE, ((ReturnItemContext) node).expression());
            case "UnwindClauseContext" -> new Naming(name, Way.ELEMENT, ((UnwindClauseContext) node).expression());
            case "ListComprehensionContext", "ListItemsPredicateContext" ->
                new Naming(name, Way.ELEMENT, ListLength.walked((ParserRuleContext) node));
            case "NodePatternContext", "PatternContext", "PatternComprehensionContext" ->
                new Naming(name, Way.FOUND, node);
            case "RelationshipPatternContext" ->
                new Naming(name, isRepeated((RelationshipPatternContext) node) ? Way.FOUND_LIST : Way.FOUND, node);
            default -> new Naming(name, Way.OTHER, node);
        };
    }

    private static boolean isRepeated(RelationshipPatternContext relationship) {
        return relationship.pathLength() != null;
    }
}
