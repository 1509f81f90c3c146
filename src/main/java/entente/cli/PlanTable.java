package entente.cli;

import entente.graph.PlanStep;
import entente.model.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan as rows: each step, and below it, one level deeper, the steps whose rows it takes. */
final class PlanTable {
    private PlanTable() {}

    static Table of(PlanStep plan) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        add(plan, 0, rows);
        return new Table(List.of("level", "operator", "details", "estimatedRows"), rows, false);
    }

    private static void add(PlanStep step, long level, List<List<@Nullable Object>> rows) {
        rows.add(List.of(level, step.operator(), step.details(), step.estimatedRows()));
        step.children().forEach(child -> add(child, level + 1, rows));
    }
}
