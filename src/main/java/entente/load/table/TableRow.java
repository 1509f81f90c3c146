package entente.load.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table.
 *
 * @param line where it begins, from 1; a cell in quotes may go on for several lines
 * @param cells as they are written, without quotes; as many as there are columns, unless there is a fault
 * @param fault what is wrong with it, or null
 */
public record TableRow(
        int line, List<String> cells, @Nullable Fault fault) {
    /**
     * What makes a row unusable.
     *
     * @param column the number of the cell, from 1
     */
    public record Fault(int column, String message) {}
}
