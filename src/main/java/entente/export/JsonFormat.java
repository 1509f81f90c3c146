package entente.export;

import entente.model.Table;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;

/** One JSON object: {@code {columns, rows, truncated}}, the rows as objects keyed by column. */
public final class JsonFormat implements TableFormat {
    @Override
    public void write(Table table, Writer out) throws IOException {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("columns", table.columns());
        whole.put("rows", table);
        whole.put("truncated", table.truncated());
        PlainJson.write(whole, out);
        out.write('\n');
        out.flush();
    }
}
