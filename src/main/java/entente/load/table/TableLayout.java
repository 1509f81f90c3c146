package entente.load.table;

import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a table is written, as far as it is said.
 *
 * @param separator between cells; null to tell it from the file's name or its first line
 * @param charset null for UTF-8, or what the byte-order mark says
 * @param header the line before the first row, which names the columns; 0 where the first line is a row already
 * @param columns their names instead of those in the file; none to take those
 */
public record TableLayout(
        @Nullable Character separator, @Nullable Charset charset, int header, List<String> columns) {
    /** What may stand between cells where nothing is said of it. */
    public static final List<Character> SEPARATORS = List.of(',', '\t', ';', '|');

    /** Nothing is said. */
    public static final TableLayout UNSAID = new TableLayout(null, null);

    /** The first line names the columns. */
    public TableLayout(@Nullable Character separator, @Nullable Charset charset) {
        this(separator, charset, 1, List.of());
    }

    /** How many lines stand before the names of the columns, or before the rows where the file's names do not count. */
    int linesBefore() {
        return columns.isEmpty() ? header - 1 : header;
    }
}
