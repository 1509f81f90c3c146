package entente.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One JSON object: what is known before, {@code columns}, {@code rows}, and what is known at the end. */
public final class JsonRows implements RowWriter {
    private final OutputStream out;
    private final JsonGenerator json;
    private final Map<String, ? extends @Nullable Object> before;
    private List<String> columns = List.of();

    /** @param before the members of the object that come first */
    public JsonRows(OutputStream out, Map<String, ? extends @Nullable Object> before) throws IOException {
        this.out = out;
        this.json = PlainJson.FACTORY.createGenerator(out);
        this.before = before;
    }

    @Override
    public void columns(List<String> names) {
        columns = names;
        try {
            json.writeStartObject();
            members(before);
            PlainJson.writeField("columns", names, json);
            json.writeArrayFieldStart("rows");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void row(List<@Nullable Object> values) {
        try {
            PlainJson.writeRow(columns, values, json);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void finish(Map<String, ? extends @Nullable Object> about) throws IOException {
        json.writeEndArray();
        members(about);
        json.writeEndObject();
        json.flush();
        out.write('\n');
    }

    private void members(Map<String, ? extends @Nullable Object> members) throws IOException {
        for (Map.Entry<String, ? extends @Nullable Object> member : members.entrySet()) {
            PlainJson.writeField(member.getKey(), member.getValue(), json);
        }
    }
}
