package entente.export;

import entente.model.Table;
import java.io.IOException;
import java.io.Writer;

/**
 * A way to write a table down.
 *
 * <p>Formats that are rows and nothing else ({@link CsvFormat}, {@link JsonLinesFormat}) have no place for
 * {@link Table#truncated()}: whoever writes them says beside them that there is more.
 */
public interface TableFormat {
    /** Writes the whole table in Unicode and flushes; the writer stays open. */
    void write(Table table, Writer out) throws IOException;
}
