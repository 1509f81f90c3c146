package entente.export;

import static entente.export.Graphs.SAMPLE;
import static entente.export.Graphs.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import entente.export.CsvGraph.Rows;
import entente.export.Graphs.Whole;
import entente.model.Entity;
import entente.model.Relationship;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What only one of the formats has. That each keeps what it must is tested in {@link RoundTripTest}. */
class GraphFormatsTest {
    @Test
    void gexfEndsOnTheLastDayThatHoldsAndLeavesOpenEndsOut() throws Exception {
        NodeList edges = edges(written(new Gexf(), SAMPLE));

        assertThat(((Element) edges.item(0)).getAttribute("start")).isEqualTo("2009-07-01");
        assertThat(((Element) edges.item(0)).getAttribute("end")).isEqualTo("2009-12-31");
        assertThat(((Element) edges.item(1)).hasAttribute("start")).isFalse();
        assertThat(((Element) edges.item(1)).hasAttribute("end")).isFalse();
    }

    @Test
    void gexfKeepsParallelEdgesApart() throws Exception {
        NodeList edges = edges(written(new Gexf(), SAMPLE));

        assertThat(List.of(0, 1, 2))
                .extracting(index -> ((Element) edges.item(index)).getAttribute("id"))
                .containsExactly("SUPPORTS/r1", "osh/SUPPORTS/kazakhstan/osh-base", "NEUTRAL_ON/r1");
        assertThat(List.of(0, 1, 2))
                .extracting(index -> ((Element) edges.item(index)).getAttribute("kind"))
                .containsExactly("SUPPORTS", "SUPPORTS", "NEUTRAL_ON");
    }

    @Test
    void gexfIsValid() throws Exception {
        Schema schema = gexfSchema();

        for (Whole graph : List.of(SAMPLE, new Whole(List.of(), List.of()))) {
            assertThatCode(() -> schema.newValidator()
                            .validate(new StreamSource(new StringReader(written(new Gexf(), graph)))))
                    .doesNotThrowAnyException();
        }
    }

    /** The schema of GEXF 1.2, which JGraphT brings, with what 1.3 changed of that which is used here. */
    private static Schema gexfSchema() throws Exception {
        String schema = resource("/gexf.xsd")
                .replace("http://www.gexf.net/1.2draft", "http://gexf.net/1.3")
                .replace("<xs:enumeration value=\"1.2\"/>", "<xs:enumeration value=\"1.3\"/>")
                .replace(
                        "<xs:attribute name=\"weight\" type=\"ns1:weight-type\"/>",
                        "<xs:attribute name=\"weight\" type=\"ns1:weight-type\"/>"
                                + "<xs:attribute name=\"kind\" type=\"xs:token\"/>");
        String viz = resource("/viz.xsd").replace("http://www.gexf.net/1.2draft", "http://gexf.net/1.3");
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(new Source[] {
            new StreamSource(new StringReader(viz)), new StreamSource(new StringReader(schema))
        });
    }

    private static String resource(String name) throws IOException {
        try (InputStream resource = Objects.requireNonNull(GraphFormatsTest.class.getResourceAsStream(name))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static NodeList edges(String gexf) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(gexf)))
                .getElementsByTagName("edge");
    }

    @Test
    void graphMlTypesItsKeys() {
        Whole graph = new Whole(
                List.of(
                        new Entity("a", List.of("Entity"), Map.of("size", 1L, "big", true, "either", 1L)),
                        new Entity("b", List.of("Entity"), Map.of("size", 2L, "share", 0.5, "either", "one")),
                        new Entity("c", List.of("Entity"), Map.of("size", 0.5))),
                List.of());

        assertThat(written(new GraphMl(), graph))
                .contains("attr.name=\"size\" attr.type=\"double\"")
                .contains("attr.name=\"big\" attr.type=\"boolean\"")
                .contains("attr.name=\"share\" attr.type=\"double\"")
                .contains("attr.name=\"either\" attr.type=\"string\"");
    }

    @Test
    void graphMlKeepsParallelEdgesApart() {
        assertThat(GraphReaders.graphMl(written(new GraphMl(), SAMPLE)).relationships())
                .extracting(fact -> fact.says("type") + " " + fact.says("id"))
                .containsExactlyInAnyOrder("SUPPORTS r1", "SUPPORTS osh/SUPPORTS/kazakhstan/osh-base", "NEUTRAL_ON r1");
    }

    @Test
    void jgfIsValid() throws IOException {
        com.networknt.schema.Schema schema;
        try (InputStream document =
                Objects.requireNonNull(GraphFormatsTest.class.getResourceAsStream("/schema/jgf-v2.schema.json"))) {
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(document);
        }

        assertThat(schema.validate(written(new Jgf(), SAMPLE), com.networknt.schema.InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void jgfHasNoIdOfAnEdgeTwice() {
        JsonNode edges =
                GraphReaders.parsed(written(new Jgf(), SAMPLE)).path("graph").path("edges");

        assertThat(edges)
                .extracting(edge -> edge.path("id").asText())
                .containsExactly("SUPPORTS/r1", "osh/SUPPORTS/kazakhstan/osh-base", "NEUTRAL_ON/r1");
        assertThat(edges)
                .extracting(edge -> edge.path("metadata").path("id").asText())
                .containsExactly("r1", "osh/SUPPORTS/kazakhstan/osh-base", "r1");
    }

    @Test
    void cytoscapeHasNoIdTwice() {
        JsonNode elements =
                GraphReaders.parsed(written(new CytoscapeJson(), SAMPLE)).path("elements");

        assertThat(elements.findValues("data"))
                .hasSize(5)
                .extracting(data -> data.path("id").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    void jsonLinesEndWithWhatIsToldOfTheWhole() {
        List<String> lines = written(new JsonLinesGraph(), SAMPLE).lines().toList();

        assertThat(lines).hasSize(6);
        assertThat(lines.get(0)).startsWith("{\"node\":{\"id\":\"kazakhstan\"");
        assertThat(lines.get(2)).startsWith("{\"relationship\":{\"id\":\"r1\"");
        assertThat(lines.get(5)).isEqualTo("{\"about\":{\"truncated\":false}}");
    }

    @Test
    void csvHasARowForEachRelationshipWithTheNamesOfItsEnds() {
        List<String> lines =
                written(new CsvGraph(Rows.RELATIONSHIPS, false), SAMPLE).lines().toList();

        assertThat(lines.get(0))
                .isEqualTo("id,type,from,fromName,to,toName,validFrom,fromPrecision,validTo,toPrecision,on,onPrecision,"
                        + "confidence,basis,sources,dossier,summary,properties");
        assertThat(lines.get(1))
                .isEqualTo("r1,SUPPORTS,kazakhstan,Kazakhstan,osh-base,Osh base,2009-07-01,month,2010-01-01,year,,,"
                        + "moderate,,osh-article#12; osh-article,osh,,");
        assertThat(lines.get(3)).endsWith(",\"{\"\"position\"\":\"\"wary & <cautious>\"\"}\"");
    }

    @Test
    void csvHasARowForEachNode() {
        assertThat(written(new CsvGraph(Rows.NODES, false), SAMPLE).lines())
                .containsExactly(
                        "id,labels,name,aliases,summary,properties",
                        "kazakhstan,Entity; Actor; State,Kazakhstan,Republic of Kazakhstan; Қазақстан,,"
                                + "\"{\"\"iso2\"\":[\"\"KZ\"\"]}\"",
                        "osh-base,Entity; Base,Osh base,,,\"{\"\"status\"\":\"\"proposed\"\"}\"");
    }

    @Test
    void safeCsvHoldsNoFormula() {
        Whole graph = new Whole(
                List.of(
                        new Entity("a", List.of("Entity"), Map.of("name", "=1+1")),
                        new Entity("b", List.of("Entity"), Map.of("name", "\uFF1D1", "summary", "a;=1"))),
                List.of(new Relationship("r", "SUPPORTS", "a", "b", Map.of("summary", "@SUM(A1)"))));

        assertThat(written(new CsvGraph(Rows.NODES, true), graph)).contains("\"'=1+1\"", "\"'\uFF1D1\"", ",\"a;=1\",");
        assertThat(written(new CsvGraph(Rows.RELATIONSHIPS, true), graph)).contains("\"'=1+1\"", "\"'@SUM(A1)\"");
        assertThat(written(new CsvGraph(Rows.RELATIONSHIPS, false), graph)).contains(",=1+1,");
    }
}
