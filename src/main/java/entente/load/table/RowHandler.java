package entente.load.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import entente.load.table.TableRow.Fault;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes rows of the fields that the parser finds. A row that cannot be used is cut to what can be shown. */
final class RowHandler extends AbstractBaseCsvCallbackHandler<TableRow> {
    /** In characters. */
    static final int LONGEST_FIELD = 1 << 20;
    /** A row that is longer is cut, in characters. */
    private static final int LONGEST_ROW = TableText.LONGEST_LINE;

    private static final int MOST_COLUMNS = 10_000;
    private static final int SHOWN = 100;

    private final TableLayout layout;
    private int columns;
    private String[] cells = new String[16];
    private int count;
    private long length;
    private @Nullable Fault fault;
    private boolean open;

    RowHandler(TableLayout layout) {
        this.layout = layout;
    }

    /** Tells how many cells each row must have; before that, as many as it has. */
    void expect(int numberOfColumns) {
        columns = numberOfColumns;
    }

    /** The number of the cell that is being read. */
    int column() {
        return count + 1;
    }

    /** Whether the last cell of the row goes on to the end of the text. */
    boolean isOpen() {
        return open;
    }

    /** Where the row begins that is being read. */
    int line() {
        return layout.linesBefore() + Math.max(1, (int) getStartingLineNumber());
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        cells = new String[columns == 0 ? 16 : columns];
        count = 0;
        length = 0;
        fault = null;
        open = false;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int size, boolean quoted) {
        count++;
        length += size + 1L;
        open = quoted && size > 1 && buffer[offset + size - 2] == TableText.END;
        if (count > MOST_COLUMNS) {
            fault(MOST_COLUMNS, "the row has more than " + MOST_COLUMNS + " cells");
        } else if (length >= LONGEST_ROW) {
            fault(count, "the row has more than " + (LONGEST_ROW >> 20) + " million characters");
        } else if (size > LONGEST_FIELD) {
            fault(count, "the cell has more than a million characters");
        }
        if (count <= MOST_COLUMNS) {
            keep(new String(buffer, offset, fault == null ? size : Math.min(size, SHOWN)));
        }
    }

    private void keep(String cell) {
        if (cell.indexOf('\0') >= 0) {
            fault(count, "the cell holds a NUL character; remove it");
        }
        if (count > cells.length) {
            cells = Arrays.copyOf(cells, 2 * count);
        }
        cells[count - 1] = cell;
    }

    private void fault(int column, String message) {
        if (fault == null) {
            fault = new Fault(column, message);
        }
    }

    @Override
    protected TableRow buildRecord() {
        if (columns > 0 && count != columns) {
            fault(
                    Math.min(count, columns) + (count < columns ? 0 : 1),
                    "the row has " + cells(count)
                            + (layout.columns().isEmpty()
                                    ? ", and the header has " + columns
                                    : ", and the mapping names " + columns + " columns")
                            + "; a cell that holds the separator must stand in quotes");
        }
        int kept = Math.min(count, MOST_COLUMNS);
        List<String> row = Arrays.asList(cells.length == kept ? cells : Arrays.copyOf(cells, kept));
        return new TableRow(line(), row, fault);
    }

    private static String cells(int number) {
        return number == 1 ? "1 cell" : number + " cells";
    }
}
