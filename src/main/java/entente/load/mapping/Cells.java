package entente.load.mapping;

import java.util.List;
import java.util.Map;

/**
 * The cells of one row, by the names of the columns, and what lies around the table.
 *
 * @param line where the row begins in its file, from 1
 * @param columns the number of each column, from 0
 */
record Cells(int line, Map<String, Integer> columns, List<String> cells, Surroundings around) {
    /** What stands for the line of a row where no column is called so. */
    static final String LINE = "line number";

    /** What a row may be held against: the tables that it is joined with, and the codes of the graph's entities. */
    record Surroundings(Map<String, JoinedTable> joined, Codes codes) {}

    /** The cell as it is written; the column must be there, but for {@link #LINE}. */
    String cell(String column) {
        Integer index = columns.get(column);
        if (index == null && column.equals(LINE)) {
            return String.valueOf(line);
        }
        if (index == null) {
            throw new IllegalArgumentException("no column " + column);
        }
        return cells.get(index);
    }
}
