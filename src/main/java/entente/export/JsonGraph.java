package entente.export;

import com.fasterxml.jackson.core.JsonGenerator;
import entente.model.Entity;
import entente.model.Relationship;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object: {@code {nodes, relationships, …}}, each as {@link PlainJson} writes it, and then what is told of the
 * graph as a whole. Nodes go out as they come, relationships when all nodes are there.
 */
public final class JsonGraph implements GraphFormat {
    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public GraphWriter begin(Writer out) throws IOException {
        return new Pieces(out);
    }

    private static final class Pieces implements GraphWriter {
        private final Writer out;
        private final JsonGenerator whole;
        private final Spool spool = new Spool();
        private final JsonGenerator relationships;

        Pieces(Writer out) throws IOException {
            this.out = out;
            this.whole = PlainJson.FACTORY.createGenerator(out);
            this.relationships = PlainJson.FACTORY.createGenerator(spool);
            whole.writeStartObject();
            whole.writeArrayFieldStart("nodes");
            relationships.writeStartArray();
        }

        @Override
        public void entity(Entity entity) {
            write(entity, whole);
        }

        @Override
        public void relationship(Relationship relationship) {
            write(relationship, relationships);
        }

        private static void write(Object piece, JsonGenerator json) {
            try {
                PlainJson.write(piece, json);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public void finish(Map<String, ? extends @Nullable Object> about) throws IOException {
            relationships.writeEndArray();
            relationships.flush();
            whole.writeEndArray();
            whole.writeFieldName("relationships");
            whole.writeRawValue("");
            whole.flush();
            spool.copyTo(out);
            for (Map.Entry<String, ? extends @Nullable Object> member : about.entrySet()) {
                PlainJson.writeField(member.getKey(), member.getValue(), whole);
            }
            whole.writeEndObject();
            whole.flush();
            out.write('\n');
            out.flush();
        }

        @Override
        public void close() throws IOException {
            spool.close();
        }
    }
}
