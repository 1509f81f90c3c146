package entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entente.Neo4jExtension;
import entente.graph.Graph;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("database")
@ExtendWith(Neo4jExtension.class)
class OriginRoutesTest {
    private static final String FACTS = """
            CREATE (:Dossier {id: 'osh', title: 'Osh <script>'}), (:Dossier {id: 'other', title: 'Other'}),
              (:Source {key: 'osh/article', id: 'article', dossier: 'osh', title: '<img src=x onerror=alert(1)>',
                url: 'javascript:alert(1)'}),
              (:Source {key: 'osh/report', id: 'report', dossier: 'osh', title: 'Report'}),
              (:Source {key: 'other/report', id: 'report', dossier: 'other', title: 'Other report'}),
              (kz:Entity:Actor:State {id: 'kz', name: '<b>Kazakhstan</b>'}), (b:Entity:Base {id: 'base', name: 'Osh base'}),
              (kz)-[:SUPPORTS {id: 's1', dossier: 'osh', sources: ['article#12'], validFrom: date('0001-01-01'),
                validTo: date('9999-12-31')}]->(b),
              (kz)-[:OPPOSES {id: 's2', dossier: 'osh', sources: ['article']}]->(b)""";

    private Api api;

    @BeforeEach
    void start(Graph graph) {
        graph.write("facts", writing -> writing.run(FACTS, Map.of()));
        api = Api.on(graph);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void showsASourceAndWhatCitesIt() {
        JsonNode source = Shape.json(api.get("/api/v1/sources/article"));

        assertThat(source.fieldNames())
                .toIterable()
                .containsExactly(
                        "key", "id", "dossier", "properties", "relationships", "citations", "truncated", "next");
        assertThat(source.path("key").asText()).isEqualTo("osh/article");
        assertThat(source.path("dossier").path("title").asText()).isEqualTo("Osh <script>");
        assertThat(source.path("properties").has("url")).isFalse();
        assertThat(source.path("properties").path("title").asText()).isEqualTo("<img src=x onerror=alert(1)>");
        assertThat(source.path("relationships").asInt()).isEqualTo(2);
        JsonNode citation = source.path("citations").get(1);
        assertThat(citation.path("locators").get(0).asText()).isEqualTo("12");
        assertThat(citation.path("relationship")
                        .path("properties")
                        .path("validTo")
                        .isNull())
                .isTrue();
        assertThat(Shape.json(api.get("/api/v1/sources/osh/article"))).isEqualTo(source);
    }

    @Test
    void saysWhenMoreCiteASourceThanAreShown() {
        JsonNode source = Shape.json(api.get("/api/v1/sources/osh/article?limit=1"));

        assertThat(source.path("citations")).hasSize(1);
        assertThat(source.path("truncated").asBoolean()).isTrue();

        HttpResponse<String> answer = api.get("/api/v1/sources/osh/article?limit=1&after="
                + source.path("next").asText());
        JsonNode rest = Shape.json(answer);

        assertThat(rest.path("citations")).hasSize(1).isNotEqualTo(source.path("citations"));
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(Shape.header(api.get("/api/v1/sources/osh/article?limit=1"), "Link"))
                .startsWith("</api/v1/sources/osh/article?limit=1&after=")
                .endsWith(">; rel=\"next\"");
        HttpResponse<String> refused = api.get("/api/v1/sources/osh/article?limit=1", "Accept", "text/csv");
        Shape.problem(refused, 406, "not-acceptable");
        assertThat(refused.headers().firstValue("Link")).isEmpty();
    }

    @Test
    void listsTheSourcesOfADossierByPages() {
        JsonNode first = Shape.json(api.get("/api/v1/dossiers/osh/sources?limit=1"));

        assertThat(first.fieldNames()).toIterable().containsExactly("sources", "truncated", "next");
        assertThat(first.path("sources").findValuesAsText("key")).containsExactly("osh/article");
        assertThat(first.path("truncated").asBoolean()).isTrue();
        JsonNode rest = Shape.json(api.get("/api/v1/dossiers/osh/sources?limit=1&after="
                + first.path("next").asText()));
        assertThat(rest.path("sources").findValuesAsText("title")).containsExactly("Report");
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(Shape.json(api.get("/api/v1/dossiers/other/sources")).path("sources"))
                .hasSize(1);
        Shape.problem(api.get("/api/v1/dossiers/o/sources"), 404, "unknown-dossier");
        Shape.problem(api.get("/api/v1/dossiers/osh/sources?limit=0"), 400, "bad-parameter");
    }

    @Test
    void asksForTheDossierWhereSeveralHaveASource() {
        JsonNode problem = Shape.problem(api.get("/api/v1/sources/report"), 400, "ambiguous-source");

        assertThat(problem.path("candidates").findValuesAsText("id")).containsExactly("osh/report", "other/report");
        assertThat(Shape.json(api.get("/api/v1/sources/other/report"))
                        .path("key")
                        .asText())
                .isEqualTo("other/report");
    }

    @Test
    void proposesTheSourcesThatAnUnknownIdMayMean() {
        JsonNode mistyped = Shape.problem(api.get("/api/v1/sources/artikel"), 404, "unknown-source");
        JsonNode elsewhere = Shape.problem(api.get("/api/v1/sources/other/article"), 404, "unknown-source");

        assertThat(mistyped.path("candidates").findValuesAsText("id")).containsExactly("osh/article");
        assertThat(elsewhere.path("candidates").findValuesAsText("id")).containsExactly("osh/article");
    }

    @ParameterizedTest
    @CsvSource({"limit=0", "limit=x", "limit=10001", "limit=1&limit=2"})
    void refusesALimitThatIsNone(String query) {
        for (String route : new String[] {"/api/v1/sources/article?", "/api/v1/sources/osh/article?"}) {
            JsonNode problem = Shape.problem(api.get(route + query), 400, "bad-parameter");

            assertThat(problem.path("parameter").asText()).isEqualTo("limit");
        }
    }

    @Test
    void tellsWhatThereCanBeAndHowMuchThereIs() {
        JsonNode schema = Shape.json(api.get("/api/v1/schema"));

        assertThat(schema.fieldNames())
                .toIterable()
                .containsExactly(
                        "kinds",
                        "types",
                        "codes",
                        "entityProperties",
                        "relationshipProperties",
                        "labels",
                        "bookkeepingTypes");
        JsonNode state = schema.path("kinds").get(0);
        assertThat(state.fieldNames())
                .toIterable()
                .containsExactly("name", "description", "actor", "properties", "entities");
        assertThat(state.path("entities").asInt()).isEqualTo(1);
        assertThat(schema.path("types").get(0).fieldNames())
                .toIterable()
                .containsExactly(
                        "name",
                        "description",
                        "from",
                        "to",
                        "symmetric",
                        "instant",
                        "sign",
                        "properties",
                        "required",
                        "relationships");
        assertThat(schema.path("relationshipProperties").findValuesAsText("name"))
                .contains("validFrom", "validTo", "confidence", "sources", "dossier");
    }

    @Test
    void namesEveryLimitWithItsUnit() {
        JsonNode limits = Shape.json(api.get("/api/v1/limits"));

        assertThat(limits.fieldNames())
                .toIterable()
                .containsExactly(
                        "timeoutSeconds",
                        "rows",
                        "rowsUnlessAsked",
                        "bytes",
                        "concurrentReads",
                        "concurrentStatements",
                        "statementCharacters",
                        "parameterDepth",
                        "parameterValues",
                        "searchEntities",
                        "searchEntitiesUnlessAsked",
                        "subgraphHops",
                        "subgraphRelationships",
                        "subgraphRelationshipsUnlessAsked",
                        "betweenEntities",
                        "betweenRelationships",
                        "betweenRelationshipsUnlessAsked",
                        "pathHops",
                        "pathHopsUnlessAsked",
                        "paths",
                        "pathsUnlessAsked",
                        "pathRelationships",
                        "compareRelationships",
                        "compareRelationshipsUnlessAsked",
                        "dossierSources",
                        "dossierSourcesUnlessAsked",
                        "sourceCitations",
                        "sourceCitationsUnlessAsked",
                        "requestHeaderBytes",
                        "requestBodyBytes");
        assertThat(limits.path("timeoutSeconds").asDouble()).isEqualTo(10);
        assertThat(limits.path("rows").asInt()).isEqualTo(10_000);
        assertThat(limits.path("searchEntities").asInt()).isEqualTo(200);
        assertThat(limits.path("concurrentStatements").asInt()).isEqualTo(16);
        assertThat(limits.path("statementCharacters").asInt()).isEqualTo(100_000);
        assertThat(limits.path("parameterDepth").asInt()).isEqualTo(100);
        assertThat(limits.path("parameterValues").asInt()).isEqualTo(100);
        assertThat(limits.path("betweenRelationships").asInt()).isEqualTo(100_000);
        assertThat(limits.path("betweenRelationshipsUnlessAsked").asInt()).isEqualTo(1_000);
        assertThat(limits.path("pathRelationships").asInt()).isEqualTo(100_000);
        assertThat(limits).allSatisfy(limit -> assertThat(limit.isNumber()).isTrue());
    }

    @Test
    void leavesMarkupInNamesAsItIs() {
        assertThat(Shape.json(api.get("/api/v1/entities?q=kazakhstan"))
                        .path("entities")
                        .get(0)
                        .path("name")
                        .asText())
                .isEqualTo("<b>Kazakhstan</b>");
    }
}
