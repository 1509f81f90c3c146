package entente.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.tree.ParseTree;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.Expression2Context;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.FunctionInvocationContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ListComprehensionContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.RangePostfixContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.VariableContext;

/**
 * What of a statement is an entity as it is stored, or a list of entities, and no map or list that was computed. A name
 * is one only if it is so wherever it is given.
 */
final class Entities {
    private static final Set<String> GIVING_ONE = Set.of("startnode", "endnode");
    private static final Set<String> GIVING_LISTS = Set.of("nodes", "relationships");
    private static final Set<String> GIVING_SOME_OF_THEIR_LIST = Set.of("reverse", "tail");

    /** Names are given values before they are used, so that few rounds settle what people write. */
    private static final int MOST_ROUNDS = 30;

    /** All names that may yet be entities, or what a pattern finds that has no properties. */
    private final Set<String> found;

    /** All names that may yet be lists of these. */
    private final Set<String> lists;

    /** @param namings all of the statement */
    Entities(List<Naming> namings) {
        found = namings.stream().map(Naming::name).collect(Collectors.toCollection(HashSet::new));
        lists = new HashSet<>(found);
        for (int round = 0; excludeOthers(namings); round++) {
            if (round == MOST_ROUNDS) {
                found.clear();
                lists.clear();
            }
        }
    }

    /** @return whether a name was excluded, which may have been the reason for another */
    private boolean excludeOthers(List<Naming> namings) {
        int before = found.size() + lists.size();
        for (Naming naming : namings) {
            if (!mayBeOne(naming)) {
                found.remove(naming.name());
            }
            if (!mayBeList(naming)) {
                lists.remove(naming.name());
            }
        }
        return found.size() + lists.size() < before;
    }

    private boolean mayBeOne(Naming naming) {
        return switch (naming.way()) {
            case VALUE -> isOne(naming.source());
            case ELEMENT -> isList(naming.source());
            case FOUND, FOUND_LIST -> true;
            case OTHER -> false;
        };
    }

    private boolean mayBeList(Naming naming) {
        return switch (naming.way()) {
            case VALUE -> isList(naming.source());
            case FOUND_LIST -> true;
            case ELEMENT, FOUND, OTHER -> false;
        };
    }

    /** Whether this is a node or a relationship, or what has no properties at all. */
    boolean isOne(ParseTree expression) {
        ParseTree node = Syntax.peel(expression);
        return node instanceof VariableContext variable
                ? found.contains(Syntax.name(variable))
                : GIVING_ONE.contains(Syntax.function(node));
    }

    /** Whether each element of this is a node or a relationship, or has no properties at all. */
    private boolean isList(ParseTree expression) {
        ParseTree node = Syntax.peel(expression);
        if (node instanceof VariableContext variable) {
            return lists.contains(Syntax.name(variable));
        }
        if (node instanceof FunctionInvocationContext call) {
            return isListGivenBy(call);
        }
        if (node instanceof Expression2Context selection) {
            return selection.postFix().size() == 1
                    && selection.postFix(0) instanceof RangePostfixContext
                    && isList(selection.expression1());
        }
        return node instanceof ListComprehensionContext loop
                && (loop.barExp == null ? isList(ListLength.walked(loop)) : isOne(loop.barExp));
    }

    private boolean isListGivenBy(FunctionInvocationContext call) {
        String function = Syntax.function(call);
        List<? extends ParseTree> arguments = Syntax.arguments(call);
        return GIVING_LISTS.contains(function)
                || (function.equals("collect") && arguments.stream().allMatch(this::isOne))
                || (GIVING_SOME_OF_THEIR_LIST.contains(function)
                        && arguments.stream().allMatch(this::isList));
    }
}
