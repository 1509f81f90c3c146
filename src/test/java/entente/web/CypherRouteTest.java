package entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entente.graph.Graph;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CypherRouteTest extends SampleApi {
    private static final String CYPHER = "/api/v1/cypher";
    private static final String BACKERS =
            "MATCH (a)-[s:SUPPORTS]->(b:Base) WHERE s.validFrom <= $asOf < s.validTo RETURN a.id AS id ORDER BY id";

    @Test
    void answersWithRowsKeyedByColumn() {
        JsonNode answer = Shape.json(
                api.post(CYPHER, body(BACKERS, "\"asOf\": {\"$type\": \"Date\", \"_value\": \"2009-07-31\"}")));

        assertThat(answer.fieldNames())
                .toIterable()
                .containsExactly("columns", "rows", "truncated", "next", "notifications");
        assertThat(answer.path("columns").toString()).isEqualTo("[\"id\"]");
        assertThat(answer.path("rows").findValuesAsText("id")).containsExactly("csto", "kazakhstan", "russia");
        assertThat(answer.path("truncated").asBoolean()).isFalse();
        assertThat(answer.path("notifications")).isEmpty();
    }

    @Test
    void givesTheGraphThatTheRowsHoldWithEveryEndOfARelationship() {
        String whole = "MATCH p = (:Actor)-[s:SUPPORTS]->(:Entity {id: 'osh-base'}) RETURN p, s";
        String alone = "MATCH (:Actor)-[s:SUPPORTS]->(:Entity {id: 'osh-base'}) RETURN s";

        for (String statement : List.of(whole, alone)) {
            String graph = api.post(CYPHER + ".gexf", body(statement)).body();
            assertThat(graph.split("<node ", -1)).hasSize(1 + 4);
            assertThat(graph.split("<edge ", -1)).hasSize(1 + 3);
            assertThat(graph)
                    .contains("<node id=\"russia\"", "source=\"russia\" target=\"osh-base\"", "start=\"2009-07-07\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".gexf", ".graphml", ".jgf", ".cyjs"})
    void tellsHowManyRelationshipsJoinNoEntitiesAndAreNoPartOfTheGraph(String ending) {
        String asserted = "MATCH (:Dossier)-[a:ASSERTS]->(:Entity) RETURN a ORDER BY elementId(a) LIMIT 3";
        String backing = "MATCH (:Actor)-[s:SUPPORTS]->(:Entity {id: 'osh-base'}) RETURN s";

        assertThat(said(api.post(CYPHER + ending, body(asserted)).body())).contains("\"leftOut\":3");
        assertThat(said(api.post(CYPHER + ending, body(backing)).body())).contains("\"leftOut\":0");
    }

    private static String said(String graph) {
        return graph.replace("&quot;", "\"");
    }

    @Test
    void saysThatRowsWithoutAnythingOfAGraphAreNone() {
        Shape.problem(api.post(CYPHER + ".gexf", body("RETURN 1 AS one")), 400, "no-graph");
        assertThat(api.post(CYPHER + ".gexf", body("MATCH (n:Base {id: 'none'}) RETURN n"))
                        .body())
                .contains("<nodes>\n</nodes>");
    }

    @Test
    void letsNoCellBeAFormulaWhereAskedTo() {
        assertThat(api.post(CYPHER + ".csv?safe=true", body("RETURN '=1+1' AS one"))
                        .body())
                .isEqualTo("\"one\"\r\n\"'=1+1\"\r\n");
        assertThat(api.get("/api/v1/queries/who-backs/results.csv?target=osh-base&safe=true")
                        .body())
                .startsWith("\"actor\",");
        assertThat(api.get("/api/v1/ask.csv?q=who+backs+osh-base&safe=true").body())
                .startsWith("\"actor\",");
        Shape.problem(api.get("/api/v1/queries/who-backs/results?target=osh-base&safe=true"), 400, "unknown-parameter");
    }

    @Test
    void showsNodesThatAreNoneOfEntente(Graph graph) {
        graph.write("come", writing -> writing.run("CREATE (p:Passing {id: 7})", Map.of()));
        try {
            JsonNode node = Shape.json(api.post(CYPHER, body("MATCH (p:Passing) RETURN p")))
                    .path("rows")
                    .path(0)
                    .path("p");
            assertThat(node.path("id").asText()).startsWith("4:");
            assertThat(node.path("properties").path("id").asInt()).isEqualTo(7);
        } finally {
            graph.write("go", writing -> writing.run("MATCH (p:Passing) DELETE p", Map.of()));
        }
    }

    @Test
    void goesOnWithBytesAmongTheParameters() {
        String asked = "{\"statement\": \"UNWIND range(1, 3) AS i RETURN i, $b AS b ORDER BY i\","
                + " \"parameters\": {\"b\": {\"$type\": \"Base64\", \"_value\": \"AQID\"}}}";
        HttpResponse<String> first = api.post(CYPHER + "?limit=2", asked);
        JsonNode rest = Shape.json(api.post(
                CYPHER + "?limit=2&after=" + Shape.json(first).path("next").asText(), asked));

        assertThat(rest.path("rows")).hasSize(1);
        assertThat(first.headers().allValues("Vary")).contains("Accept");
    }

    @Test
    void showsOpenEndsAsNullAndEntitiesAsEverywhere() {
        JsonNode row = Shape.json(api.post(
                        CYPHER,
                        body("MATCH (a)-[s:SUPPORTS]->(b:Base) RETURN a, s, s.validTo AS until ORDER BY a.id LIMIT 1")))
                .path("rows")
                .get(0);

        assertThat(row.path("until").isNull()).isTrue();
        assertThat(row.path("s").path("properties").path("validTo").isNull()).isTrue();
        assertThat(row.path("s").path("from").asText()).isEqualTo("csto");
        assertThat(row.path("a").fieldNames()).toIterable().containsExactly("id", "labels", "name", "properties");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "1                                                              | INTEGER",
                "1.0                                                            | FLOAT",
                "\"a\"                                                          | STRING",
                "true                                                           | BOOLEAN",
                "null                                                           | NULL",
                "[1, {\"$type\": \"Integer\", \"_value\": \"2\"}]               | LIST<INTEGER NOT NULL>",
                "{\"a\": {\"$type\": \"Date\", \"_value\": \"2009-07-01\"}}     | MAP",
                "{\"$type\": \"Null\", \"_value\": null}                        | NULL",
                "{\"$type\": \"Boolean\", \"_value\": true}                     | BOOLEAN",
                "{\"$type\": \"Boolean\", \"_value\": \"true\"}                 | BOOLEAN",
                "{\"$type\": \"Integer\", \"_value\": \"9223372036854775807\"}  | INTEGER",
                "{\"$type\": \"Float\", \"_value\": \"NaN\"}                    | FLOAT",
                "{\"$type\": \"String\", \"_value\": \"x\"}                     | STRING",
                "{\"$type\": \"Date\", \"_value\": \"2009-07-01\"}              | DATE",
                "{\"$type\": \"Time\", \"_value\": \"12:50:35.556+01:00\"}      | ZONED TIME",
                "{\"$type\": \"LocalTime\", \"_value\": \"12:50:35.556\"}       | LOCAL TIME",
                "{\"$type\": \"OffsetDateTime\", \"_value\": \"2015-11-21T21:40:32.142+01:00\"} | ZONED DATETIME",
                "{\"$type\": \"ZonedDateTime\", \"_value\": \"2015-11-21T21:40:32.142Z[Asia/Bishkek]\"} | ZONED DATETIME",
                "{\"$type\": \"LocalDateTime\", \"_value\": \"2015-07-04T19:32:24\"} | LOCAL DATETIME",
                "{\"$type\": \"Duration\", \"_value\": \"P14DT16H12M\"}         | DURATION",
                "{\"$type\": \"Duration\", \"_value\": \"-P1Y2M3W\"}            | DURATION",
                "{\"$type\": \"Point\", \"_value\": \"SRID=4326;POINT (72.8 40.5)\"} | POINT",
                "{\"$type\": \"Point\", \"_value\": \"SRID=9157;POINT Z (1 2 3)\"} | POINT",
                "{\"$type\": \"List\", \"_value\": [{\"$type\": \"Integer\", \"_value\": \"1\"}]} | LIST<INTEGER NOT NULL>",
                "{\"$type\": \"Map\", \"_value\": {\"a\": {\"$type\": \"Integer\", \"_value\": \"1\"}}} | MAP"
            })
    void bindsPlainAndTypedValues(String json, String type) {
        JsonNode answer = Shape.json(api.post(CYPHER, body("RETURN valueType($x) AS type", "\"x\": " + json)));

        assertThat(answer.path("rows").get(0).path("type").asText()).isIn(type, type + " NOT NULL");
    }

    @Test
    void keepsWhatATypedDurationIsMadeOf() {
        String duration = "\"x\": {\"$type\": \"Duration\", \"_value\": \"-P1Y2M3DT4.5S\"}";

        assertThat(Shape.json(api.post(CYPHER, body("RETURN toString($x) AS text", duration)))
                        .path("rows")
                        .get(0)
                        .path("text")
                        .asText())
                .isEqualTo("P-1Y-2M-3DT-4.5S");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SRID=4326;POINT (72.8 40.5)", "SRID=9157;POINT Z (1.0 2.0 3.0)"})
    void givesAPointAsItTakesOne(String point) {
        String given = "\"x\": {\"$type\": \"Point\", \"_value\": \"" + point + "\"}";

        assertThat(Shape.json(api.post(CYPHER, body("RETURN $x AS point", given)))
                        .path("rows")
                        .get(0)
                        .path("point")
                        .asText())
                .isEqualTo(point);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$type\": \"Date\", \"_value\": \"2009-13-01\"}",
                "{\"$type\": \"Date\", \"_value\": 20090101}",
                "{\"$type\": \"Integer\", \"_value\": \"1.5\"}",
                "{\"$type\": \"Integer\", \"_value\": \"9223372036854775808\"}",
                "{\"$type\": \"Float\", \"_value\": \"1e999\"}",
                "{\"$type\": \"Boolean\", \"_value\": \"yes\"}",
                "{\"$type\": \"Dat\", \"_value\": \"2009-07-01\"}",
                "{\"$type\": 7, \"_value\": \"2009-07-01\"}",
                "{\"$type\": \"Date\"}",
                "{\"$type\": \"Date\", \"_value\": \"2009-07-01\", \"more\": 1}",
                "{\"$type\": \"Null\", \"_value\": 1}",
                "{\"$type\": \"List\", \"_value\": 1}",
                "{\"$type\": \"Map\", \"_value\": []}",
                "{\"$type\": \"Duration\", \"_value\": \"P\"}",
                "{\"$type\": \"Duration\", \"_value\": \"P1DT\"}",
                "{\"$type\": \"Point\", \"_value\": \"POINT (1 2)\"}",
                "{\"$type\": \"Point\", \"_value\": \"SRID=4326;POINT (72.8 100)\"}",
                "{\"$type\": \"Point\", \"_value\": \"SRID=4326;POINT (1 2 3)\"}",
                "{\"$type\": \"Point\", \"_value\": \"SRID=1;POINT (1 2)\"}",
                "{\"$type\": \"Base64\", \"_value\": \"?\"}",
                "{\"$type\": \"ZonedDateTime\", \"_value\": \"2015-11-21T21:40:32Z[Asia/Nowhere]\"}",
                "[1, {\"$type\": \"Node\", \"_value\": {}}]",
                "{\"deep\": {\"$type\": \"Date\", \"_value\": \"\"}}",
                "9223372036854775808",
                "1e999"
            })
    void namesTheParameterWhoseValueIsNone(String json) {
        JsonNode problem =
                Shape.problem(api.post(CYPHER, body("RETURN $day AS day", "\"day\": " + json)), 400, "bad-parameter");

        assertThat(problem.path("parameter").asText()).isEqualTo("day");
    }

    @Test
    void namesAParameterThatTheStatementUsesAndNobodyGives() {
        JsonNode problem = Shape.problem(api.post(CYPHER, body(BACKERS, "\"asof\": 1")), 400, "bad-parameter");

        assertThat(problem.path("parameter").asText()).isEqualTo("asOf");
        assertThat(problem.path("detail").asText()).contains("did you mean \"asof\"?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "MATCH (a) RETRUN a                      | 1 | 11",
                "MATCH (a)\\nRETURN b                    | 2 | 8",
                "// a comment\\n\\n  MATCH (a:) RETURN a | 3 | 12",
                "RETURN nosuch(1)                        | 1 | 8"
            })
    void saysWhereInTheCallersOwnTextAFaultIs(String statement, int line, int column) {
        JsonNode problem = Shape.problem(api.post(CYPHER, body(statement)), 400, "faulty-statement");

        assertThat(problem.path("line").asInt()).isEqualTo(line);
        assertThat(problem.path("column").asInt()).isEqualTo(column);
    }

    @Test
    void blamesTheStatementForWhatFailsWhileItRuns() {
        Shape.problem(api.post(CYPHER, body("RETURN 1 / $zero AS x", "\"zero\": 0")), 400, "faulty-statement");
        Shape.problem(api.post(CYPHER + ".csv", body("RETURN 1 / $zero AS x", "\"zero\": 0")), 400, "faulty-statement");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE (n:Entity {id: 'x'}) RETURN n",
                "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
                "SHOW TRANSACTIONS",
                "CALL dbms.components()",
                "RETURN 1 AS x; RETURN 2 AS x",
                "EXPLAIN RETURN 1 AS x",
                ""
            })
    void refusesWhatIsMoreThanReading(String statement) {
        Shape.problem(api.post(CYPHER, body(statement)), 403, "refused");
    }

    @Test
    void tellsWhichPartOfAStatementIsRefused() {
        JsonNode problem = Shape.problem(api.post(CYPHER, body("MATCH (n)\\nCALL dbms.components()")), 403, "refused");

        assertThat(problem.path("line").asInt()).isEqualTo(2);
        assertThat(problem.path("column").asInt()).isEqualTo(6);
    }

    @Test
    void passesOnWhatTheDatabaseRemarks() {
        JsonNode notification = Shape.json(api.post(CYPHER, body("MATCH (n)\\nWHERE n:Atcor RETURN n.nmae AS x")))
                .path("notifications")
                .get(0);

        assertThat(notification.fieldNames())
                .toIterable()
                .containsExactly("code", "title", "description", "severity", "line", "column");
        assertThat(notification.path("code").asText()).endsWith("UnknownLabelWarning");
        assertThat(notification.path("severity").asText()).isEqualTo("warning");
        assertThat(notification.path("line").asInt()).isEqualTo(2);
        assertThat(notification.path("column").asInt()).isEqualTo(9);
    }

    @Test
    void remarksOnAWrittenTextThatIsProbablyADayWhereNothingIsFound() {
        String statement = "MATCH (:Actor)-[s:SUPPORTS]->(b) WHERE s.validFrom = %s RETURN b.id AS id";

        JsonNode ofNone = Shape.json(api.post(CYPHER, body(statement.formatted("'2009-07-07'"))));
        JsonNode ofADate = Shape.json(api.post(CYPHER, body(statement.formatted("date( '1809-07-07')"))));

        assertThat(ofNone.path("notifications").get(0).path("description").asText())
                .contains("write date('2009-07-07')");
        assertThat(ofADate.path("notifications")).isEmpty();
    }

    @Test
    void remarksOnATextThatIsProbablyADayWhereNothingIsFound() {
        String statement = "MATCH (:Actor)-[s:SUPPORTS]->(b) WHERE s.validFrom = %s RETURN b.id AS id";
        String day = "\"d\": \"2009-07-07\", \"id\": \"2009-07-07-meeting\"";

        JsonNode ofNone = Shape.json(api.post(CYPHER, body(statement.formatted("$d"), day)));
        JsonNode ofSome = Shape.json(api.post(CYPHER, body(statement.formatted("date($d)"), day)));

        assertThat(ofNone.path("rows")).isEmpty();
        assertThat(ofNone.path("notifications")).hasSize(1);
        assertThat(ofNone.path("notifications").get(0).path("code").asText())
                .isEqualTo("Entente.Parameter.TextLikeADay");
        assertThat(ofNone.path("notifications").get(0).path("description").asText())
                .contains("{\"$type\": \"Date\", \"_value\": \"2009-07-07\"}", "date($d)");
        assertThat(ofSome.path("rows")).isNotEmpty();
        assertThat(ofSome.path("notifications")).isEmpty();
    }

    @Test
    void showsThePlanOnRequest() {
        JsonNode plan = Shape.json(api.post(
                        CYPHER + "?plan=true",
                        body("MATCH (b:Base {id: $id}) RETURN b.name AS name", "\"id\": \"osh-base\"")))
                .path("plan");

        assertThat(plan.fieldNames()).toIterable().containsExactly("operator", "details", "estimatedRows", "children");
        assertThat(plan.path("operator").asText()).isEqualTo("ProduceResults");
        assertThat(plan.findValuesAsText("operator")).contains("Filter");
        assertThat(plan.path("estimatedRows").isNumber()).isTrue();
        assertThat(Shape.json(api.post(CYPHER + "?plan=false", body("RETURN 1 AS one")))
                        .has("plan"))
                .isFalse();
    }

    @Test
    void cutsAtTheLimitAndSaysSo() {
        String statement = body("UNWIND range(1, 5000) AS x RETURN x");

        assertThat(Shape.json(api.post(CYPHER, statement)).path("rows")).hasSize(1000);
        assertThat(Shape.json(api.post(CYPHER + "?limit=2", statement))
                        .path("truncated")
                        .asBoolean())
                .isTrue();
        assertThat(Shape.json(api.post(CYPHER + "?limit=5000", statement))
                        .path("truncated")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void goesOnFromPageToPage() {
        String statement = body("UNWIND range(1, $most) AS x RETURN x", "\"most\": 5");
        List<Integer> found = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = Shape.json(api.post(CYPHER + "?limit=2" + after, statement));
            page.path("rows").forEach(row -> found.add(row.path("x").asInt()));
            assertThat(page.path("next").isNull())
                    .isNotEqualTo(page.path("truncated").asBoolean());
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asText();
        } while (!after.isEmpty());
        HttpResponse<String> csv = api.post(CYPHER + ".csv?limit=2", statement);
        String next = Shape.header(csv, "Entente-Next");

        assertThat(found).containsExactly(1, 2, 3, 4, 5);
        assertThat(Shape.header(csv, "Link"))
                .isEqualTo("<" + CYPHER + ".csv?limit=2&after=" + next + ">; rel=\"next\"");
        assertThat(api.post(CYPHER + ".csv?limit=2&after=" + next, statement).body())
                .isEqualTo("x\r\n3\r\n4\r\n");
        String other = body("UNWIND range(1, $most) AS x RETURN x", "\"most\": 6");
        Shape.problem(api.post(CYPHER + "?limit=2&after=" + next, other), 400, "bad-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {".json", ".jsonl"})
    void tellsInAHeaderWhereThePageAfterALongOneIs(String ending) {
        String statement = body("UNWIND range(1, 1500) AS x RETURN x, '" + "a".repeat(100) + "' AS text");
        HttpResponse<String> page = api.post(CYPHER + ending + "?limit=1000", statement);

        assertThat(page.body()).hasSizeGreaterThan(100_000);
        String next = Shape.header(page, "Link").replaceFirst("<(.*)>; rel=\"next\"", "$1");
        assertThat(next).startsWith(CYPHER + ending);
        assertThat(api.post(next, statement).body()).contains("\"x\":1001,").doesNotContain("\"x\":1000,");
    }

    @Test
    void beginsAgainOnceTheGraphHasChanged(Graph graph) {
        String statement = body("UNWIND range(1, 5) AS x RETURN x");
        String next = Shape.json(api.post(CYPHER + "?limit=2", statement))
                .path("next")
                .asText();

        graph.write("commit", writing -> writing.run("CREATE (:Passing)", Map.of()));
        graph.write("commit", writing -> writing.run("MATCH (n:Passing) DELETE n", Map.of()));

        Shape.problem(api.post(CYPHER + "?limit=2&after=" + next, statement), 410, "graph-changed");
    }

    @Test
    void namesTheEndsOfARelationshipThatStandsAlone() {
        String statement = body("MATCH (:State {id: 'russia'})-[s:SUPPORTS]->(:Base) RETURN s, {all: [s]} AS map");

        JsonNode row = Shape.json(api.post(CYPHER, statement)).path("rows").get(0);

        for (JsonNode relationship :
                List.of(row.path("s"), row.path("map").path("all").get(0))) {
            assertThat(relationship.path("from").asText()).isEqualTo("russia");
            assertThat(relationship.path("to").asText()).isEqualTo("osh-base");
        }
        assertThat(api.post(CYPHER + ".jsonl", statement).body()).contains("\"from\":\"russia\"");
        assertThat(api.post(CYPHER + ".csv", statement).body()).contains("russia");
    }

    @Test
    void answersInCsv() {
        HttpResponse<String> csv = api.post(CYPHER + ".csv?limit=2", body("UNWIND [1, 2, 3] AS x RETURN x, 'a' AS y"));

        assertThat(Shape.header(csv, "Content-Type")).isEqualTo("text/csv; charset=utf-8; header=present");
        assertThat(Shape.header(csv, "Entente-Truncated")).isEqualTo("true");
        assertThat(csv.body()).isEqualTo("x,y\r\n1,a\r\n2,a\r\n");
    }

    @Test
    void answersInJsonLinesWithALastLineForWhatIsToBeSaid() {
        String statement = body("UNWIND [1, 2, 3] AS x RETURN x");

        assertThat(api.post(CYPHER + ".jsonl", statement).body()).isEqualTo("{\"x\":1}\n{\"x\":2}\n{\"x\":3}\n");
        assertThat(api.post(CYPHER + "?limit=2", statement, "Accept", "application/x-ndjson")
                        .body())
                .matches("\\{\"x\":1}\n\\{\"x\":2}\n\\{\"truncated\":true,\"next\":\"[\\w-]{32}\"}\n");
        assertThat(api.post(CYPHER + ".jsonl", body("UNWIND [] AS x RETURN x")).body())
                .isEmpty();
    }

    @Test
    void endsWithAnErrorWhatFailsInMidStream() {
        String statement =
                body("UNWIND range(1, 9000) AS x RETURN x, 1 / (9000 - x) AS y, 'some text for length' AS z");
        HttpResponse<String> json = api.post(CYPHER + "?limit=10000", statement);
        HttpResponse<String> lines = api.post(CYPHER + ".jsonl?limit=10000", statement);

        JsonNode answer = Shape.json(json);
        assertThat(answer.path("truncated").asBoolean()).isTrue();
        assertThat(answer.path("error").path("code").asText()).isEqualTo("faulty-statement");
        JsonNode last = Shape.parsed(lines.body().lines().reduce("", (before, line) -> line));
        assertThat(last.path("error").path("status").asInt()).isEqualTo(400);
        assertThat(lines.body().lines().limit(5))
                .allSatisfy(line -> assertThat(Shape.parsed(line).has("x")).isTrue());
        Shape.problem(api.post(CYPHER + ".csv?limit=10000", statement), 400, "faulty-statement");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonp", "", "text/json"})
    void takesJsonAlone(String type) {
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString(body("RETURN 1 AS x"));
        String[] headers = type.isEmpty() ? new String[0] : new String[] {"Content-Type", type};

        Shape.problem(api.send("POST", CYPHER, body, headers), 415, "unsupported-media-type");
    }

    @Test
    void takesJsonWhoseCharactersAreNamed() {
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString(body("RETURN 1 AS x"));

        Shape.json(api.send("POST", CYPHER, body, "Content-Type", "Application/JSON; charset=utf-8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/vnd.neo4j.query", "application/vnd.neo4j.query.v1.1; charset=utf-8"})
    void takesTheTypedJsonOfTheQueryApi(String type) {
        String reading = "{\"statement\": \"RETURN $day < date('2010-01-01') AS x\", \"accessMode\": \"Read\","
                + " \"parameters\": {\"day\": {\"$type\": \"Date\", \"_value\": \"2009-07-31\"}}}";
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString(reading);

        assertThat(Shape.json(api.send("POST", CYPHER, body, "Content-Type", type))
                        .path("rows")
                        .get(0)
                        .path("x")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void refusesABodyThatIsTooLargeWhetherItSaysSoOrNot() {
        String large = body("RETURN 1 AS x", "\"x\": \"" + "x".repeat(HttpSettings.BODY_BYTES) + "\"");
        HttpRequest.BodyPublisher unmeasured = HttpRequest.BodyPublishers.ofInputStream(
                () -> new java.io.ByteArrayInputStream(large.getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        for (int i = 0; i < 50; i++) {
            Shape.problem(api.post(CYPHER, large), 413, "body-too-large");
        }
        Shape.problem(api.send("POST", CYPHER, unmeasured, "Content-Type", "application/json"), 413, "body-too-large");
        String fits = body("RETURN size($x) AS x", "\"x\": \"" + "x".repeat(HttpSettings.BODY_BYTES - 200) + "\"");
        Shape.json(api.post(CYPHER, fits));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "''                                                      | malformed-body |",
                "{                                                       | malformed-body |",
                "[]                                                      | malformed-body |",
                "{\"statement\": \"RETURN 1 AS x\"} {}                   | malformed-body |",
                "{\"statement\": \"RETURN 1 AS x\", \"statement\": \"\"} | malformed-body |",
                "{\"statement\": \"RETURN 1 AS x\", \"params\": {}}      | unknown-member | params",
                "{\"statement\": \"RETURN 1 AS x\", \"accessMode\": \"Write\"} | bad-parameter | accessMode",
                "{\"statement\": \"RETURN 1 AS x\", \"accessMode\": 1}  | bad-parameter  | accessMode",
                "{\"statement\": \"RETURN 1 AS x\", \"bookmarks\": []}  | unknown-member | bookmarks",
                "{}                                                      | bad-parameter  | statement",
                "{\"statement\": null}                                   | bad-parameter  | statement",
                "{\"statement\": [\"RETURN 1 AS x\"]}                    | bad-parameter  | statement",
                "{\"statement\": \"RETURN 1 AS x\", \"parameters\": []}  | bad-parameter  | parameters"
            })
    void refusesABodyOfAnotherShape(String body, String code, String parameter) {
        JsonNode problem = Shape.problem(api.post(CYPHER, body), 400, code);

        assertThat(problem.path("parameter").asText(null)).isEqualTo(parameter);
    }

    @Test
    void refusesWhatIsNestedTooDeeply() {
        Shape.problem(
                api.post(CYPHER, body("RETURN $x AS x", "\"x\": " + "[".repeat(5000) + "]".repeat(5000))),
                400,
                "malformed-body");
    }

    @ParameterizedTest
    @CsvSource({"limit=0,limit", "limit=10001,limit", "plan=maybe,plan", "plan=true&plan=true,plan"})
    void namesTheParameterOfTheAddressAtFault(String query, String parameter) {
        JsonNode problem = Shape.problem(api.post(CYPHER + "?" + query, body("RETURN 1 AS x")), 400, "bad-parameter");

        assertThat(problem.path("parameter").asText()).isEqualTo(parameter);
    }

    @Test
    void refusesAPlanThatCsvHasNoPlaceFor() {
        JsonNode problem =
                Shape.problem(api.post(CYPHER + ".csv?plan=true", body("RETURN 1 AS x")), 400, "bad-parameter");

        assertThat(problem.path("detail").asText()).contains("ask for JSON");
    }

    @Test
    void refusesAParameterOfTheAddressThatItDoesNotKnow() {
        Shape.problem(api.post(CYPHER + "?statement=x", body("RETURN 1 AS x")), 400, "unknown-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "OPTIONS"})
    void answersPostAlone(String method) {
        HttpResponse<String> response = api.send(method, CYPHER);

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(Shape.header(response, "Allow")).isEqualTo("POST");
    }

    @Test
    void refusesAFormatThatItDoesNotHave() {
        Shape.problem(api.post(CYPHER, body("RETURN 1 AS x"), "Accept", "application/pdf"), 406, "not-acceptable");
    }

    private static String body(String statement, String... parameters) {
        return "{\"statement\": \"" + statement + "\", \"parameters\": {" + String.join(", ", parameters) + "}}";
    }
}
