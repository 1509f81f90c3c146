package entente.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON Lines as {@link JsonLinesFormat} has them, and where there is something to be said of the rows as a whole, one
 * more object on the last line.
 */
public final class JsonLinesRows implements RowWriter {
    private final OutputStream out;
    private final JsonGenerator json;
    private List<String> columns = List.of();
    private boolean first = true;

    public JsonLinesRows(OutputStream out) throws IOException {
        this.out = out;
        this.json = PlainJson.FACTORY.createGenerator(out);
        json.setRootValueSeparator(new SerializedString("\n"));
    }

    @Override
    public void columns(List<String> names) {
        columns = names;
    }

    @Override
    public void row(List<@Nullable Object> values) {
        try {
            PlainJson.writeRow(columns, values, json);
            first = false;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void finish(Map<String, ? extends @Nullable Object> about) throws IOException {
        if (!about.isEmpty()) {
            PlainJson.write(about, json);
            first = false;
        }
        json.flush();
        if (!first) {
            out.write('\n');
        }
    }
}
