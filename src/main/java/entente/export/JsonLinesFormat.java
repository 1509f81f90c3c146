package entente.export;

import entente.model.Table;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One JSON object a row, keyed by column, each on a line of its own. */
public final class JsonLinesFormat implements TableFormat {
    @Override
    public void write(Table table, Writer out) throws IOException {
        for (List<@Nullable Object> row : table.rows()) {
            PlainJson.writeRow(table.columns(), row, out);
            out.write('\n');
        }
        out.flush();
    }
}
