package entente.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * CSV as {@link CsvFormat} has it. There is no place in it for what is to be told of the rows as a whole: whoever
 * writes it says that beside it, and can say it before, since nothing goes out until all is finished. Until then the
 * text is kept, and nothing of the rows.
 */
public final class CsvRows implements RowWriter, AutoCloseable {
    private final Writer out;
    private final Spool spool = new Spool();
    private final CsvCells csv;

    /** @param safe whether no cell may be a formula */
    public CsvRows(Writer out, boolean safe) {
        this.out = out;
        this.csv = new CsvCells(spool, safe);
    }

    @Override
    public void columns(List<String> names) {
        csv.write(names);
    }

    /** @throws SpoolException if it cannot be kept */
    @Override
    public void row(List<@Nullable Object> values) {
        csv.write(values);
    }

    /** @throws SpoolException if something could not be kept */
    @Override
    public void finish(Map<String, ? extends @Nullable Object> about) throws IOException {
        csv.flush();
        spool.copyTo(out);
        out.flush();
    }

    /** Gives up what is kept; the writer stays open. */
    @Override
    public void close() throws IOException {
        spool.close();
    }
}
