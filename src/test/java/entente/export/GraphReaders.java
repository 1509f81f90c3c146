package entente.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jgrapht.Graph;
import org.jgrapht.alg.util.Pair;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedPseudograph;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.BaseEventDrivenImporter;
import org.jgrapht.nio.GraphImporter;
import org.jgrapht.nio.gexf.SimpleGEXFImporter;
import org.jgrapht.nio.graphml.GraphMLImporter;

/** Reads each format with a reader that knows nothing of Entente. */
public final class GraphReaders {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A relationship as a file has it: what is not text is the text of its JSON. */
    public record Fact(String from, String to, Map<String, String> says) {
        String says(String name) {
            return String.valueOf(says.get(name));
        }
    }

    /**
     * A graph as a file has it.
     *
     * @param entities what each says, its id among it, in the way of a {@link Fact}
     */
    public record Found(List<Map<String, String>> entities, List<Fact> relationships) {}

    private GraphReaders() {}

    static Found json(String file) {
        JsonNode graph = parsed(file);
        return new Found(
                list(graph.path("nodes")).map(GraphReaders::ofNode).toList(),
                list(graph.path("relationships"))
                        .map(GraphReaders::ofRelationship)
                        .toList());
    }

    public static Found jsonLines(String file) {
        List<JsonNode> lines = file.lines().map(GraphReaders::parsed).toList();
        return new Found(
                lines.stream()
                        .filter(line -> line.has("node"))
                        .map(line -> ofNode(line.path("node")))
                        .toList(),
                lines.stream()
                        .filter(line -> line.has("relationship"))
                        .map(line -> ofRelationship(line.path("relationship")))
                        .toList());
    }

    /** The kind is the last of the labels. */
    private static Map<String, String> ofNode(JsonNode node) {
        Map<String, String> says = texts(node.path("properties"));
        JsonNode labels = node.path("labels");
        says.put("id", node.path("id").asText());
        says.put("labels", labels.toString());
        says.put("kind", labels.path(labels.size() - 1).asText());
        says.put("name", node.path("name").asText());
        return says;
    }

    private static Fact ofRelationship(JsonNode relationship) {
        Map<String, String> says = texts(relationship.path("properties"));
        says.put("id", relationship.path("id").asText());
        says.put("type", relationship.path("type").asText());
        return new Fact(
                relationship.path("from").asText(), relationship.path("to").asText(), says);
    }

    public static List<Fact> csv(String file) {
        return CsvReader.builder().ofNamedCsvRecord(file).stream()
                .map(GraphReaders::ofRow)
                .toList();
    }

    private static Fact ofRow(NamedCsvRecord row) {
        Map<String, String> says = new LinkedHashMap<>();
        row.getFieldsAsMap().forEach((name, value) -> {
            if (!value.isEmpty()) {
                says.put(name, name.equals("sources") ? asJson(value) : value);
            }
        });
        return new Fact(row.getField("from"), row.getField("to"), says);
    }

    private static String asJson(String joined) {
        return joined.startsWith("[") ? joined : PlainJson.text(List.of(joined.split("; ")));
    }

    public static Found jgf(String file) {
        JsonNode graph = parsed(file).path("graph");
        return new Found(
                graph.path("nodes").properties().stream()
                        .map(node -> withId(node.getKey(), texts(node.getValue().path("metadata"))))
                        .toList(),
                list(graph.path("edges"))
                        .map(edge -> new Fact(
                                edge.path("source").asText(),
                                edge.path("target").asText(),
                                texts(edge.path("metadata"))))
                        .toList());
    }

    public static Found cytoscape(String file) {
        JsonNode elements = parsed(file).path("elements");
        return new Found(
                list(elements.path("nodes"))
                        .map(node -> texts(node.path("data")))
                        .toList(),
                list(elements.path("edges"))
                        .map(edge -> ofCytoscape(edge.path("data")))
                        .toList());
    }

    private static Map<String, String> withId(String id, Map<String, String> says) {
        says.put("id", id);
        return says;
    }

    private static Fact ofCytoscape(JsonNode data) {
        Map<String, String> says = texts(data);
        says.put("id", says.get("relationshipId"));
        says.put("type", says.get("interaction"));
        return new Fact(data.path("source").asText(), data.path("target").asText(), says);
    }

    /** With the schema of GraphML, which JGraphT brings. */
    public static Found graphMl(String file) {
        GraphMLImporter<String, DefaultEdge> importer = new GraphMLImporter<>();
        importer.setSchemaValidation(true);
        importer.setVertexFactory(id -> id);
        return found(importer, importer, file);
    }

    public static Found gexf(String file) {
        SimpleGEXFImporter<String, DefaultEdge> importer = new SimpleGEXFImporter<>();
        importer.setSchemaValidation(false); // it brings that of 1.2
        importer.setVertexFactory(id -> id);
        return found(importer, importer, file);
    }

    private static Found found(
            BaseEventDrivenImporter<String, DefaultEdge> importer,
            GraphImporter<String, DefaultEdge> reader,
            String file) {
        Graph<String, DefaultEdge> graph = new DirectedPseudograph<>(DefaultEdge.class);
        Map<String, Map<String, String>> ofNodes = new LinkedHashMap<>();
        Map<DefaultEdge, Map<String, String>> ofEdges = new LinkedHashMap<>();
        importer.addVertexAttributeConsumer((node, value) -> say(node, value, ofNodes));
        importer.addEdgeAttributeConsumer((edge, value) -> say(edge, value, ofEdges));
        reader.importGraph(graph, new StringReader(file));
        return new Found(
                graph.vertexSet().stream()
                        .map(id -> withId(id, Objects.requireNonNull(ofNodes.get(id))))
                        .toList(),
                graph.edgeSet().stream()
                        .map(edge -> new Fact(
                                graph.getEdgeSource(edge),
                                graph.getEdgeTarget(edge),
                                Objects.requireNonNull(ofEdges.get(edge))))
                        .toList());
    }

    private static <T> void say(Pair<T, String> named, Attribute value, Map<T, Map<String, String>> says) {
        says.computeIfAbsent(named.getFirst(), key -> new LinkedHashMap<>()).put(named.getSecond(), value.getValue());
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (!value.isNull()) {
                texts.put(member.getKey(), value.isTextual() ? value.asText() : value.toString());
            }
        });
        return texts;
    }

    private static java.util.stream.Stream<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError("no JSON: " + text, malformed);
        }
    }
}
