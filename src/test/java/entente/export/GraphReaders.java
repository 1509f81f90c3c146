package entente.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedPseudograph;
import org.jgrapht.nio.BaseEventDrivenImporter;
import org.jgrapht.nio.GraphImporter;
import org.jgrapht.nio.gexf.SimpleGEXFImporter;
import org.jgrapht.nio.graphml.GraphMLImporter;

/** Reads each format with a reader that knows nothing of Entente. */
final class GraphReaders {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A relationship as a file has it: what is not text is the text of its JSON. */
    record Fact(String from, String to, Map<String, String> says) {
        String says(String name) {
            return String.valueOf(says.get(name));
        }
    }

    private GraphReaders() {}

    static List<Fact> json(String file) {
        return list(parsed(file).path("relationships"))
                .map(GraphReaders::ofRelationship)
                .toList();
    }

    static List<Fact> jsonLines(String file) {
        return file.lines()
                .map(GraphReaders::parsed)
                .filter(line -> line.has("relationship"))
                .map(line -> ofRelationship(line.path("relationship")))
                .toList();
    }

    private static Fact ofRelationship(JsonNode relationship) {
        Map<String, String> says = texts(relationship.path("properties"));
        says.put("id", relationship.path("id").asText());
        says.put("type", relationship.path("type").asText());
        return new Fact(
                relationship.path("from").asText(), relationship.path("to").asText(), says);
    }

    static List<Fact> csv(String file) {
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

    static List<Fact> jgf(String file) {
        return list(parsed(file).path("graph").path("edges"))
                .map(edge -> new Fact(
                        edge.path("source").asText(), edge.path("target").asText(), texts(edge.path("metadata"))))
                .toList();
    }

    static List<Fact> cytoscape(String file) {
        return list(parsed(file).path("elements").path("edges"))
                .map(edge -> ofCytoscape(edge.path("data")))
                .toList();
    }

    private static Fact ofCytoscape(JsonNode data) {
        Map<String, String> says = texts(data);
        says.put("id", says.get("relationshipId"));
        says.put("type", says.get("interaction"));
        return new Fact(data.path("source").asText(), data.path("target").asText(), says);
    }

    /** With the schema of GraphML, which JGraphT brings. */
    static List<Fact> graphMl(String file) {
        GraphMLImporter<String, DefaultEdge> importer = new GraphMLImporter<>();
        importer.setSchemaValidation(true);
        importer.setVertexFactory(id -> id);
        return facts(importer, importer, file);
    }

    static List<Fact> gexf(String file) {
        SimpleGEXFImporter<String, DefaultEdge> importer = new SimpleGEXFImporter<>();
        importer.setSchemaValidation(false); // it brings that of 1.2
        importer.setVertexFactory(id -> id);
        return facts(importer, importer, file);
    }

    private static List<Fact> facts(
            BaseEventDrivenImporter<String, DefaultEdge> importer,
            GraphImporter<String, DefaultEdge> reader,
            String file) {
        Graph<String, DefaultEdge> graph = new DirectedPseudograph<>(DefaultEdge.class);
        Map<DefaultEdge, Map<String, String>> says = new LinkedHashMap<>();
        importer.addEdgeAttributeConsumer(
                (edge, value) -> says.computeIfAbsent(edge.getFirst(), key -> new LinkedHashMap<>())
                        .put(edge.getSecond(), value.getValue()));
        reader.importGraph(graph, new StringReader(file));
        List<Fact> facts = new ArrayList<>();
        graph.edgeSet()
                .forEach(edge -> facts.add(new Fact(
                        graph.getEdgeSource(edge), graph.getEdgeTarget(edge), Objects.requireNonNull(says.get(edge)))));
        return facts;
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
