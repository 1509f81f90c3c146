package entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchRoutesTest extends SampleApi {
    @ParameterizedTest
    @ValueSource(strings = {"kind=State", "q=an"})
    void pagesThroughEveryEntityOnce(String asked) {
        String path = "/api/v1/entities?" + asked;
        List<String> all = ids(path + "&limit=200");
        List<String> paged = new ArrayList<>();
        String link = path + "&limit=" + (all.size() / 3 + 1);
        while (!link.isEmpty()) {
            paged.addAll(ids(link));
            String next = Shape.header(api.get(link), "Link");
            link = next.isEmpty() ? "" : next.substring(1, next.indexOf('>'));
        }

        assertThat(paged).startsWith(all.toArray(String[]::new)).doesNotHaveDuplicates();
        assertThat(all).hasSizeGreaterThan(3);
    }

    private static List<String> ids(String path) {
        List<String> ids = new ArrayList<>();
        Shape.json(api.get(path))
                .path("entities")
                .forEach(entity -> ids.add(entity.path("id").asText()));
        return ids;
    }

    @Test
    void findsEntitiesTheBestFirst() {
        JsonNode found = Shape.json(api.get("/api/v1/entities?q=kyrgyz"));

        assertThat(found.fieldNames()).toIterable().containsExactly("q", "entities", "truncated", "next");
        assertThat(found.path("q").asText()).isEqualTo("kyrgyz");
        assertThat(found.path("next").isNull()).isTrue();
        JsonNode best = found.path("entities").get(0);
        assertThat(best.fieldNames()).toIterable().containsExactly("id", "kind", "name", "aliases", "matched", "score");
        assertThat(found.path("entities").findValuesAsText("id")).contains("kyrgyzstan");
        assertThat(best.path("aliases").isArray()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "KYRGYZSTAN, kyrgyzstan",
        "cote d'ivoire, cote-divoire",
        "iso2:KG, kyrgyzstan",
        "cow:703, kyrgyzstan",
        "КСОР, csto-response-force",
        "united st, united-states",
        "osh bse, osh-base"
    })
    void findsTheOneThatIsMeant(String text, String id) {
        assertThat(search(text).path("entities").path(0).path("id").asText()).isEqualTo(id);
    }

    @Test
    void listsTheEntitiesOfAKind() {
        JsonNode bases = Shape.json(api.get("/api/v1/entities?kind=Base&kind=Dispute"));

        assertThat(bases.path("entities").findValuesAsText("kind")).containsOnly("Base", "Dispute");
        assertThat(Shape.json(api.get("/api/v1/entities?kind=Base,Dispute"))).isEqualTo(bases);
        assertThat(bases.path("entities").findValuesAsText("name")).isSorted();
        assertThat(Shape.json(api.get("/api/v1/entities?kind=Actor&limit=200"))
                        .path("truncated")
                        .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "q, ''",
        "q, q=",
        "q, q=+",
        "q, q=a&q=b",
        "kind, kind=Stat",
        "kind, kind=",
        "kind, q=a&kind=State%60)%20DETACH%20DELETE%20n",
        "limit, q=a&limit=0",
        "limit, q=a&limit=201",
        "limit, q=a&limit=ten"
    })
    void refusesASearchThatIsNone(String parameter, String query) {
        JsonNode problem = Shape.problem(api.get("/api/v1/entities?" + query), 400, "bad-parameter");

        assertThat(problem.path("parameter").asText()).isEqualTo(parameter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AND",
                "name:*",
                "~",
                "/re/",
                "\"osh",
                "\\",
                "\u0000",
                "!!!",
                "<script>alert(1)</script>",
                "[a TO z]",
                "\ud83d\ude80"
            })
    void takesSyntaxForText(String text) {
        JsonNode found = search(text);

        assertThat(found.path("q").asText()).isEqualTo(text);
    }

    @Test
    void takesATextAsLongAsARequestCanBe() {
        assertThat(search("kyrgyzstan ".repeat(1_000)).path("entities").isArray())
                .isTrue();
    }

    @Test
    void tellsWhatChangedAroundAnEntity() {
        JsonNode comparison = Shape.json(api.get("/api/v1/compare?entity=Kazakhstan&from=2009-06-30&to=2009-12-31"));

        assertThat(comparison.fieldNames())
                .toIterable()
                .containsExactly(
                        "entity",
                        "from",
                        "to",
                        "appeared",
                        "ended",
                        "changed",
                        "continued",
                        "passed",
                        "entities",
                        "truncated");
        assertThat(comparison.path("entity").path("id").asText()).isEqualTo("kazakhstan");
        assertThat(comparison.path("from").asText()).isEqualTo("2009-06-30");
        JsonNode stance = comparison.path("appeared").get(0);
        assertThat(stance.fieldNames()).toIterable().containsExactly("id", "type", "from", "to", "properties");
        assertThat(comparison.path("appeared").findValuesAsText("to")).contains("osh-base");
        assertThat(comparison.path("entities").get(0).fieldNames())
                .toIterable()
                .containsExactly("id", "labels", "name");
        assertThat(stance.path("properties").path("validTo").isNull()).isTrue();
    }

    @Test
    void narrowsAComparison() {
        String compared = "/api/v1/compare?entity=kazakhstan&from=2009-06-30&to=today&direction=out&types=";

        assertThat(Shape.json(api.get(compared + "SUPPORTS&minConfidence=moderate"))
                        .path("appeared"))
                .isNotEmpty();
        assertThat(Shape.json(api.get(compared + "SUPPORTS&minConfidence=high")).path("appeared"))
                .isEmpty();
        assertThat(Shape.json(api.get(compared + "OPPOSES")).path("appeared")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "entity, from=2009-01-01&to=2010-01-01",
        "from, entity=russia&to=2010-01-01",
        "to, entity=russia&from=2010-01-01",
        "from, entity=russia&from=2010-01-01&to=2010-01-01",
        "from, entity=russia&from=2011-01-01&to=2010-01-01",
        "from, entity=russia&from=2009&to=2010-01-01",
        "to, entity=russia&from=2009-01-01&to=2009-02-30",
        "direction, entity=russia&from=2009-01-01&to=2010-01-01&direction=up",
        "types, entity=russia&from=2009-01-01&to=2010-01-01&types=HATES",
        "limit, entity=russia&from=2009-01-01&to=2010-01-01&limit=1000000",
        "entity, entity=russia&entity=china&from=2009-01-01&to=2010-01-01"
    })
    void refusesAComparisonThatIsNone(String parameter, String query) {
        JsonNode problem = Shape.problem(api.get("/api/v1/compare?" + query), 400, "bad-parameter");

        assertThat(problem.path("parameter").asText()).isEqualTo(parameter);
    }

    @Test
    void proposesTheEntitiesThatAComparisonMayMean() {
        String days = "&from=2009-01-01&to=2010-01-01";

        Shape.problem(api.get("/api/v1/compare?entity=atlantis" + days), 404, "unknown-entity");
        assertThat(Shape.problem(api.get("/api/v1/compare?entity=united" + days), 400, "ambiguous-entity")
                        .path("candidates"))
                .isNotEmpty();
    }

    private static JsonNode search(String text) {
        return Shape.json(api.get("/api/v1/entities?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8)));
    }
}
