package entente.load.mapping;

import java.util.List;
import java.util.Map;

/**
 * The cells of one row, by the names of the columns, and what lies around the table.
 *
 * @param columns the number of each column, from 0
 */
record Cells(Map<String, Integer> columns, List<String> cells, Surroundings around) {
    /** What a row may be held against: the tables that it is joined with, and the codes of the graph's entities. */
    record Surroundings(Map<String, JoinedTable> joined, Codes codes) {}

    /** The cell as it is written; the column must be there. */
    String cell(String column) {
        Integer index = columns.get(column);
        if (index == null) {
            throw new IllegalArgumentException("no column " + column);
        }
        return cells.get(index);
    }
}
