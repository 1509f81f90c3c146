package entente.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import entente.model.Entity;
import entente.model.Relationship;
import entente.model.Table;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * CSV as RFC 4180 has it, the columns' names first.
 *
 * <ul>
 *   <li>null is an empty cell, an empty text a quoted one.
 *   <li>A list of single values is these joined by {@code "; "}. JSON is the format that keeps items apart whatever
 *       they hold.
 *   <li>An entity, a relationship, a map, and a list that holds any of them is its JSON.
 *   <li>Text is written as it is, also where a spreadsheet would take it for a formula: a cell that is altered would be
 *       another fact. Import it as text.
 * </ul>
 */
public final class CsvFormat implements TableFormat {
    @Override
    public String mediaType() {
        return "text/csv";
    }

    @Override
    public void write(Table table, Writer out) throws IOException {
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(out);
        csv.writeRecord(table.columns());
        for (List<@Nullable Object> row : table.rows()) {
            List<@Nullable String> cells = new ArrayList<>(row.size());
            row.forEach(value -> cells.add(cell(value)));
            csv.writeRecord(cells);
        }
        csv.flush();
    }

    private static @Nullable String cell(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof Collection<?> list && list.stream().noneMatch(CsvFormat::isNested)) {
            return list.stream().map(String::valueOf).collect(Collectors.joining("; "));
        }
        return isNested(value) ? PlainJson.text(value) : value.toString();
    }

    private static boolean isNested(@Nullable Object value) {
        return value instanceof Map
                || value instanceof Collection
                || value instanceof Entity
                || value instanceof Relationship;
    }
}
