package entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExploreRoutesTest extends SampleApi {
    @Test
    void showsAnEntityWithWhoAssertsItAndItsCounts() {
        JsonNode entity = Shape.json(api.get("/api/v1/entities/osh-base"));

        assertThat(entity.fieldNames())
                .toIterable()
                .containsExactly("id", "labels", "name", "properties", "assertedBy", "counts");
        assertThat(entity.path("name").asText()).isEqualTo("Osh base");
        assertThat(entity.path("properties").path("status").asText()).isEqualTo("proposed");
        assertThat(entity.path("assertedBy").get(0).path("id").asText()).isEqualTo("osh-base-2009");
        assertThat(entity.path("assertedBy").get(0).path("says").path("kind").asText())
                .isEqualTo("Base");
        assertThat(entity.path("counts").get(0).fieldNames())
                .toIterable()
                .containsExactly("type", "direction", "assertions", "neighbours");
    }

    @Test
    void countsTheNeighboursOfASymmetricTypeOnce() {
        JsonNode counts = Shape.json(api.get("/api/v1/entities/kyrgyzstan")).path("counts");

        assertThat(counts)
                .filteredOn(count -> count.path("type").asText().equals("BORDERS"))
                .extracting(count -> count.path("direction").asText())
                .containsExactly("both");
    }

    @Test
    void countsWhatPointsOneWay() {
        JsonNode in =
                Shape.json(api.get("/api/v1/entities/kyrgyzstan?direction=in")).path("counts");
        JsonNode out =
                Shape.json(api.get("/api/v1/entities/kyrgyzstan?direction=out")).path("counts");

        assertThat(in.findValuesAsText("direction")).isNotEmpty().doesNotContain("out");
        assertThat(out.findValuesAsText("direction")).contains("out", "both").doesNotContain("in");
    }

    @Test
    void countsWhatHoldsOnADay() {
        JsonNode before = Shape.json(api.get("/api/v1/entities/kazakhstan?types=SUPPORTS&asOf=2009-06-30"));
        JsonNode after = Shape.json(api.get("/api/v1/entities/kazakhstan?types=SUPPORTS&asOf=2009-07-31"));

        assertThat(before.path("counts")).isEmpty();
        assertThat(after.path("counts").findValuesAsText("type")).containsExactly("SUPPORTS");
    }

    @ParameterizedTest
    @CsvSource({
        "types, types=SUPORTS",
        "types, types=",
        "types, 'types=SUPPORTS,'",
        "types, types=Source",
        "asOf, asOf=2009-07",
        "asOf, asOf=yesterday",
        "asOf, asOf=2009-07-01&asOf=2009-07-02",
        "direction, direction=up",
        "minConfidence, minConfidence=sure",
        "minConfidence, minConfidence=low&minConfidence=high"
    })
    void refusesAFilterThatIsNone(String parameter, String query) {
        JsonNode problem = Shape.problem(api.get("/api/v1/entities/kazakhstan?" + query), 400, "bad-parameter");

        assertThat(problem.path("parameter").asText()).isEqualTo(parameter);
    }

    @Test
    void proposesTheEntitiesThatAnUnknownIdMayMean() {
        JsonNode byName = Shape.problem(api.get("/api/v1/entities/Osh%20base"), 404, "unknown-entity");
        JsonNode mistyped = Shape.problem(api.get("/api/v1/entities/kyrgizstan"), 404, "unknown-entity");

        assertThat(byName.path("candidates").findValuesAsText("id")).contains("osh-base");
        assertThat(mistyped.path("candidates").findValuesAsText("id")).contains("kyrgyzstan");
    }

    @Test
    void listsTheDossiersBaseOnesFirst() {
        JsonNode dossiers = Shape.json(api.get("/api/v1/dossiers")).path("dossiers");

        assertThat(dossiers.findValuesAsText("id")).containsExactly("states", "osh-base-2009");
        assertThat(dossiers.get(0).path("base").asBoolean()).isTrue();
        assertThat(dossiers.get(1).path("relationships").asInt()).isPositive();
        assertThat(dossiers.get(1).path("loadedAt").asText()).matches("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z");
    }

    @Test
    void saysItLivesAndIsReady() {
        assertThat(Shape.json(api.get("/healthz")).path("status").asText()).isEqualTo("alive");
        assertThat(Shape.json(api.get("/readyz")).path("status").asText()).isEqualTo("ready");
    }

    @Test
    void welcomesABrowserWithAPageThatRunsNothingButItsOwnScripts() {
        HttpResponse<String> page = api.get("/?q=who+backs+the+Osh+base", "Accept", "text/html,*/*;q=0.8");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(Shape.header(page, "Content-Type")).startsWith("text/html");
        assertThat(Shape.header(page, "Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .contains("script-src 'self' 'sha256-")
                .doesNotContain("unsafe", "http");
        assertThat(page.body()).contains("<script type=\"importmap\">{").doesNotContain("{{");
    }

    @Test
    void namesTheRoutesAndAFirstQuestionThatHasAnAnswer() {
        JsonNode index = Shape.json(api.get("/"));

        assertThat(index.path("routes").size()).isEqualTo(22);
        assertThat(Shape.json(api.get(index.path("first").asText())).path("rows"))
                .isNotEmpty();
        assertThat(List.of("/api/v1/queries", "/api/v1/dossiers", "/healthz", "/readyz", "/metrics"))
                .allSatisfy(route -> assertThat(index.path("routes").toString()).contains(route));
    }
}
