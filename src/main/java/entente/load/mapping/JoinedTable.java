package entente.load.mapping;

import java.util.List;
import java.util.Map;

/**
 * A table whose rows are found by the text of one column.
 *
 * @param columns those that are held, numbered from 0
 * @param rows by the text of the key column, without spaces around
 */
record JoinedTable(Map<String, Integer> columns, Map<String, List<List<String>>> rows) {
    /** A table that was left out: nothing is ever found in it. */
    static final JoinedTable NONE = new JoinedTable(Map.of(), Map.of());

    List<List<String>> rows(String key) {
        return rows.getOrDefault(key, List.of());
    }
}
