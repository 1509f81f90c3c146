package entente.export;

import entente.model.Entity;
import entente.model.Relationship;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON Graph Format, version 2: nodes by id, edges with an id that no edge of another type has and the type as their
 * {@code relation}; all that else is known is {@code metadata}, the relationship's own id among it.
 */
public final class Jgf implements GraphFormat {
    @Override
    public String mediaType() {
        return "application/vnd.jgf+json";
    }

    @Override
    public GraphWriter begin(Writer out) throws IOException {
        out.write("{\"graph\":{\"directed\":true,\"nodes\":{");
        return new JgfWriter(out);
    }

    private static final class JgfWriter implements GraphWriter {
        private final Writer out;
        private final JsonPieces nodes;
        private final Spool spool = new Spool();
        private final JsonPieces edges = new JsonPieces(spool);

        JgfWriter(Writer out) {
            this.out = out;
            this.nodes = new JsonPieces(out);
        }

        @Override
        public void entity(Entity entity) {
            Map<String, Object> node = new LinkedHashMap<>();
            node.put("label", Attributes.label(entity));
            node.put("metadata", Attributes.of(entity));
            nodes.put(entity.id(), node);
        }

        @Override
        public void relationship(Relationship relationship) {
            Map<String, Object> edge = new LinkedHashMap<>();
            edge.put("id", Attributes.uniqueId(relationship));
            edge.put("source", relationship.from());
            edge.put("target", relationship.to());
            edge.put("relation", relationship.type());
            edge.put("metadata", Attributes.of(relationship));
            edges.put(edge);
        }

        @Override
        public void finish(Map<String, ? extends @Nullable Object> about) throws IOException {
            out.write("},\"edges\":[");
            spool.copyTo(out);
            out.write("],\"metadata\":");
            PlainJson.write(about, out);
            out.write("}}\n");
            out.flush();
        }

        @Override
        public void close() throws IOException {
            spool.close();
        }
    }
}
