package entente.load.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import entente.load.document.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One reading of a table, row by row. Whoever opens it closes it. */
public final class TableReading implements AutoCloseable {
    /** The cut line and a character more, so that the parser's own bound concerns fields in quotes alone. */
    private static final int LONGEST_PARSED = TableText.LONGEST_LINE + (1 << 16);

    private final TableFile file;
    private final TableInput input;
    private final TableText text;
    private final RowHandler handler;
    private final CsvReader<TableRow> parser;
    private final Iterator<TableRow> rows;
    private final List<String> columns;

    /** @throws MalformedTableException if the file has no proper header */
    TableReading(TableFile file, TableInput input, TableText text, TableLayout layout) {
        this.file = file;
        this.input = input;
        this.text = text;
        this.handler = new RowHandler(layout);
        this.parser = CsvReader.builder()
                .fieldSeparator(file.separator(layout, text))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LONGEST_PARSED)
                .build(handler, text);
        this.rows = parser.iterator();
        this.columns = layout.columns().isEmpty() ? header(layout) : layout.columns();
        handler.expect(columns.size());
    }

    /** The names of the columns, in their order, without spaces around. */
    public List<String> columns() {
        return columns;
    }

    /**
     * Reads a row; lines that hold nothing are passed over.
     *
     * @return null at the end, when the file was seen to be the same as in earlier readings
     * @throws MalformedTableException if what follows cannot be read
     */
    public @Nullable TableRow next() {
        TableRow row = read();
        if (row == null) {
            input.finish();
        }
        return row;
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<String> header(TableLayout layout) {
        TableRow row = read();
        if (row == null && layout.header() > 1) {
            throw fault(layout.header(), 1, "the file has no such line; \"header\" says that it names the columns");
        }
        if (row == null) {
            throw fault(1, 1, "there is nothing in this file; its first line must name the columns");
        }
        if (row.fault() != null) {
            TableRow.Fault wrong = Objects.requireNonNull(row.fault());
            throw fault(row.line(), wrong.column(), wrong.message());
        }
        List<String> names = names(row.cells());
        if (row.cells().stream().allMatch(String::isBlank)) {
            throw fault(row.line(), 1, "this line must name the columns, and names none");
        }
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < names.size(); index++) {
            String name = names.get(index);
            if (!seen.add(name)) {
                throw fault(
                        row.line(),
                        index + 1,
                        "two columns are called \"" + name + "\": " + (names.indexOf(name) + 1) + " and "
                                + (index + 1));
            }
        }
        return names;
    }

    /** R and pandas leave the column of row numbers without a name; such a one goes by its place. */
    private static List<String> names(List<String> cells) {
        List<String> names = new ArrayList<>();
        cells.forEach(cell -> names.add(cell.isBlank() ? "column " + (names.size() + 1) : cell.strip()));
        return names;
    }

    /** Null where the line follows that the text ends with. */
    private @Nullable TableRow read() {
        try {
            TableRow row = rows.next();
            if (handler.isOpen() && !rows.hasNext()) {
                throw fault(row.line(), row.cells().size(), "the quote that opens in this cell is never closed");
            }
            return row.cells().size() == 1
                            && row.cells().get(0).equals(String.valueOf(TableText.END))
                            && !rows.hasNext()
                    ? null
                    : row;
        } catch (MalformedTableException malformed) {
            throw input.explained(malformed);
        } catch (UncheckedIOException failed) {
            throw input.explained(fault(text.place().line(), 1, "it cannot be read on: " + failed.getMessage()));
        } catch (CsvParseException malformed) {
            throw input.explained(explained(malformed));
        }
    }

    /** The parser wraps what it finds, and what was thrown while it read. */
    private MalformedTableException explained(CsvParseException malformed) {
        Throwable cause = malformed;
        while (cause.getCause() != null && !(cause instanceof MalformedTableException)) {
            cause = cause.getCause();
        }
        if (cause instanceof MalformedTableException own) {
            return own;
        }
        int line = handler.line();
        String found = String.valueOf(cause.getMessage());
        if (found.startsWith("Unexpected character after closing quote")) {
            return fault(
                    line,
                    handler.column(),
                    "a quote closes within the cell; a cell that begins with a quote ends with one, and those inside"
                            + " are written twice");
        }
        return fault(
                line,
                handler.column(),
                "the cell goes on for more than " + (TableText.LONGEST_LINE >> 20)
                        + " million characters; a quote that opens here may never be closed");
    }

    private MalformedTableException fault(int line, int column, String message) {
        return new MalformedTableException(new Place(file.name(), line, column), message);
    }
}
