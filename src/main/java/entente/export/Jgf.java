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
    public GraphWriter begin(Writer out) {
        return new JgfWriter(out);
    }

    /** Nothing goes out before all is there: whoever takes it slowly keeps nobody from the graph. */
    private static final class JgfWriter implements GraphWriter {
        private final Writer out;
        private final Spool ofNodes = new Spool();
        private final Spool ofEdges = new Spool();
        private final JsonPieces nodes = new JsonPieces(ofNodes);
        private final JsonPieces edges = new JsonPieces(ofEdges);

        JgfWriter(Writer out) {
            this.out = out;
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
            out.write("{\"graph\":{\"directed\":true,\"nodes\":{");
            ofNodes.copyTo(out);
            out.write("},\"edges\":[");
            ofEdges.copyTo(out);
            out.write("],\"metadata\":");
            PlainJson.write(about, out);
            out.write("}}\n");
            out.flush();
        }

        @Override
        public void close() throws IOException {
            try (ofNodes) {
                ofEdges.close();
            }
        }
    }
}
