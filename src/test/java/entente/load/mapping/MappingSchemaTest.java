package entente.load.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import entente.load.InvalidInputException;
import entente.load.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What editors complete and check by must be what the reader takes. */
class MappingSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BEGINNING = "mapping: m\ntables: {t: {key: a}, other: }\n";
    static final List<String> BUNDLED = MappingFile.BUNDLED;

    private static JsonNode document;
    private static Schema schema;

    @BeforeAll
    static void readSchema() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(MappingSchemaTest.class.getResourceAsStream("/schema/mapping.schema.json"))) {
            document = JSON.readTree(file);
        }
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(document);
    }

    @ParameterizedTest
    @FieldSource("BUNDLED")
    void takesTheBundledMappings(String id) {
        String text = new String(MappingFile.bundled(id).content(), StandardCharsets.UTF_8);

        assertThat(faultsBySchema(text)).isEmpty();
        assertThat(faultsByReader(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "entities: [{table: t, id: a, kind: Place, aliases: [{value: b, number: '1,234.5'}, {value: b, number: 1.234}, {value: b, number: '1 234,5'}, {value: b, number: '0,5'}]}]",
                "entities: [{table: t, id: a, kind: {value: '{k}', values: {x: Place}, otherwise: unchanged}, cow: '{c}'}]",
                "entities: [{table: t, id: 'x-{a}', kind: Place, name: {first: ['{a}', 'Place {a}']}}]",
                "entities: [{table: t, id: {value: '{a}', slug: true}, kind: Event, date: {year: '{y}', month: '{m}', unknown: [0]}}]",
                "entities: [{table: t, id: 'a{{b}}', kind: Place, aliases: ['{a}', {value: '{b}', split: ';', absent: ['', NA]}]}]",
                "entities: [{table: t, id: a, kind: {value: '{k}', values: {x: Place, 2: Event}, otherwise: absent}, date: '{d}', where: {a: [x, ''], b: {not: z}}}]",
                "relationships: [{table: t, type: BORDERS, from: {lookup: [{iso2: '{a}'}], kinds: [State], missing: skip}, to: b, until: {value: '{e}', date: YYYYMM, open: [201612], exclusive: true}}]",
                "entities: [{table: t, id: a, kind: Event, date: {value: '{d}', date: [YYYY-MM-DD*, D MON YYYY]}}]",
                "relationships: [{table: other, type: MEMBER_OF, from: {lookup: [{name: '{a}'}], missing: create, create: {id: x, kind: State}}, to: {value: '{b}', join: t, by: c}, sources: [s]}]",
            })
    void takesWhatTheReaderTakes(String rules) {
        assertThat(faultsByReader(BEGINNING + rules)).isEmpty();
        assertThat(faultsBySchema(BEGINNING + rules)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "title: <fill in what it is about>\nentities: [{table: t, id: a, kind: Place}]",
                "entities: [{table: t, id: a}]",
                "entities: [{table: t, kind: Place}]",
                "entities: [{table: t, id: a, kind: Place, nam: b}]",
                "entities: [{table: t, id: 'a-{b', kind: Place}]",
                "entities: [{table: t, id: {valeu: a}, kind: Place}]",
                "entities: [{table: t, id: {value: a, splitt: b}, kind: Place}]",
                "entities: [{table: t, id: a, kind: Place, category: {value: a, number: '1,234,5'}}]",
                "entities: [{table: t, id: a, kind: Place, category: {value: a, number: '1234'}}]",
                "entities: [{table: t, id: a, kind: Place, category: {value: a, number: '0,5', slug: true}}]",
                "entities: [{table: t, id: {value: a, date: soon}, kind: Place}]",
                "entities: [{table: t, id: {value: a, otherwise: b}, kind: Place}]",
                "entities: [{table: t, id: {value: a, join: t}, kind: Place}]",
                "entities: [{table: t, id: {year: a, day: b}, kind: Place}]",
                "entities: [{table: t, id: {value: a, first: [b]}, kind: Place}]",
                "entities: [{table: t, id: {lookup: [{iso2: a, name: b}]}, kind: Place}]",
                "entities: [{table: t, id: {lookup: [{iso2: a}], missing: never}, kind: Place}]",
                "entities: [{table: t, id: {value: a, trim: perhaps}, kind: Place}]",
                "entities: [{table: t, id: a, kind: Place, where: [a]}]",
                "entities: [{table: t, id: a, kind: Place, where: {a: {is: b}}}]",
                "relationships: [{table: t, type: SIGNED, from: a}]",
                "relationships: [{table: t, type: SIGNED, from: a, to: b, name: c}]",
                "entitys: []\nentities: [{table: t, id: a, kind: Place}]",
                "sources: [{titel: a}]\nentities: [{table: t, id: a, kind: Place}]"
            })
    void refusesWhatTheReaderRefuses(String rules) {
        assertThat(faultsByReader(BEGINNING + rules)).isNotEmpty();
        assertThat(faultsBySchema(BEGINNING + rules)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{header: 5}", "{columns: [id, 1960]}", "{columns: id, header: 2, separator: tab}"})
    void takesTablesThatTheReaderTakes(String table) {
        String mapping = "mapping: m\ntables: {t: " + table + "}\nentities: [{id: a, kind: Place}]";

        assertThat(faultsByReader(mapping)).isEmpty();
        assertThat(faultsBySchema(mapping)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{separator: ab}",
                "{kei: b}",
                "{optional: perhaps}",
                "[a]",
                "{header: 0}",
                "{header: last}",
                "{columns: []}",
                "{columns: [a, a]}"
            })
    void refusesTablesThatTheReaderRefuses(String table) {
        String mapping = "mapping: m\ntables: {t: " + table + "}\nentities: [{id: a, kind: Place}]";

        assertThat(faultsByReader(mapping)).isNotEmpty();
        assertThat(faultsBySchema(mapping)).isNotEmpty();
    }

    @Test
    void knowsEveryFieldOfAFact() {
        Set<String> ofEntities = new TreeSet<>(Set.of("id", "kind", "name", "summary", "aliases"));
        Tables.VOCABULARY
                .kinds()
                .values()
                .forEach(kind -> ofEntities.addAll(kind.properties().keySet()));
        Set<String> ofRelationships = new TreeSet<>();
        Tables.VOCABULARY
                .types()
                .values()
                .forEach(type -> ofRelationships.addAll(type.properties().keySet()));
        Stream.of("type from to since until on key id confidence basis summary claim sources statedBy".split(" "))
                .forEach(ofRelationships::add);

        assertThat(fields("entity")).isEqualTo(ofEntities);
        ofEntities.addAll(Set.of("table", "where"));
        assertThat(fields("entityRule")).isEqualTo(ofEntities);
        ofRelationships.addAll(Set.of("table", "where"));
        assertThat(fields("relationshipRule")).isEqualTo(ofRelationships);
    }

    private static Set<String> fields(String definition) {
        Set<String> names = new TreeSet<>();
        document.at("/$defs/" + definition + "/properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> faultsBySchema(String mapping) {
        Object content = new Load(LoadSettings.builder().build()).loadFromString(mapping);
        return schema.validate(JSON.<JsonNode>valueToTree(content)).stream()
                .map(Object::toString)
                .toList();
    }

    private static List<Problem> faultsByReader(String mapping) {
        try {
            Tables.mapping(mapping);
            return new ArrayList<>();
        } catch (InvalidInputException invalid) {
            return invalid.problems();
        }
    }
}
