package entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import entente.graph.Graph;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryRoutesTest extends SampleApi {
    private static final String BACKERS = "/api/v1/queries/who-backs/results";

    @Test
    void listsEverySavedQuery() {
        JsonNode list = Shape.json(api.get("/api/v1/queries"));

        assertThat(list.path("queries").findValuesAsText("title"))
                .hasSizeGreaterThan(10)
                .doesNotContain("");
        assertThat(list.path("faults")).isEmpty();
    }

    @Test
    void definesAQueryInTheOrderOfItsHeader() {
        JsonNode query = Shape.json(api.get("/api/v1/queries/who-backs"));

        assertThat(query.fieldNames())
                .toIterable()
                .containsExactly("name", "topic", "title", "description", "ask", "parameters", "columns", "cypher");
        assertThat(query.path("parameters"))
                .extracting(parameter -> parameter.path("name").asText())
                .containsExactly("target", "asOf", "kind");
        assertThat(query.path("parameters").get(0).path("type").asText()).isEqualTo("entity");
        assertThat(query.path("parameters").get(1).path("default").asText()).isEqualTo("today");
        assertThat(query.path("columns").get(0).path("name").asText()).isEqualTo("actor");
        assertThat(query.path("cypher").asText()).startsWith("// title:").contains("MATCH");
    }

    @Test
    void tellsAmongWhatKindsANameIsLookedForAndWhichDayAMonthStandsFor() {
        JsonNode disputes = Shape.json(api.get("/api/v1/queries/disputes-between"));
        JsonNode timeline = Shape.json(api.get("/api/v1/queries/timeline"));

        assertThat(disputes.path("parameters").get(0).path("kinds").toString()).isEqualTo("[\"Actor\"]");
        assertThat(timeline.path("parameters").findValuesAsText("period")).contains("first day", "last day");
        assertThat(timeline.path("parameters").get(0).has("kinds")).isFalse();
    }

    @Test
    void answersWithRowsKeyedByColumn() {
        JsonNode answer = Shape.json(api.get(BACKERS + "?target=Osh+base&asOf=2009-07-31"));

        assertThat(answer.fieldNames())
                .toIterable()
                .containsExactly("query", "parameters", "columns", "rows", "truncated", "next");
        assertThat(answer.path("query").asText()).isEqualTo("who-backs");
        assertThat(answer.path("parameters").toString())
                .isEqualTo("{\"target\":\"osh-base\",\"asOf\":\"2009-07-31\",\"kind\":null}");
        assertThat(answer.path("columns").get(1).asText()).isEqualTo("actorId");
        assertThat(answer.path("rows").findValuesAsText("actorId"))
                .containsExactlyInAnyOrder("csto", "kazakhstan", "russia");
        assertThat(answer.path("truncated").asBoolean()).isFalse();
        assertThat(answer.path("next").isNull()).isTrue();
    }

    @Test
    void saysThatThereAreMoreRowsThanTheLimit() {
        HttpResponse<String> csv = api.get(BACKERS + ".csv?target=osh-base&asOf=2009-07-31&limit=2");

        assertThat(Shape.json(api.get(BACKERS + "?target=osh-base&asOf=2009-07-31&limit=2"))
                        .path("truncated")
                        .asBoolean())
                .isTrue();
        assertThat(Shape.header(csv, "Entente-Truncated")).isEqualTo("true");
        assertThat(records(csv)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/queries/who-backs/results?target=Osh+base", "/api/v1/ask?q=who+backs+the+Osh+base"})
    void pagesThroughEveryRowOnce(String path) {
        String asked = path + "&asOf=2009-07-31";
        JsonNode all = Shape.json(api.get(asked)).path("rows");
        List<JsonNode> paged = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = Shape.json(api.get(asked + "&limit=1" + after));
            page.path("rows").forEach(paged::add);
            assertThat(page.path("truncated").asBoolean())
                    .isEqualTo(!page.path("next").isNull());
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asText();
        } while (!after.isEmpty());

        assertThat(paged).hasSize(3).containsExactlyElementsOf(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".json", ".jsonl", ".csv"})
    void linksToTheNextPage(String extension) {
        String first = BACKERS + extension + "?target=Osh+base&asOf=2009-07-31&limit=1";
        HttpResponse<String> page = api.get(first);

        String next = Shape.header(page, "Entente-Next");
        assertThat(Shape.header(page, "Entente-Truncated")).isEqualTo("true");
        assertThat(Shape.header(page, "Link")).isEqualTo("<" + first + "&after=" + next + ">; rel=\"next\"");
        assertThat(api.get(first + "&after=" + next).body())
                .isNotEqualTo(page.body())
                .isNotBlank();
    }

    @Test
    void refusesThePageOfAnotherQuestion() {
        String next = nextOf(BACKERS + "?target=osh-base&asOf=2009-07-31&limit=1");

        for (String other : List.of(
                BACKERS + "?target=osh-base&asOf=2009-08-31",
                BACKERS + "?target=manas-base&asOf=2009-07-31",
                "/api/v1/queries/who-opposes/results?target=osh-base&asOf=2009-07-31")) {
            JsonNode problem = Shape.problem(api.get(other + "&after=" + next), 400, "bad-parameter");
            assertThat(problem.path("parameter").asText()).isEqualTo("after");
        }
    }

    @Test
    void saysThatTheGraphHasChangedSinceThePageBefore(Graph graph) {
        String asked = BACKERS + "?target=osh-base&asOf=2009-07-31&limit=1";
        String next = nextOf(asked);
        Shape.json(api.get(asked + "&after=" + next));

        graph.write("change", writing -> writing.run("CREATE (:Passing)", Map.of()));
        graph.write("change back", writing -> writing.run("MATCH (n:Passing) DELETE n", Map.of()));

        Shape.problem(api.get(asked + "&after=" + next), 410, "graph-changed");
    }

    private static String nextOf(String path) {
        return Shape.json(api.get(path)).path("next").asText();
    }

    @Test
    void answersInCsv() {
        HttpResponse<String> csv = api.get(BACKERS + ".csv?target=osh-base&asOf=2009-07-31");

        Shape.assertIsSafe(csv);
        assertThat(Shape.header(csv, "Content-Type")).isEqualTo("text/csv; charset=utf-8; header=present");
        assertThat(csv.headers().firstValue("Entente-Truncated")).isEmpty();
        assertThat(csv.body()).startsWith("actor,actorId,since,").contains("\r\n");
        assertThat(records(csv))
                .extracting(row -> row.getField("actorId"))
                .containsExactlyInAnyOrder("csto", "kazakhstan", "russia");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                        | application/json",
                "*/*                                       | application/json",
                "text/csv                                  | text/csv; charset=utf-8; header=present",
                "text/*, application/json;q=0.5            | text/csv; charset=utf-8; header=present",
                "application/json;q=0.2, */*;q=0.1         | application/json",
                "application/json;q=0, */*                 | text/csv; charset=utf-8; header=present",
                "text/html,application/xml;q=0.9,*/*;q=0.8 | application/json"
            })
    void answersInTheFormatThatTheClientLikesBest(String accept, String contentType) {
        HttpResponse<String> answer = api.get(BACKERS + "?target=osh-base", "Accept", accept);

        assertThat(Shape.header(answer, "Content-Type")).isEqualTo(contentType);
        assertThat(String.join(", ", answer.headers().allValues("Vary")).split(", "))
                .contains("Accept");
    }

    @Test
    void letsTheExtensionDecideBeforeWhatTheClientAccepts() {
        HttpResponse<String> answer = api.get(BACKERS + ".csv?target=osh-base", "Accept", "application/json");

        assertThat(Shape.header(answer, "Content-Type")).startsWith("text/csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"who+backs+the+Osh+base%3F", "Who%20supports%20osh-base"})
    void answersAQuestionAndSaysHowItWasUnderstood(String question) {
        JsonNode answer = Shape.json(api.get("/api/v1/ask?asOf=2009-07-31&q=" + question));

        assertThat(answer.path("understood").fieldNames())
                .toIterable()
                .containsExactly("question", "query", "pattern", "arguments");
        assertThat(answer.path("understood").path("query").asText()).isEqualTo("who-backs");
        assertThat(answer.path("parameters").path("target").asText()).isEqualTo("osh-base");
        assertThat(answer.path("parameters").path("asOf").asText()).isEqualTo("2009-07-31");
        assertThat(answer.path("rows")).hasSize(3);
    }

    @Test
    void readsTheGraphAtTheEndOfAMonthThatAQuestionNames() {
        JsonNode answer = Shape.json(api.get("/api/v1/ask?q=who+backs+the+Osh+base+in+July+2009"));

        assertThat(answer.path("understood").path("arguments").path("asOf").asText())
                .isEqualTo("July 2009");
        assertThat(answer.path("parameters").path("asOf").asText()).isEqualTo("2009-07-31");
        assertThat(answer.path("rows")).hasSize(3);
    }

    @Test
    void takesAMonthForAWholeWhereATimeIsAskedFor() {
        JsonNode answer = Shape.json(api.get("/api/v1/ask?q=In+June+2009,+what+happened+in+Kyrgyzstan?"));

        assertThat(answer.path("parameters").path("earliest").asText()).isEqualTo("2009-06-01");
        assertThat(answer.path("parameters").path("latest").asText()).isEqualTo("2009-06-30");
        assertThat(answer.path("rows")).isNotEmpty();
    }

    @Test
    void answersAQuestionInCsv() {
        assertThat(records(api.get("/api/v1/ask.csv?asOf=2009-07-31&q=who+backs+the+Osh+base")))
                .hasSize(3);
    }

    @Test
    void refusesAParameterThatIsGivenInTheQuestionAndBesideIt() {
        JsonNode problem =
                Shape.problem(api.get("/api/v1/ask?q=who+backs+the+Osh+base&target=russia"), 400, "bad-parameter");

        assertThat(problem.path("parameter").asText()).isEqualTo("target");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            who backs xyzzyx?                        | unknown-entity | 404 | target | No entity is called "xyzzyx"
            who backs España или Россия?             | unknown-entity | 404 | target | No entity is called "España или Россия"
            what happened in Kyrgyzstan since 7 July?   | bad-parameter  | 400 | earliest | "7 July" is not a day of the calendar such as 7 July 2009 (2009-07-07), nor "today"
            who backs the Osh base before July 2009? | unknown-entity | 404 | target | No entity is called "Osh base before July 2009"; "July 2009" was read as a part of the name
            """)
    void tellsWhatIsWrongWithAQuestionInItsWords(
            String question, String code, int status, String parameter, String detail) {
        String asked = URLEncoder.encode(question, StandardCharsets.UTF_8);

        JsonNode problem = Shape.problem(api.get("/api/v1/ask?q=" + asked), status, code);

        assertThat(problem.path("detail").asText()).isEqualTo(detail);
        assertThat(problem.path("parameter").asText()).isEqualTo(parameter);
    }

    @Test
    void namesTheParameterOfAValueBesideTheQuestion() {
        JsonNode problem =
                Shape.problem(api.get("/api/v1/ask?q=who+backs+the+Osh+base&asOf=2009-07"), 400, "bad-parameter");

        assertThat(problem.path("detail").asText()).startsWith("Parameter \"asOf\": \"2009-07\" is a month");
    }

    @Test
    void readsADayOfTheQuestionAsPeopleWriteIt() {
        JsonNode inWords = Shape.json(api.get("/api/v1/ask?q=who+backs+the+Osh+base+on+31+July+2009%3F"));
        JsonNode inFigures = Shape.json(api.get("/api/v1/ask?q=who+backs+the+Osh+base+on+2009-07-31%3F"));
        JsonNode withDots = Shape.json(api.get("/api/v1/ask?q=who+backs+the+Osh+base+on+31.07.2009%3F"));

        assertThat(inWords.path("rows"))
                .isNotEmpty()
                .isEqualTo(inFigures.path("rows"))
                .isEqualTo(withDots.path("rows"));
        assertThat(inWords.path("parameters").path("asOf").asText()).isEqualTo("2009-07-31");
    }

    @Test
    void proposesTheNearestQueriesWhereNoneAnswersTheQuestion() {
        JsonNode problem = Shape.problem(api.get("/api/v1/ask?q=who+backs"), 404, "not-understood");

        assertThat(problem.path("candidates")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/queries/who-backs/results                                | bad-parameter     | 400 | target",
                "/api/v1/queries/who-backs/results?target=osh-base&asOf=yesterday | bad-parameter     | 400 | asOf",
                "/api/v1/queries/who-backs/results?target=a&target=b              | bad-parameter     | 400 | target",
                "/api/v1/queries/who-backs/results?target=xyzzyx                  | unknown-entity    | 404 | target",
                "/api/v1/queries/who-backs/results?target=osh-base&limit=0        | bad-parameter     | 400 | limit",
                "/api/v1/queries/who-backs/results?target=osh-base&limit=10001    | bad-parameter     | 400 | limit",
                "/api/v1/queries/who-backs/results?target=osh-base&limit=ten      | bad-parameter     | 400 | limit",
                "/api/v1/queries/who-backs/results?target=osh-base&limit=1&limit=2| bad-parameter     | 400 | limit",
                "/api/v1/ask                                                      | bad-parameter     | 400 | q",
                "/api/v1/ask?q=                                                   | bad-parameter     | 400 | q",
                "/api/v1/ask?q=a&q=b                                              | bad-parameter     | 400 | q"
            })
    void namesTheParameterAtFault(String path, String code, int status, String parameter) {
        assertThat(Shape.problem(api.get(path), status, code).path("parameter").asText())
                .isEqualTo(parameter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/results", "/results.csv", "/results.json"})
    void proposesTheQueryThatAMistypedNameMeans(String rest) {
        JsonNode problem = Shape.problem(api.get("/api/v1/queries/who-back" + rest), 404, "unknown-query");

        assertThat(problem.path("candidates").get(0).path("id").asText()).isEqualTo("who-backs");
    }

    private static List<NamedCsvRecord> records(HttpResponse<String> csv) {
        assertThat(csv.statusCode()).as(csv.body()).isEqualTo(200);
        return CsvReader.builder().ofNamedCsvRecord(csv.body()).stream().toList();
    }
}
