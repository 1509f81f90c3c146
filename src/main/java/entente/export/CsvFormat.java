package entente.export;

import entente.model.Table;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CSV as RFC 4180 has it, the columns' names first.
 *
 * <ul>
 *   <li>null is an empty cell, an empty text a quoted one.
 *   <li>A list of single values is these joined by {@code "; "}. Where an item holds a semicolon itself, it is the
 *       list's JSON.
 *   <li>An entity, a relationship, a map, and a list that holds any of them is its JSON.
 *   <li>Text is written as it is, also where a spreadsheet would take it for a formula: a cell that is altered would be
 *       another fact. Import it as text, or ask for a safe file, whose cells are no formulas and all in quotes.
 * </ul>
 */
public final class CsvFormat implements TableFormat {
    /** What a {@code Content-Type} says of it (RFC 4180, section 3): the first line names the columns. */
    public static final String CONTENT_TYPE = "text/csv; charset=utf-8; header=present";

    private final boolean safe;

    /** Writes text as it is. */
    public CsvFormat() {
        this(false);
    }

    /** @param safe whether an apostrophe is put before what a spreadsheet would take for a formula */
    public CsvFormat(boolean safe) {
        this.safe = safe;
    }

    @Override
    public void write(Table table, Writer out) throws IOException {
        CsvCells csv = new CsvCells(out, safe);
        csv.write(table.columns());
        for (List<@Nullable Object> row : table.rows()) {
            csv.write(row);
        }
        csv.flush();
    }
}
