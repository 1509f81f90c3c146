package entente.load.mapping;

import entente.load.document.Place;
import entente.load.mapping.Value.ColumnUse;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which rows a rule takes: those that fulfil all conditions.
 *
 * @param conditions none where it takes every row
 */
record Filter(List<Condition> conditions) {
    /**
     * What a column must hold.
     *
     * @param values compared without spaces around
     * @param negated whether it must hold none of them
     */
    record Condition(Place place, String column, Set<String> values, boolean negated) {}

    boolean takes(Cells row) {
        for (Condition condition : conditions) {
            if (condition.values().contains(row.cell(condition.column()).strip()) == condition.negated()) {
                return false;
            }
        }
        return true;
    }

    Stream<ColumnUse> columns(String table) {
        return conditions.stream().map(condition -> new ColumnUse(condition.place(), table, condition.column()));
    }
}
