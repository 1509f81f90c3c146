package entente.graph;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ClauseContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.CommandContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.Expression2Context;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.Expression9Context;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.FunctionNameContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.LoadCSVClauseContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.NamespaceContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.OrderByContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.PathPatternNonEmptyContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.PatternElementContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ProcedureNameContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.RegularQueryContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ReturnBodyContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.ReturnItemContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.SingleQueryContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.StatementsContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.StringAndListComparisonContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.UseClauseContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.VariableContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.WhenStringOrListContext;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.WithClauseContext;

/**
 * Refuses what the grammar shows of a statement and its plan does not: <em>measured</em> on Neo4j 5.26, of a subquery
 * in a loop or in a {@code CASE} the plan shows nothing.
 */
final class StatementShape {
    /** Operators in one chain, and parts in one pattern, become as many levels for the database's planner. */
    private static final int LONGEST_CHAIN = 500;

    /**
     * <em>Measured</em>: a pattern of a hundred relationships is planned for ever, one of thirty until the time-out.
     */
    private static final int LONGEST_PATTERN = 100;

    /**
     * Where Neo4j's own functions are; all that are outside a namespace are its own too, since no plugin may put one
     * there. A plugin's functions may do anything, and a plan does not tell.
     */
    private static final Set<String> NAMESPACES =
            Set.of("date", "datetime", "duration", "localdatetime", "localtime", "point", "time", "vector.similarity");

    private static final Set<String> WRITING = Set.of(
            "CreateClauseContext",
            "DeleteClauseContext",
            "ForeachClauseContext",
            "InsertClauseContext",
            "MergeClauseContext",
            "RemoveClauseContext",
            "SetClauseContext");

    private StatementShape() {}

    /**
     * Looks at everything in a statement.
     *
     * @param parameters how large those of the statement may be
     * @throws GraphException.Refused if something in it may not be
     */
    static void check(StatementsContext statements, ParameterSize parameters) {
        if (statements.statement().size() != 1) {
            throw new GraphException.Refused("one statement is taken at a time");
        }
        checkTree(statements);
        ListLength lengths = new ListLength(statements);
        Remembered remembered =
                new Remembered(statements, lengths, new Nesting(statements, lengths, parameters.depths()));
        Iteration.check(statements, lengths, remembered);
        Effort.check(statements, lengths, remembered, parameters, Growth.check(statements, lengths, parameters));
    }

    private static void checkTree(ParseTree tree) {
        try {
            checkNode(tree);
        } catch (GraphException.Refused refused) {
            throw refused.in(tree);
        }
        for (int child = 0; child < tree.getChildCount(); child++) {
            checkTree(tree.getChild(child));
        }
    }

    private static void checkNode(ParseTree node) {
        if (node instanceof UseClauseContext) {
            throw new GraphException.Refused("USE is not taken: statements read the one graph that Entente keeps");
        }
        if (node instanceof ClauseContext clause) {
            checkClause(clause);
        }
        if (node instanceof LoadCSVClauseContext) {
            throw new GraphException.Refused("the statement does what is not reading the graph: LoadCSV");
        }
        if (node instanceof ProcedureNameContext procedure) {
            checkProcedure(qualified(procedure.namespace(), procedure.symbolicNameString()));
        }
        if (node instanceof CommandContext) {
            throw new GraphException.Refused("the statement is a command, and here statements only read the graph");
        }
        if (node instanceof FunctionNameContext function) {
            checkFunction(function);
        }
        if (node instanceof StringAndListComparisonContext comparison) {
            RegularExpression.check(comparison);
        }
        if (node instanceof WhenStringOrListContext when && when.REGEQ() != null) {
            throw new GraphException.Refused("write a regular expression behind WHEN as a condition: WHEN text =~ '…'");
        }
        if (node instanceof ParserRuleContext rule) {
            checkLength(rule);
        }
    }

    /** The database forgets of a write that no row reaches when it plans, and then remembers when it runs. */
    private static void checkClause(ClauseContext clause) {
        String kind = clause.getChild(0).getClass().getSimpleName();
        if (WRITING.contains(kind)) {
            throw new GraphException.Refused("the statement would write, and here statements only read");
        }
    }

    private static void checkProcedure(String name) {
        if (ReadOperators.ALLOWED_PROCEDURES.stream().noneMatch(name::equalsIgnoreCase)) {
            throw new GraphException.Refused("the statement calls a procedure that is not allowed: " + name);
        }
    }

    private static void checkFunction(FunctionNameContext function) {
        String name = qualified(function.namespace(), function.symbolicNameString());
        int end = name.lastIndexOf('.');
        if (end >= 0 && !NAMESPACES.contains(name.substring(0, end).toLowerCase(Locale.ROOT))) {
            throw new GraphException.Refused("the statement calls a function that is not allowed: " + name);
        }
    }

    private static String qualified(@Nullable NamespaceContext namespace, ParseTree name) {
        Stream<String> around = namespace == null
                ? Stream.of()
                : namespace.symbolicNameString().stream().map(Syntax::name);
        return Stream.concat(around, Stream.of(Syntax.name(name))).collect(Collectors.joining("."));
    }

    private static void checkLength(ParserRuleContext rule) {
        if (rule instanceof SingleQueryContext query) {
            checkPatterns(query);
        }
        if (isChain(rule) && rule.getChildCount() > 2 * LONGEST_CHAIN) {
            throw new GraphException.Refused("the statement chains too many operators; pass a list as a parameter");
        }
    }

    /** What nothing divides is planned together, in however many patterns it is written. */
    private static void checkPatterns(SingleQueryContext query) {
        int parts = 0;
        for (int child = 0; child < query.getChildCount(); child++) {
            ParseTree clause = query.getChild(child);
            boolean begins = clause.getChildCount() > 0
                    && clause.getChild(0) instanceof WithClauseContext with
                    && divides(with.returnBody());
            parts = (begins ? 0 : parts) + parts(clause);
            if (parts > LONGEST_PATTERN) {
                throw new GraphException.Refused(
                        "the statement has a pattern of too many parts; break it up by WITH DISTINCT");
            }
        }
    }

    /** A WITH that only hands variables on is nothing to the planner: it plans what is before and behind as one. */
    private static boolean divides(ReturnBodyContext with) {
        return with.DISTINCT() != null
                || with.orderBy() != null
                || with.skip() != null
                || with.limit() != null
                || with.returnItems().returnItem().stream().anyMatch(StatementShape::makesAnother);
    }

    private static boolean makesAnother(ReturnItemContext item) {
        ParseTree value = Syntax.peel(item.expression());
        return !(value instanceof VariableContext variable)
                || (item.variable() != null && !Syntax.name(variable).equals(Syntax.name(item.variable())));
    }

    /** How many nodes and relationships its patterns have; subqueries, which are looked at by themselves, apart. */
    private static int parts(ParseTree tree) {
        if (tree instanceof SingleQueryContext) {
            return 0;
        }
        boolean isPattern = tree instanceof PatternElementContext || tree instanceof PathPatternNonEmptyContext;
        int parts = isPattern ? tree.getChildCount() : 0;
        for (int child = 0; child < tree.getChildCount(); child++) {
            parts += parts(tree.getChild(child));
        }
        return parts;
    }

    /** Rules that are a chain, of operators or of parts, and not a list of things side by side. */
    private static boolean isChain(ParserRuleContext rule) {
        String name = rule.getClass().getSimpleName();
        return rule instanceof RegularQueryContext
                || rule instanceof Expression2Context
                || rule instanceof Expression9Context
                || name.startsWith("Expression")
                || name.startsWith("LabelExpression");
    }

    /** Whether the rows come in an order that the statement asks for. */
    static boolean isOrdered(ParseTree tree) {
        if (tree instanceof OrderByContext) {
            return true;
        }
        for (int child = 0; child < tree.getChildCount(); child++) {
            if (isOrdered(tree.getChild(child))) {
                return true;
            }
        }
        return false;
    }
}
