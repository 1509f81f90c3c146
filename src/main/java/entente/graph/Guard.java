package entente.graph;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Decides which statements may be read. It asks the database what a statement would do and lets it pass only if
 * everything in the plan is known to do no more than read the graph: the database itself counts files, transactions of
 * others and its own settings as readable.
 *
 * <p>A verdict is kept for as long as this guard, since a statement's plan only changes with the schema.
 */
public final class Guard {
    private static final int KEPT_VERDICTS = 1_000;

    /**
     * What may precede a statement in a query text. None of it can be seen in a plan, and no statement begins so. A
     * text that begins otherwise than with a letter or a bracket hides what it begins with.
     */
    private static final Pattern BEFORE_A_STATEMENT =
            Pattern.compile("(?i)(?:\\b(?:EXPLAIN|PROFILE|CYPHER|USE)\\b|[^a-z(]).*", Pattern.DOTALL);

    private static final Pattern SPACE_AND_COMMENTS =
            Pattern.compile("^(?:\\s|//[^\\n]*(?:\\n|$)|/\\*.*?\\*/)+", Pattern.DOTALL);

    private final Graph graph;
    private final Map<String, Passed> verdicts = new ConcurrentHashMap<>();

    public Guard(Graph graph) {
        this.graph = graph;
    }

    /**
     * What a statement that may be read takes and gives.
     *
     * @param columns in the order of the statement
     * @param parameters the names of the parameters that it uses
     * @param ordered whether its plan puts the rows in an order
     */
    public record Passed(List<String> columns, Set<String> parameters, boolean ordered) {}

    /**
     * Lets a statement pass.
     *
     * @throws GraphException.Refused if it would do more than read the graph
     * @throws GraphException.Faulty if it is no statement
     */
    public Passed pass(String text) {
        Passed known = verdicts.get(text);
        if (known != null) {
            return known;
        }
        refuseWhatPrecedesAStatement(text);
        Passed reading = judge(graph.explain(text));
        if (verdicts.size() >= KEPT_VERDICTS) {
            verdicts.clear();
        }
        verdicts.put(text, reading);
        return reading;
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

    private static Passed judge(Explanation explanation) {
        if (!explanation.readOnly()) {
            throw new GraphException.Refused("the statement would write, and here statements only read");
        }
        refuseUnknown(explanation.operators(), ReadOperators.ALLOWED, "does what is not reading the graph");
        refuseUnknown(
                explanation.procedures(), ReadOperators.ALLOWED_PROCEDURES, "calls a procedure that is not allowed");
        return new Passed(
                explanation.columns(),
                explanation.parameters(),
                explanation.operators().stream().anyMatch(ReadOperators.ORDERING::contains));
    }

    private static void refuseUnknown(Set<String> found, Set<String> allowed, String reason) {
        Set<String> unknown = new TreeSet<>(found);
        unknown.removeAll(allowed);
        if (!unknown.isEmpty()) {
            throw new GraphException.Refused("the statement " + reason + ": " + String.join(", ", unknown));
        }
    }
}
