package entente.export;

import entente.model.Entity;
import entente.model.Relationship;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cytoscape.js JSON, which Cytoscape reads too. The id of an edge has its type in front, since it must differ from all
 * others; {@code relationshipId} is the relationship's own, {@code interaction} its type.
 */
public final class CytoscapeJson implements GraphFormat {
    @Override
    public String mediaType() {
        return "application/vnd.cytoscape.v3+json";
    }

    @Override
    public GraphWriter begin(Writer out) {
        return new CytoscapeWriter(out);
    }

    /** Nothing goes out before all is there: whoever takes it slowly keeps nobody from the graph. */
    private static final class CytoscapeWriter implements GraphWriter {
        private final Writer out;
        private final Spool ofNodes = new Spool();
        private final Spool ofEdges = new Spool();
        private final JsonPieces nodes = new JsonPieces(ofNodes);
        private final JsonPieces edges = new JsonPieces(ofEdges);

        CytoscapeWriter(Writer out) {
            this.out = out;
        }

        @Override
        public void entity(Entity entity) {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("id", entity.id());
            data.put("name", Attributes.label(entity));
            Attributes.of(entity).forEach(data::putIfAbsent);
            nodes.put(Map.of("data", data));
        }

        @Override
        public void relationship(Relationship relationship) {
            Map<String, Object> attributes = Attributes.of(relationship);
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("id", Attributes.uniqueId(relationship));
            data.put("source", relationship.from());
            data.put("target", relationship.to());
            data.put("interaction", attributes.remove("type"));
            data.put("relationshipId", attributes.remove("id"));
            attributes.forEach((name, value) -> data.put(Attributes.free(name, data), value));
            edges.put(Map.of("data", data));
        }

        @Override
        public void finish(Map<String, ? extends @Nullable Object> about) throws IOException {
            out.write("{\"format_version\":\"1.0\",\"generated_by\":\"Entente\",\"elements\":{\"nodes\":[");
            ofNodes.copyTo(out);
            out.write("],\"edges\":[");
            ofEdges.copyTo(out);
            out.write("]},\"data\":");
            PlainJson.write(about, out);
            out.write("}\n");
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
