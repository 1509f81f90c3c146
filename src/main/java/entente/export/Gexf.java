package entente.export;

import entente.export.AttributeColumns.Declaration;
import entente.model.Entity;
import entente.model.Relationship;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * GEXF 1.3 with time, as Gephi reads it.
 *
 * <p>An edge has {@code start} and {@code end}, both of them days on which the relationship holds: GEXF's ends are
 * inclusive. An open end is left out. The properties {@code validFrom} and {@code validTo}, the day after the last, are
 * attributes beside them. The type is the edge's {@code kind}, so that edges of several types can join the same nodes;
 * lists are {@code liststring}.
 */
public final class Gexf implements GraphFormat {
    @Override
    public String mediaType() {
        return "application/gexf+xml";
    }

    @Override
    public GraphWriter begin(Writer out) {
        return new GexfWriter(out);
    }

    /** All nodes come before all edges, and what both declare before all nodes. */
    private static final class GexfWriter implements GraphWriter {
        private final Writer out;
        private final Spool nodes = new Spool();
        private final Spool edges = new Spool();
        private final AttributeColumns ofNodes = new AttributeColumns("n");
        private final AttributeColumns ofEdges = new AttributeColumns("e");

        GexfWriter(Writer out) {
            this.out = out;
        }

        @Override
        public void entity(Entity entity) {
            StringBuilder node = new StringBuilder("<node");
            attribute("id", entity.id(), node);
            attribute("label", Attributes.label(entity), node);
            values(Attributes.of(entity), ofNodes, node.append('>'));
            nodes.put(node.append("</node>\n"));
        }

        @Override
        public void relationship(Relationship relationship) {
            StringBuilder edge = new StringBuilder("<edge");
            attribute("id", Attributes.uniqueId(relationship), edge);
            attribute("source", relationship.from(), edge);
            attribute("target", relationship.to(), edge);
            attribute("kind", relationship.type(), edge);
            attribute("label", relationship.type(), edge);
            time(relationship.properties(), edge);
            values(Attributes.of(relationship), ofEdges, edge.append('>'));
            edges.put(edge.append("</edge>\n"));
        }

        private static void time(Map<String, @Nullable Object> properties, StringBuilder edge) {
            if (properties.get("validFrom") instanceof LocalDate first) {
                attribute("start", first.toString(), edge);
            }
            if (properties.get("validTo") instanceof LocalDate dayAfter) {
                attribute("end", dayAfter.minusDays(1).toString(), edge);
            }
        }

        private static void values(Map<String, Object> attributes, AttributeColumns columns, StringBuilder piece) {
            piece.append("<attvalues>");
            attributes.forEach((name, value) -> {
                piece.append("<attvalue");
                attribute("for", columns.idFor(name, value), piece);
                attribute("value", Attributes.text(value), piece);
                piece.append("/>");
            });
            piece.append("</attvalues>");
        }

        private static void attribute(String name, String value, StringBuilder piece) {
            piece.append(' ')
                    .append(name)
                    .append("=\"")
                    .append(XmlText.escaped(value))
                    .append('"');
        }

        @Override
        public void finish(Map<String, ? extends @Nullable Object> about) throws IOException {
            out.write("""
                    <?xml version="1.0" encoding="UTF-8"?>
                    <gexf xmlns="http://gexf.net/1.3" version="1.3">
                    <meta><creator>Entente</creator><description>%s</description></meta>
                    <graph mode="dynamic" timeformat="date" defaultedgetype="directed" idtype="string">
                    """.formatted(XmlText.escaped(PlainJson.text(about))));
            declare("node", ofNodes);
            declare("edge", ofEdges);
            out.write("<nodes>\n");
            nodes.copyTo(out);
            out.write("</nodes>\n<edges>\n");
            edges.copyTo(out);
            out.write("</edges>\n</graph>\n</gexf>\n");
            out.flush();
        }

        private void declare(String what, AttributeColumns columns) throws IOException {
            out.write("<attributes class=\"" + what + "\" mode=\"static\">\n");
            for (Declaration attribute : columns.declarations()) {
                StringBuilder declaration = new StringBuilder("<attribute");
                attribute("id", attribute.id(), declaration);
                attribute("title", attribute.name(), declaration);
                attribute("type", word(attribute.type()), declaration);
                out.append(declaration.append("/>\n"));
            }
            out.write("</attributes>\n");
        }

        private static String word(AttributeType type) {
            return switch (type) {
                case TEXT -> "string";
                case TEXTS -> "liststring";
                case BOOLEAN, LONG, DOUBLE -> type.name().toLowerCase(Locale.ROOT);
            };
        }

        @Override
        public void close() throws IOException {
            try (nodes) {
                edges.close();
            }
        }
    }
}
