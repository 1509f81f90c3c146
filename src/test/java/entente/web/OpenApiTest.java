package entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract is valid, whole, and kept. */
class OpenApiTest extends SampleApi {
    private static final Pattern ROUTE =
            Pattern.compile("(get|open|watched|reads|post)\\(routes, ((?:API \\+ )?\"[^\"]+)\"");
    /** Pages for people and files for pages. */
    private static final Pattern FOR_BROWSERS = Pattern.compile("/|/(page|libraries|docs|entity|dossier|source).*");

    private JsonNode contract;

    @BeforeEach
    void read() {
        contract = Shape.json(api.get("/openapi.json"));
    }

    @Test
    void isValid() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult read = new OpenAPIV3Parser().readContents(contract.toString(), null, options);

        assertThat(read.getMessages()).isEmpty();
        assertThat(read.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
    }

    @Test
    void namesEveryRouteAndNoOther() throws IOException {
        String server = Files.readString(Path.of("src/main/java/entente/web/WebServer.java"));
        Set<String> routes = ROUTE.matcher(server)
                .results()
                .map(route -> (route.group(1).equals("post") ? "post " : "get ")
                        + route.group(2).replace("API + ", WebServer.API).replace("\"", ""))
                .filter(route -> !FOR_BROWSERS
                        .matcher(route.substring(route.indexOf('/')))
                        .matches())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = new TreeSet<>();
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> named.add(method + " " + path.getKey())));
        Set<String> queries = new TreeSet<>();
        Shape.json(api.get("/api/v1/queries"))
                .path("queries")
                .forEach(query ->
                        queries.add("get /api/v1/queries/" + query.path("name").asText() + "/results"));

        assertThat(named).containsAll(queries);
        named.removeAll(queries);
        assertThat(named).isEqualTo(routes);
    }

    /** But for graphs of a saved query's rows, for no query of the catalogue returns any. */
    @Test
    void hasARequestInTheTestsForEachGet() {
        assertThat(contract.path("paths").properties())
                .filteredOn(path -> path.getValue().has("get"))
                .extracting(path -> path.getKey())
                .filteredOn(path -> !path.matches(".*/queries/[^{]+/results|.*/results\\.(graphml|gexf|jgf|cyjs)"))
                .allSatisfy(path ->
                        assertThat(Routes.all()).anyMatch(route -> path(route).matches(pattern(path))));
    }

    @Test
    void namesEveryProblem() {
        assertThat(contract.at("/components/schemas/Problem/properties/code/enum"))
                .extracting(JsonNode::asText)
                .containsExactly(Stream.of(ProblemCode.values())
                        .map(ProblemCode::toString)
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("entente.web.Routes#all")
    void saysWhichAnswersAClientMayKeep(String request) {
        api.get(request); // so that the graph's version is known
        String tag = Shape.header(api.get(request), "ETag");
        boolean kept = api.get(request, "If-None-Match", tag).statusCode() == 304;

        assertThat(operation(path(request)).path("responses").has("304")).isEqualTo(kept);
    }

    private static String path(String request) {
        return request.replaceFirst("\\?.*", "");
    }

    private static String pattern(String path) {
        return path.replace(".", "\\.").replaceAll("\\{\\w+}", "[^/.]+");
    }

    @Test
    void typesTheParametersAndColumnsOfASavedQuery() {
        JsonNode operation =
                contract.path("paths").path("/api/v1/queries/who-backs/results").path("get");

        assertThat(operation.path("operationId").asText()).isEqualTo("queryWhoBacks");
        assertThat(operation.path("parameters").findValuesAsText("name")).startsWith("target", "asOf");
        assertThat(operation.path("parameters").get(0).path("required").asBoolean())
                .isTrue();
        assertThat(operation
                        .path("parameters")
                        .get(1)
                        .path("schema")
                        .path("default")
                        .asText())
                .isEqualTo("today");
        assertThat(operation
                        .findPath("allOf")
                        .get(1)
                        .findPath("items")
                        .path("properties")
                        .has("actorId"))
                .isTrue();
        assertThat(contract.findParents("operationId"))
                .extracting(node -> node.path("operationId").asText())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("entente.web.Routes#negotiated")
    void isKeptByEveryAnswer(String request) {
        String path = path(request);
        JsonNode answer = Shape.json(api.get(request, "Accept", "application/json"));
        JsonNode schema = operation(path)
                .path("responses")
                .path("200")
                .path("content")
                .path("application/json")
                .path("schema");

        if (!path.equals("/")) {
            assertThat(schema.isObject()).as(path).isTrue();
            assertThat(schema(schema).validate(answer)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UNWIND [1, 2] AS n RETURN n", "MATCH (b:Base)-[r]-(a) RETURN b, r, a, [a, r], {name: b.name}"})
    void isKeptByAnswersToStatements(String statement) {
        JsonNode answer = Shape.json(api.post("/api/v1/cypher?limit=1", "{\"statement\": \"" + statement + "\"}"));
        JsonNode schema = contract.at("/paths/~1api~1v1~1cypher/post/responses/200/content/application~1json/schema");

        assertThat(schema.isObject()).isTrue();
        assertThat(schema(schema).validate(answer)).isEmpty();
    }

    @Test
    void namesTheHeadersThatAClientGoesBy() {
        assertThat(operation("/api/v1/queries/who-backs/results")
                        .path("responses")
                        .path("200")
                        .path("headers")
                        .fieldNames())
                .toIterable()
                .containsExactly("X-Request-Id", "ETag", "Link", "Entente-Next", "Entente-Truncated");
    }

    @Test
    void isKeptByProblems() {
        JsonNode problem = Shape.problem(api.get("/api/v1/entities/kazakstan"), 404, "unknown-entity");

        assertThat(schema(contract.at("/components/schemas/Problem")).validate(problem))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/entities?q=osh",
                "/api/v1/entities/osh-base/subgraph?hops=1",
                "/api/v1/subgraph?entities=russia,osh-base",
                "/api/v1/paths?from=russia&to=osh-base"
            })
    void saysHowManyAClientMayAskFor(String request) {
        long most = operation(request.substring(0, request.indexOf('?')))
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("name").asText().equals("limit"))
                .mapToLong(limit -> limit.path("schema").path("maximum").asLong())
                .sum();

        Shape.json(api.get(request + "&limit=" + most));
        Shape.problem(api.get(request + "&limit=" + (most + 1)), 400, "bad-parameter");
    }

    private JsonNode operation(String path) {
        JsonNode exact = contract.path("paths").path(path).path("get");
        return exact.isObject()
                ? exact
                : contract.path("paths").properties().stream()
                        .filter(entry -> path.matches(pattern(entry.getKey())))
                        .map(entry -> entry.getValue().path("get"))
                        .findFirst()
                        .orElse(exact);
    }

    /** A schema of the contract, with the others that it names. */
    private Schema schema(JsonNode one) {
        ObjectNode whole = one.deepCopy();
        whole.set("components", contract.path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole);
    }
}
