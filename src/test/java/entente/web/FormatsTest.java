package entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import entente.Neo4jExtension;
import entente.Sample;
import entente.graph.Graph;
import entente.graph.Guard;
import entente.query.LiveCatalogue;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/** That each answer is of the format that its path names, on every route that has several. */
@Tag("database")
@Sample
@ExtendWith(Neo4jExtension.class)
class FormatsTest {
    private static final String BACKING = """
            // title: Who stands behind it?
            // description: The stances themselves.
            // parameters:
            //   target: {type: entity, description: what they are on, example: osh-base}
            // columns:
            //   a: the actor
            //   s: the stance
            //   b: what it is on
            MATCH (a:Actor)-[s:SUPPORTS]->(b:Entity {id: $target})
            RETURN a, s, b
            ORDER BY a.id
            """;
    private static final String STATEMENT =
            "{\"statement\": \"MATCH (a:Actor)-[s:SUPPORTS]->(b:Base) RETURN a, s, b ORDER BY a.id\"}";

    private static Api api;

    @BeforeAll
    static void start(Graph graph, @TempDir Path queries) throws Exception {
        Files.createDirectory(queries.resolve("stances"));
        Files.writeString(queries.resolve("stances/backing.cypher"), BACKING);
        api = Api.on(graph, new LiveCatalogue(queries, new Guard(graph)));
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    static Stream<Arguments> answers() {
        List<Format> formats = Stream.of(Format.values())
                .filter(format -> format != Format.HTML)
                .toList();
        return Stream.of(
                        "/queries/backing/results.%s?target=osh-base",
                        "/cypher.%s",
                        "/paths.%s?from=russia&to=osh-base",
                        "/subgraph.%s?entities=russia,osh-base",
                        "/entities/osh-base/subgraph.%s?types=SUPPORTS")
                .flatMap(path -> formats.stream().map(format -> Arguments.of(path.formatted(format.ending()), format)));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void areWhatTheySayTheyAre(String path, Format format) throws Exception {
        HttpResponse<String> answer =
                path.startsWith("/cypher") ? api.post(WebServer.API + path, STATEMENT) : api.get(WebServer.API + path);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Shape.header(answer, "Content-Type")).startsWith(format.mediaType());
        Shape.assertIsSafe(answer);
        assertThat(answer.body()).contains("russia", "osh-base", "SUPPORTS");
        assertParses(answer.body(), format);
    }

    private static void assertParses(String body, Format format) throws Exception {
        switch (format) {
            case JSON ->
                assertThat(Shape.parsed(body).fieldNames()).toIterable().contains("truncated");
            case JSON_LINES ->
                assertThat(body.lines())
                        .isNotEmpty()
                        .allSatisfy(line ->
                                assertThat(Shape.parsed(line).isObject()).isTrue());
            case CSV -> {
                try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(new StringReader(body))) {
                    assertThat(csv.stream()).isNotEmpty();
                }
            }
            case GRAPHML -> assertThat(root(body)).isEqualTo("graphml");
            case GEXF -> assertThat(root(body)).isEqualTo("gexf");
            case JGF ->
                assertThat(Shape.parsed(body).path("graph").path("edges")).isNotEmpty();
            case CYTOSCAPE ->
                assertThat(Shape.parsed(body).path("elements").path("edges")).isNotEmpty();
            case HTML -> throw new AssertionError("no route has it");
        }
    }

    private static String root(String xml) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement()
                .getTagName();
    }
}
