package entente.export;

import entente.export.AttributeColumns.Declaration;
import entente.model.Entity;
import entente.model.Relationship;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * GraphML 1.0, as its schema has it, each property a typed key. Lists are JSON arrays in text, for which GraphML has no
 * type. The id of a relationship is its key {@code id}: an edge's own id could not hold it.
 */
public final class GraphMl implements GraphFormat {
    @Override
    public String mediaType() {
        return "application/graphml+xml";
    }

    @Override
    public GraphWriter begin(Writer out) {
        return new GraphMlWriter(out);
    }

    /** The keys come first in the file, and are known last. */
    private static final class GraphMlWriter implements GraphWriter {
        private final Writer out;
        private final Spool pieces = new Spool();
        private final AttributeColumns ofNodes = new AttributeColumns("n");
        private final AttributeColumns ofEdges = new AttributeColumns("e");

        GraphMlWriter(Writer out) {
            this.out = out;
        }

        @Override
        public void entity(Entity entity) {
            String id = XmlText.token(entity.id());
            Map<String, Object> attributes = Attributes.of(entity);
            attributes.remove("id", id); // the node's own id says it
            piece("<node id=\"" + id + "\">", ofNodes, attributes, "</node>\n");
        }

        @Override
        public void relationship(Relationship relationship) {
            String ends = "<edge source=\"" + XmlText.token(relationship.from()) + "\" target=\""
                    + XmlText.token(relationship.to()) + "\">";
            piece(ends, ofEdges, Attributes.of(relationship), "</edge>\n");
        }

        private void piece(String start, AttributeColumns columns, Map<String, Object> attributes, String end) {
            StringBuilder piece = new StringBuilder(start);
            attributes.forEach((name, value) -> piece.append("<data key=\"")
                    .append(columns.idFor(name, value))
                    .append("\">")
                    .append(XmlText.escaped(Attributes.text(value)))
                    .append("</data>"));
            pieces.put(piece.append(end));
        }

        @Override
        public void finish(Map<String, ? extends @Nullable Object> about) throws IOException {
            out.write("""
                    <?xml version="1.0" encoding="UTF-8"?>
                    <graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
                    xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
                    http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
                    <key id="about" for="graph" attr.name="about" attr.type="string"/>
                    """);
            declare("node", ofNodes);
            declare("edge", ofEdges);
            out.write("<graph id=\"entente\" edgedefault=\"directed\">\n<data key=\"about\">");
            out.write(XmlText.escaped(PlainJson.text(about)));
            out.write("</data>\n");
            pieces.copyTo(out);
            out.write("</graph>\n</graphml>\n");
            out.flush();
        }

        private void declare(String domain, AttributeColumns columns) throws IOException {
            for (Declaration key : columns.declarations()) {
                out.write("<key id=\"%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n"
                        .formatted(key.id(), domain, XmlText.token(key.name()), word(key.type())));
            }
        }

        private static String word(AttributeType type) {
            return type == AttributeType.TEXT || type == AttributeType.TEXTS
                    ? "string"
                    : type.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public void close() throws IOException {
            pieces.close();
        }
    }
}
