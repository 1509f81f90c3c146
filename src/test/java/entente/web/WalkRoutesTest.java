package entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entente.graph.Graph;
import entente.graph.Limits;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WalkRoutesTest extends SampleApi {
    private static final String SUBGRAPH = "/api/v1/entities/osh-base/subgraph";
    private static final String PATHS = "/api/v1/paths";

    private static JsonNode json(String path) {
        return Shape.json(api.get(path));
    }

    @Test
    void givesWhatLiesBetweenEntitiesThatAreNamed() {
        JsonNode graph =
                Shape.json(api.get("/api/v1/subgraph?entities=russia,osh-base&entities=nobody&types=SUPPORTS"));

        assertThat(graph.path("relationships").findValuesAsText("type")).containsExactly("SUPPORTS");
        assertThat(graph.path("unknown").path(0).asText()).isEqualTo("nobody");
        assertThat(graph.path("truncated").asBoolean()).isFalse();
        assertThat(api.get("/api/v1/subgraph.gexf?entities=russia,osh-base").body())
                .contains("<edge ");
        assertThat(Shape.header(api.get("/api/v1/subgraph.csv?entities=russia,osh-base"), "Content-Type"))
                .isEqualTo("text/csv; charset=utf-8; header=present");
        Shape.problem(api.get("/api/v1/subgraph"), 400, "bad-parameter");
        Shape.problem(api.get("/api/v1/subgraph?entities="), 400, "bad-parameter");
        Shape.problem(api.get("/api/v1/subgraph?entities=" + "a,".repeat(500) + "a"), 400, "bad-parameter");
    }

    @Test
    void takesAnIdOfARelationshipAsItIsCommasIncluded(Graph graph) {
        String id = "minutes/SUPPORTS/russia/osh-base#first, second";
        String fact =
                "MATCH (a:Entity {id: 'russia'}), (b:Entity {id: 'osh-base'}) CREATE (a)-[:SUPPORTS {id: $id}]->(b)";
        graph.write("fact", writing -> writing.run(fact, Map.of("id", id)));
        try {
            JsonNode named = json("/api/v1/subgraph?entities=russia,osh-base&relationships="
                    + URLEncoder.encode(id, StandardCharsets.UTF_8) + "&relationships=none,at+all");

            assertThat(named.path("relationships"))
                    .extracting(one -> one.path("id").asText())
                    .containsExactly(id);
            assertThat(named.path("unknownRelationships"))
                    .extracting(JsonNode::asText)
                    .containsExactly("none,at all");
        } finally {
            graph.write(
                    "fact gone",
                    writing -> writing.run("MATCH ()-[r:SUPPORTS {id: $id}]->() DELETE r", Map.of("id", id)));
        }
    }

    @Test
    void leavesOutWhatIsLessCertainThanAskedFor() {
        String supporters = SUBGRAPH + "?types=SUPPORTS";

        assertThat(json(supporters).path("nodes").findValuesAsText("id")).contains("kazakhstan", "russia");
        assertThat(json(supporters + "&minConfidence=high").path("nodes").findValuesAsText("id"))
                .contains("russia")
                .doesNotContain("kazakhstan");
    }

    @Test
    void goesOnBetweenEntitiesWhereThePageBeforeEnded() {
        String asked = "/api/v1/subgraph?entities=russia,osh-base,kyrgyzstan,csto,uzbekistan,kazakhstan";
        List<String> all = json(asked).path("relationships").findValuesAsText("id");
        List<String> paged = new ArrayList<>();
        JsonNode page = json(asked + "&limit=3");
        paged.addAll(page.path("relationships").findValuesAsText("id"));
        while (!page.path("next").isNull()) {
            assertThat(page.path("relationships")).hasSize(3);
            page = json(asked + "&limit=3&after=" + page.path("next").asText());
            paged.addAll(page.path("relationships").findValuesAsText("id"));
        }

        assertThat(all).hasSizeGreaterThan(6);
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void showsWhatLiesAroundAnEntity() {
        JsonNode around = json(SUBGRAPH);

        assertThat(around.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("center", "nodes", "relationships", "totals", "truncated", "next");
        assertThat(around.path("center").asText()).isEqualTo("osh-base");
        assertThat(around.path("nodes").findValuesAsText("id")).contains("osh-base", "russia", "kyrgyzstan");
        assertThat(around.path("nodes").get(0).fieldNames())
                .toIterable()
                .containsExactly("id", "labels", "name", "properties");
        assertThat(around.path("relationships").get(0).fieldNames())
                .toIterable()
                .containsExactly("id", "type", "from", "to", "properties");
        assertThat(around.path("totals").path("relationships").asInt())
                .isEqualTo(around.path("relationships").size());
        assertThat(around.path("totals").path("nodes").asInt())
                .isEqualTo(around.path("nodes").size());
        assertThat(around.path("truncated").asBoolean()).isFalse();
        assertThat(around.path("next").isNull()).isTrue();
    }

    @Test
    void pagesThroughEveryRelationshipOnce() {
        List<String> all = keys(json(SUBGRAPH + "?hops=2"));
        List<String> paged = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = json(SUBGRAPH + "?hops=2&limit=7" + after);
            paged.addAll(keys(page));
            assertThat(page.path("totals").path("relationships").asInt()).isEqualTo(all.size());
            assertThat(page.path("truncated").asBoolean())
                    .isEqualTo(!page.path("next").isNull());
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asText();
        } while (!after.isEmpty());

        assertThat(paged).isEqualTo(all).hasSizeGreaterThan(14);
    }

    private static List<String> keys(JsonNode graph) {
        List<String> keys = new ArrayList<>();
        graph.path("relationships")
                .forEach(relationship -> keys.add(relationship.path("type").asText() + " "
                        + relationship.path("id").asText()));
        return keys;
    }

    @Test
    void givesPathsAsOneGraph() {
        assertThat(api.get(PATHS + ".jgf?from=kazakhstan&to=osh-base").body())
                .contains("\"kazakhstan\":{", "\"osh-base\":{", "\"relation\":\"SUPPORTS\"");
        assertThat(api.get(PATHS + "?from=kazakhstan&to=osh-base", "Accept", "application/gexf+xml")
                        .body())
                .contains("<node id=\"kazakhstan\"");
    }

    @Test
    void givesRowsWithWhatTheyHaveNoPlaceForInHeaders() {
        HttpResponse<String> page = api.get(SUBGRAPH + ".csv?hops=2&limit=3");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).startsWith("id,type,from,fromName,to,toName,validFrom,");
        assertThat(page.body().lines()).hasSize(4);
        assertThat(page.headers().firstValue("Entente-Truncated")).contains("true");
        String next = page.headers().firstValue("Entente-Next").orElseThrow();
        assertThat(json(SUBGRAPH + "?hops=2&limit=3").path("next").asText()).isEqualTo(next);
        assertThat(api.get(SUBGRAPH + ".csv?rows=nodes&safe=true").body())
                .startsWith("\"id\",\"labels\",\"name\"")
                .contains("\"osh-base\"");
        Shape.problem(api.get(SUBGRAPH + ".csv?rows=edges"), 400, "bad-parameter");
        Shape.problem(api.get(SUBGRAPH + ".gexf?safe=true"), 400, "unknown-parameter");
    }

    @Test
    void refusesThePageOfAnotherRequest() {
        String next = json(SUBGRAPH + "?hops=2&limit=3").path("next").asText();

        JsonNode problem = Shape.problem(api.get(SUBGRAPH + "?hops=3&after=" + next), 400, "bad-parameter");

        assertThat(problem.path("parameter").asText()).isEqualTo("after");
        Shape.problem(api.get("/api/v1/entities/russia/subgraph?hops=2&after=" + next), 400, "bad-parameter");
        Shape.problem(api.get(SUBGRAPH + "?hops=2&types=SUPPORTS&after=" + next), 400, "bad-parameter");
    }

    @Test
    void saysThatTheGraphHasChangedSinceThePageBefore(Graph graph) {
        String next = json(SUBGRAPH + "?hops=2&limit=3").path("next").asText();
        json(SUBGRAPH + "?hops=2&limit=3&after=" + next);

        graph.write("change", writing -> writing.run("CREATE (:Passing)", Map.of()));
        graph.write("change back", writing -> writing.run("MATCH (n:Passing) DELETE n", Map.of()));

        Shape.problem(api.get(SUBGRAPH + "?hops=2&limit=3&after=" + next), 410, "graph-changed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "________________________________",
                "'%20OR%20true",
                "%00"
            })
    void refusesACursorThatNoPageGave(String after) {
        JsonNode problem = Shape.problem(api.get(SUBGRAPH + "?after=" + after), 400, "bad-parameter");

        assertThat(problem.path("parameter").asText()).isEqualTo("after");
    }

    @Test
    void showsOnlyWhatPassesTheFilter() {
        assertThat(keys(json(SUBGRAPH + "?types=SUPPORTS,OPPOSES&types=NEUTRAL_ON&direction=in&asOf=2009-07-07")))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(key).containsPattern("^(SUPPORTS|OPPOSES|NEUTRAL_ON) "));
        assertThat(keys(json(SUBGRAPH + "?types=SUPPORTS&direction=out"))).isEmpty();
        assertThat(keys(json(SUBGRAPH + "?types=SUPPORTS&asOf=2009-06-30"))).isEmpty();
    }

    @Test
    void proposesTheEntityAndTheTypeThatMayBeMeant() {
        JsonNode entity = Shape.problem(api.get("/api/v1/entities/kyrgizstan/subgraph"), 404, "unknown-entity");
        JsonNode type = Shape.problem(api.get(SUBGRAPH + "?types=SUPORTS"), 400, "bad-parameter");

        assertThat(entity.path("candidates").findValuesAsText("id")).contains("kyrgyzstan");
        assertThat(type.path("parameter").asText()).isEqualTo("types");
        assertThat(type.path("detail").asText()).contains("SUPPORTS");
    }

    @ParameterizedTest
    @CsvSource({
        "hops, 0",
        "hops, 5",
        "hops, two",
        "hops, 99999999999",
        "limit, 0",
        "limit, 100001",
        "limit, -1",
        "direction, sideways",
        "direction, ''",
        "asOf, 2009",
        "asOf, soon",
        "asOf, 2009-02-30",
        "minConfidence, sure",
        "types, ''",
        "types, 'SUPPORTS`]-() DETACH DELETE n //'",
        "types, ASSERTS",
        "types, <script>"
    })
    void refusesAValueThatIsNone(String parameter, String value) {
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);

        JsonNode problem = Shape.problem(api.get(SUBGRAPH + "?" + parameter + "=" + encoded), 400, "bad-parameter");

        assertThat(problem.path("parameter").asText()).isEqualTo(parameter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hops=1&hops=2",
                "limit=1&limit=2",
                "direction=in&direction=out",
                "asOf=today&asOf=today",
                "after=&after="
            })
    void refusesAParameterThatIsGivenTwice(String query) {
        Shape.problem(api.get(SUBGRAPH + "?" + query), 400, "bad-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"osh-base'}) DETACH DELETE n //", "$id", "\u0000", "../../dossiers", "<script>", "💥"})
    void takesAnyTextAsTheIdOfAnEntityThatIsNotThere(String id) {
        String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");

        assertThat(api.get("/api/v1/entities/" + encoded + "/subgraph").statusCode())
                .isIn(400, 404);
        assertThat(api.get(PATHS + "?from=russia&to=" + encoded).statusCode()).isIn(400, 404);
    }

    @Test
    void findsTheRoutesBetweenTwoEntitiesWithTheirEvidence() {
        JsonNode routes = json(PATHS + "?from=Russia&to=the+Osh+base");

        assertThat(routes.fieldNames())
                .toIterable()
                .containsExactly("from", "to", "length", "total", "paths", "truncated");
        assertThat(routes.path("from").asText()).isEqualTo("russia");
        assertThat(routes.path("to").asText()).isEqualTo("osh-base");
        assertThat(routes.path("length").asInt()).isEqualTo(1);
        assertThat(routes.path("total").asInt()).isEqualTo(1);
        JsonNode route = routes.path("paths").get(0);
        assertThat(route.path("nodes").findValuesAsText("id")).containsExactly("russia", "osh-base");
        assertThat(route.path("nodes").get(0).fieldNames()).toIterable().containsExactly("id", "labels", "name");
        JsonNode step = route.path("steps").get(0);
        assertThat(step.fieldNames()).toIterable().containsExactly("from", "to", "relationships");
        assertThat(step.path("relationships").findValuesAsText("type")).contains("SUPPORTS");
        assertThat(step.path("relationships")
                        .get(0)
                        .path("properties")
                        .path("dossier")
                        .asText())
                .isEqualTo("osh-base-2009");
    }

    @Test
    void saysThatThereIsNoRoute() {
        JsonNode none = json(PATHS + "?from=russia&to=osh-base&types=BORDERS");

        assertThat(none.path("length").isNull()).isTrue();
        assertThat(none.path("total").asInt()).isZero();
        assertThat(none.path("paths")).isEmpty();
    }

    @Test
    void isThereAlreadyWhereBothEndsAreOne() {
        JsonNode there = json(PATHS + "?from=russia&to=russia");

        assertThat(there.path("length").asInt(-1)).isZero();
        assertThat(there.path("paths").get(0).path("nodes").findValuesAsText("id"))
                .containsExactly("russia");
        assertThat(there.path("paths").get(0).path("steps")).isEmpty();
    }

    @Test
    void refusesRoutesThatHoldMoreThanAnAnswerMay(Graph graph) {
        Limits little = new Limits(Duration.ofSeconds(10), 10_000, 1_000, 4);
        try (Graph bounded = Graph.connect(graph.connection(), little);
                Api few = Api.on(bounded)) {
            HttpResponse<String> refused = few.get(PATHS + "?from=russia&to=osh-base");

            JsonNode problem = Shape.problem(refused, 400, "bad-parameter");
            assertThat(problem.path("parameter").asText()).isEqualTo("limit");
            assertThat(problem.path("detail").asText()).contains("ask for fewer routes");
            assertThat(refused.headers().firstValue("Retry-After")).isEmpty();
        }
    }

    @Test
    void needsBothEndsOfARoute() {
        for (String missing : List.of("from", "to")) {
            String given = missing.equals("from") ? "to" : "from";
            JsonNode problem = Shape.problem(api.get(PATHS + "?" + given + "=russia"), 400, "bad-parameter");
            assertThat(problem.path("parameter").asText()).isEqualTo(missing);
        }
    }

    @Test
    void proposesTheEntitiesThatAnEndMayMean() {
        JsonNode problem = Shape.problem(api.get(PATHS + "?from=russia&to=atlantis+base"), 404, "unknown-entity");

        assertThat(problem.path("parameter").asText()).isEqualTo("to");
        assertThat(problem.path("candidates").findValuesAsText("id")).contains("osh-base");
    }

    @ParameterizedTest
    @ValueSource(strings = {"maxHops=0", "maxHops=9", "limit=0", "limit=1001", "types=NEAR", "hops=2", "direction=up"})
    void refusesRoutesThatCannotBeHad(String query) {
        assertThat(api.get(PATHS + "?from=russia&to=osh-base&" + query).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "json, application/json",
        "jsonl, application/x-ndjson",
        "graphml, application/graphml+xml",
        "gexf, application/gexf+xml",
        "jgf, application/vnd.jgf+json",
        "cyjs, application/vnd.cytoscape.v3+json"
    })
    void givesASubgraphInEveryFormatByEndingAndByWhatTheClientAccepts(String ending, String type) {
        HttpResponse<String> named = api.get("/api/v1/entities/osh-base/subgraph." + ending + "?limit=2");
        HttpResponse<String> accepted = api.get("/api/v1/entities/osh-base/subgraph?limit=2", "Accept", type);

        assertThat(named.statusCode()).as(named.body()).isEqualTo(200);
        assertThat(Shape.header(named, "Content-Type")).startsWith(type);
        assertThat(named.body()).contains("osh-base-2009/", "truncated");
        assertThat(accepted.body()).isEqualTo(named.body());
    }
}
