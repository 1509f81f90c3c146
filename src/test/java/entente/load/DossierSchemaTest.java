package entente.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import entente.graph.VocabularyFile;
import entente.load.document.Documents;
import entente.model.PropertyType;
import entente.model.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What editors complete and check by must be what the reader takes. */
class DossierSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Vocabulary VOCABULARY = VocabularyFile.bundled();
    static final List<String> BUNDLED = DossierFile.BUNDLED;

    private static JsonNode document;
    private static Schema schema;

    @BeforeAll
    static void readSchema() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(DossierSchemaTest.class.getResourceAsStream("/schema/dossier.schema.json"))) {
            document = JSON.readTree(file);
        }
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(document);
    }

    @ParameterizedTest
    @FieldSource("BUNDLED")
    void takesTheBundledDossiers(String id) {
        String text = new String(DossierFile.bundled(id).content(), StandardCharsets.UTF_8);

        assertThat(faultsBySchema(text)).isEmpty();
        assertThat(faultsByReader(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dossier: a\nborders: [[b, c]]",
                "dossier: a\nborders: [{between: [b, c], since: 1991, key: again}]",
                "dossier: a\nstances: [{actor: b, neutralOn: c, position: wary, sources: x#4, statedBy: d, claim: Who?}]",
                "dossier: a\nstances: [{actor: b, supports: c, on: 2009-07, confidence: low, basis: voted, until: 2010}]",
                "dossier: a\nrelationships: [{type: LEADS, from: b, to: c, role: king}]",
                "dossier: a\nentities: [{id: b, kind: Base, status: former}, {id: c, kind: Event, date: 1905-03-02}]",
                "dossier: a\nactors: [{id: b, kind: State, iso2: BB, cow: [2, 3], aliases: [NO, yes, 1905]}]",
                "dossier: a\nsources:\nbase: true"
            })
    void takesWhatTheReaderTakes(String dossier) {
        assertThat(faultsByReader(dossier)).isEmpty();
        assertThat(faultsBySchema(dossier)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title: a",
                "dossier: a\ntitle: <fill in what it is about>",
                "[a]",
                "dossier: a b",
                "dossier: a\nstance: []",
                "dossier: a\nbase: perhaps",
                "dossier: a\nsources: [{id: b, titel: c}]",
                "dossier: a\nsources: [{title: c}]",
                "dossier: a\nsources: [{id: b, url: 'javascript:alert(1)'}]",
                "dossier: a\nrefers: [Not A Slug]",
                "dossier: a\nactors: [{id: b, kind: Base}]",
                "dossier: a\nactors: [{id: b}]",
                "dossier: a\nactors: [{id: b, kind: State, office: c}]",
                "dossier: a\nagreements: [{id: b, kind: Agreement}]",
                "dossier: a\nentities: [{id: b, kind: Base, status: secret}]",
                "dossier: a\nentities: [{id: b, kind: Event, date: soon}]",
                "dossier: a\nentities: [{id: b, kind: Planet}]",
                "dossier: a\nstances: [{actor: b}]",
                "dossier: a\nstances: [{actor: b, supports: c, opposes: c}]",
                "dossier: a\nstances: [{actor: b, neutralOn: c}]",
                "dossier: a\nstances: [{actor: b, supports: c, position: d}]",
                "dossier: a\nstances: [{actor: b, supports: c, since: 2009-13}]",
                "dossier: a\nstances: [{actor: b, supports: c, confidence: sure}]",
                "dossier: a\nstances: [{actor: b, supports: c, sources: [The Gazette]}]",
                "dossier: a\nsignatures: [{actor: b}]",
                "dossier: a\nborders: [[b, c, d]]",
                "dossier: a\nborders: [{between: [b]}]",
                "dossier: a\nrelationships: [{from: b, to: c}]",
                "dossier: a\nrelationships: [{type: LIKES, from: b, to: c}]",
                "dossier: a\nrelationships: [{type: MEMBER_OF, from: b, to: c, role: d}]",
                "dossier: a\nrelationships: [{type: ATTACKED, from: b, to: c, on: 1905, since: 1904}]"
            })
    void refusesWhatTheReaderRefuses(String dossier) {
        assertThat(faultsByReader(dossier)).isNotEmpty();
        assertThat(faultsBySchema(dossier)).isNotEmpty();
    }

    @Test
    void knowsEveryKindTypeAndPropertyOfTheVocabulary() {
        assertThat(names(document.at("/$defs/kinds")))
                .containsExactlyElementsOf(VOCABULARY.kinds().keySet());
        assertThat(names(document.at("/$defs/types")))
                .containsExactlyElementsOf(VOCABULARY.types().keySet());
        assertThat(texts(document.at("/$defs/entity/properties/kind/enum")))
                .containsExactlyElementsOf(VOCABULARY.kinds().keySet());
        assertThat(texts(document.at("/$defs/relationship/properties/type/enum")))
                .containsExactlyElementsOf(VOCABULARY.types().keySet());
        VOCABULARY.kinds().forEach((name, kind) -> assertProperties("/$defs/kinds/" + name, kind.properties()));
        VOCABULARY.types().forEach((name, type) -> {
            assertProperties("/$defs/types/" + name, type.properties());
            assertThat(new TreeSet<>(texts(document.at("/$defs/types/" + name + "/required"))))
                    .isEqualTo(type.required());
        });
    }

    private static void assertProperties(String owner, Map<String, PropertyType> properties) {
        JsonNode described = document.at(owner + "/properties");
        assertThat(names(described)).as(owner).containsExactlyInAnyOrderElementsOf(properties.keySet());
        properties.forEach((key, type) -> {
            if (type instanceof PropertyType.Word word) {
                assertThat(texts(described.at("/" + key + "/enum"))).isEqualTo(word.words());
            } else {
                assertThat(described.at("/" + key + "/$ref").asText()).isEqualTo("#/$defs/" + definition(type));
            }
        });
    }

    private static String definition(PropertyType type) {
        if (type instanceof PropertyType.Numeric) {
            return "number";
        }
        return type instanceof PropertyType.Date ? "date" : type instanceof PropertyType.Texts ? "texts" : "text";
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static List<String> faultsBySchema(String dossier) {
        Object content = new Load(LoadSettings.builder().build()).loadFromString(dossier);
        return schema.validate(JSON.<JsonNode>valueToTree(content)).stream()
                .map(Object::toString)
                .toList();
    }

    private static List<Problem> faultsByReader(String dossier) {
        List<Problem> problems = new ArrayList<>();
        new DossierReader(VOCABULARY, problems)
                .read(Documents.read("dossier.yaml", dossier.getBytes(StandardCharsets.UTF_8)));
        return problems;
    }
}
