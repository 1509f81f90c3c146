package entente.graph;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypher.internal.parser.v5.Cypher5Parser.StatementsContext;

/**
 * Decides which statements may be read. It reads a statement by the grammar of Cypher and refuses what no plan shows:
 * graphs of others, functions of plugins, what is so long or deep that the database would choke on it, and what neither
 * time-out nor memory limit ends because it happens within one expression: see {@link Iteration}, {@link Growth},
 * {@link Effort} and {@link RegularExpression}. Then it asks the database what the statement would do and lets it pass
 * only if everything in the plan is known to do no more than read the graph: the database itself counts files,
 * transactions of others and its own settings as readable.
 *
 * <p>A verdict is kept while the database and its schema stay what they are, which is looked at once a second.
 */
public final class Guard {
    /** How many characters a statement may have. */
    public static final int LONGEST = CypherParser.LONGEST;

    private static final Duration SCHEMA_HOLDS = Duration.ofSeconds(1);

    /**
     * What may precede a statement in a query text. None of it can be seen in a plan, and no statement begins so. A
     * text that begins otherwise than with a letter or a bracket hides what it begins with.
     */
    private static final Pattern BEFORE_A_STATEMENT =
            Pattern.compile("(?i)(?:\\b(?:EXPLAIN|PROFILE|CYPHER|USE)\\b|[^a-z(]).*", Pattern.DOTALL);

    private static final Pattern SPACE_AND_COMMENTS =
            Pattern.compile("^(?:\\s|//[^\\n]*+(?:\\n|$)|/\\*.*?\\*/)++", Pattern.DOTALL);

    private final Function<String, Explanation> explaining;
    private final SchemaVersion schema;
    private final Verdicts verdicts = new Verdicts();

    /** For statements of saved queries, and of whoever runs Entente. */
    public Guard(Graph graph) {
        this(graph, SCHEMA_HOLDS);
    }

    /** For statements of clients, which take no more of the graph's places for being judged than for being run. */
    public static Guard ofStrangers(Graph graph) {
        return new Guard(graph, SCHEMA_HOLDS, graph::explainOfStranger);
    }

    Guard(Graph graph, Duration schemaHolds) {
        this(graph, schemaHolds, graph::explain);
    }

    private Guard(Graph graph, Duration schemaHolds, Function<String, Explanation> explaining) {
        this.explaining = explaining;
        this.schema = new SchemaVersion(graph, schemaHolds);
    }

    /**
     * What a statement that may be read takes and gives.
     *
     * @param columns in the order of the statement
     * @param parameters the names of the parameters that it uses
     * @param ordered whether it asks for its rows in an order
     * @param unknown names in it that nothing in the graph bears
     */
    public record Passed(List<String> columns, Set<String> parameters, boolean ordered, List<UnknownName> unknown) {}

    /**
     * Lets a statement pass whose parameters are given their values later; see {@link #confirm}.
     *
     * @throws GraphException.Refused if it would do more than read the graph, or more than can be bounded
     * @throws GraphException.Faulty if it is no statement
     */
    public Passed pass(String text) {
        return pass(text, ParameterSize.SMALL);
    }

    /**
     * Lets a statement that has passed without values be run with these.
     *
     * @throws GraphException.Refused if they are so large that what it does with them cannot be bounded
     */
    public void confirm(String text, Map<String, ? extends @Nullable Object> parameters) {
        ParameterSize size = ParameterSize.of(parameters);
        if (!ParameterSize.SMALL.covers(size)) {
            pass(text, size);
        }
    }

    /**
     * Lets a statement pass with the values of its parameters. What it may do with them depends on how large they are.
     *
     * @throws GraphException.Refused if it would do more than read the graph, or more than can be bounded
     * @throws GraphException.Faulty if it is no statement
     */
    public Passed pass(String text, Map<String, ? extends @Nullable Object> parameters) {
        return pass(text, ParameterSize.of(parameters));
    }

    private Passed pass(String text, ParameterSize parameters) {
        refuseTooLong(text);
        Object version = schema.current();
        Passed known = verdicts.find(text, parameters, version);
        if (known != null) {
            return known;
        }
        Passed passed = judge(text, parameters);
        verdicts.keep(text, parameters, version, passed);
        return passed;
    }

    private Passed judge(String text, ParameterSize parameters) {
        refuseWhatPrecedesAStatement(text);
        refuseHiddenCharacters(text);
        StatementsContext statements = CypherParser.parse(text);
        if (statements != null) {
            StatementShape.check(statements, parameters);
        }
        Explanation explanation = explaining.apply(text);
        if (statements == null) {
            throw new GraphException.Refused("the statement is in a Cypher that Entente does not know");
        }
        refuseMoreThanReading(explanation);
        return new Passed(
                explanation.columns(),
                explanation.parameters(),
                StatementShape.isOrdered(statements),
                explanation.unknown());
    }

    private static void refuseTooLong(String text) {
        if (text.length() > LONGEST) {
            throw new GraphException.Refused(
                    "the statement has %,d characters, and %,d are the most; pass large values as parameters"
                            .formatted(text.length(), LONGEST));
        }
    }

    private static void refuseWhatPrecedesAStatement(String text) {
        String statement = SPACE_AND_COMMENTS.matcher(text).replaceFirst("");
        if (statement.isEmpty()) {
            throw new GraphException.Refused("the statement is empty");
        }
        if (BEFORE_A_STATEMENT.matcher(statement).matches()) {
            throw new GraphException.Refused(
                    "a statement begins with a clause such as MATCH; EXPLAIN, PROFILE, CYPHER options and USE are not taken");
        }
    }

    /** A letter or a quote in disguise would make another statement of what the grammar is shown. */
    private static void refuseHiddenCharacters(String text) {
        CypherParser.ESCAPED_CHARACTER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(escape -> Integer.parseInt(escape.substring(escape.length() - 4), 16) < 0x80)
                .findAny()
                .ifPresent(escape -> {
                    throw new GraphException.Refused("write the character itself instead of " + escape);
                });
    }

    private static void refuseMoreThanReading(Explanation explanation) {
        if (!explanation.readOnly()) {
            throw new GraphException.Refused("the statement would write, and here statements only read");
        }
        refuseUnknown(explanation.operators(), ReadOperators.ALLOWED, "does what is not reading the graph");
        refuseUnknown(
                explanation.procedures(), ReadOperators.ALLOWED_PROCEDURES, "calls a procedure that is not allowed");
    }

    private static void refuseUnknown(Set<String> found, Set<String> allowed, String reason) {
        Set<String> unknown = new TreeSet<>(found);
        unknown.removeAll(allowed);
        if (!unknown.isEmpty()) {
            throw new GraphException.Refused("the statement " + reason + ": " + String.join(", ", unknown));
        }
    }
}
