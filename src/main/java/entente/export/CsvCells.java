package entente.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import entente.model.Entity;
import entente.model.Relationship;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as RFC 4180 has it.
 *
 * <p>A safe file cannot hold a formula: as OWASP advises against CSV injection, a text that begins as one gets an
 * apostrophe in front, and every cell stands in quotes, so that none ends early where another mark separates cells.
 */
final class CsvCells {
    private static final String SEPARATOR = "; ";
    /** The beginnings of formulas, the full-width ones of East Asian keyboards among them. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final CsvWriter csv;
    private final boolean safe;

    CsvCells(Writer out, boolean safe) {
        this.safe = safe;
        this.csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(safe ? QuoteStrategies.ALWAYS : QuoteStrategies.EMPTY)
                .build(out);
    }

    void write(List<? extends @Nullable Object> record) {
        List<@Nullable String> cells = new ArrayList<>(record.size());
        // Readers skip a line without a character, so a record that is a null alone gets the marks of an empty text.
        String absent = record.size() == 1 ? "" : null;
        record.forEach(value -> cells.add(value == null ? absent : cell(value)));
        csv.writeRecord(cells);
    }

    void flush() throws IOException {
        csv.flush();
    }

    private String cell(Object value) {
        String text = PlainJson.wellFormed(text(value));
        boolean formula = safe && !(value instanceof Number) && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }

    private static String text(Object value) {
        if (value instanceof Collection<?> list && list.stream().allMatch(CsvCells::canBeJoined)) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(SEPARATOR));
        }
        return isNested(value) ? PlainJson.text(value) : value.toString();
    }

    /** A null would read as the text "null". */
    private static boolean canBeJoined(@Nullable Object item) {
        return item != null && !isNested(item) && !item.toString().contains(";");
    }

    private static boolean isNested(@Nullable Object value) {
        return value instanceof Map
                || value instanceof Collection
                || value instanceof Entity
                || value instanceof Relationship;
    }
}
