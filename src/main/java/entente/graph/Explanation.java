package entente.graph;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;
import org.neo4j.driver.summary.Plan;
import org.neo4j.driver.summary.QueryType;
import org.neo4j.driver.summary.ResultSummary;

/**
 * What the database says of a statement that it was asked to explain.
 *
 * @param readOnly whether the database counts it as a read; it does so for more than this package lets pass
 * @param columns what it returns, in order
 * @param parameters the names that it uses
 * @param operators every operator of its plan
 * @param procedures every procedure that it calls
 * @param unknown names in it that nothing in the graph bears
 */
record Explanation(
        boolean readOnly,
        List<String> columns,
        Set<String> parameters,
        Set<String> operators,
        Set<String> procedures,
        List<UnknownName> unknown) {
    private static final String PROCEDURE_CALL = "ProcedureCall";
    /** The GQL status of a statement that was explained without a value for each of its parameters. */
    private static final String PARAMETER_MISSING = "01N60";

    private static final Pattern PARAMETER = Pattern.compile("\\$`([^`]+)`");

    static Explanation of(List<String> columns, ResultSummary summary) {
        return new Explanation(
                summary.queryType() == QueryType.READ_ONLY,
                columns,
                missingParameters(summary),
                plans(summary).map(PlanStep::operator).collect(Collectors.toUnmodifiableSet()),
                plans(summary)
                        .filter(plan -> PlanStep.operator(plan).equals(PROCEDURE_CALL))
                        .map(Explanation::procedure)
                        .collect(Collectors.toUnmodifiableSet()),
                UnknownName.of(summary));
    }

    /** A statement is explained without parameters, and the database names those that it misses. */
    private static Set<String> missingParameters(ResultSummary summary) {
        return summary.gqlStatusObjects().stream()
                .filter(status -> status.gqlStatus().equals(PARAMETER_MISSING))
                .flatMap(status -> PARAMETER.matcher(status.statusDescription()).results())
                .map(parameter -> parameter.group(1))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<Plan> plans(ResultSummary summary) {
        return summary.queryPlan().stream().flatMap(Explanation::withChildren);
    }

    private static Stream<Plan> withChildren(Plan plan) {
        return Stream.concat(Stream.of(plan), plan.children().stream().flatMap(Explanation::withChildren));
    }

    /** The details of a call read {@code db.labels() :: (label :: STRING)}. */
    private static String procedure(Plan plan) {
        Value details = plan.arguments().getOrDefault("Details", Values.NULL);
        return details.asString("").replaceFirst("(?s)\\(.*", "").strip();
    }
}
