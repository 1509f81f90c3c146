package entente.graph;

import java.util.List;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;
import org.neo4j.driver.summary.Plan;

/**
 * A step of the database's plan for a statement.
 *
 * @param operator by the name that Neo4j's manual gives it
 * @param details what it works on, as the database words it; empty where it says nothing
 * @param estimatedRows how many rows the database expects it to give
 * @param children the steps whose rows it takes
 */
public record PlanStep(String operator, String details, double estimatedRows, List<PlanStep> children) {
    static PlanStep of(Plan plan) {
        return new PlanStep(
                operator(plan),
                argument(plan, "Details").asString(""),
                argument(plan, "EstimatedRows").asDouble(0),
                plan.children().stream().map(PlanStep::of).toList());
    }

    /** {@code Filter@neo4j} is the operator {@code Filter} on the database {@code neo4j}. */
    static String operator(Plan plan) {
        return plan.operatorType().replaceFirst("@.*", "");
    }

    private static Value argument(Plan plan, String name) {
        return plan.arguments().getOrDefault(name, Values.NULL);
    }
}
