package entente.load.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import entente.load.InvalidInputException;
import entente.load.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mapping file gets wrong. */
class MappingTest {
    private static final String BEGINNING = """
            mapping: m
            tables: {t: {key: a}, other: }
            """;

    @Test
    void readsWhatDescribesTheDossier() {
        Mapping mapping = Tables.mapping(BEGINNING + """
                title: A table
                sources: [{id: s, title: Source}]
                entities: [{table: t, id: "x-{a}", kind: Place}]
                """);

        assertThat(mapping.head().id()).isEqualTo("m");
        assertThat(mapping.head().properties())
                .containsEntry("title", "A table")
                .containsEntry("source", "s");
        assertThat(mapping.tables()).containsOnlyKeys("t", "other");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{table: t, id: 'x-{a}', kind: Place, name: {first: ['{a}', 'Place {a}']}}",
                "{table: t, id: {value: '{a}', slug: true}, kind: Event, date: {year: '{y}', month: '{m}', unknown: ['0']}}",
                "{table: t, id: 'a{{b}}', kind: Place, aliases: ['{a}', '{b}']}",
                "{table: t, id: a, kind: {value: '{k}', values: {x: Place, y: Event}}, date: '{d}', where: {a: [x, ''], b: {not: z}}}"
            })
    void takesRulesOfEntities(String rule) {
        assertThat(problems("entities: [" + rule + "]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            {table: t, id: a} ! "kind" is missing
            {id: a, kind: Place} ! "table" is missing
            {table: tt, id: a, kind: Place} ! unknown table "tt"; did you mean "t"?; tables are named under tables
            {table: t, id: a, kind: Plase} ! unknown kind "Plase"; did you mean "Place"?
            {table: t, id: a, kind: Place, nam: b} ! unknown key "nam"; did you mean "name"?
            {table: t, id: a, kind: Place, date: b} ! unknown key "date"
            {table: t, id: 'a-{b', kind: Place} ! between braces stands the name of a column
            {table: t, id: 'a-b}', kind: Place} ! a brace closes here that never opened
            {table: t, id: {valeu: a}, kind: Place} ! a value needs one of value, first, year (with month and day) and lookup, and only one; is "valeu" meant to be "value"?
            {table: t, id: {value: a, splitt: b}, kind: Place} ! unknown key "splitt"; did you mean "split"?
            {table: t, id: {value: a, split: ','}, kind: Place} ! "id" takes one text, and here several are made
            {table: t, id: {value: a, date: MMDD}, kind: Place} ! "MMDD" is no pattern of a date
            {table: t, id: a, kind: Place, category: {value: b, number: 1234}} ! "1234" does not show how numbers are written
            {table: t, id: a, kind: Place, category: {value: b, number: '0,5', date: YYYY}} ! "date" makes no sense with number
            {table: t, id: {value: a, otherwise: b}, kind: Place} ! otherwise goes with values
            {table: t, id: {value: a, join: t}, kind: Place} ! join names a table, and by the column here
            {table: t, id: {value: a, join: other, by: b}, kind: Place} ! the table "other" needs a key to be joined by
            {table: t, id: {value: a, join: otter, by: b}, kind: Place} ! unknown table "otter"; did you mean "other"?
            {table: t, id: {year: a, day: b}, kind: Place} ! a day needs a month beside it
            {table: t, id: {lookup: [{iso4: a}]}, kind: Place} ! unknown key "iso4"; did you mean "iso2"?
            {table: t, id: {lookup: [{iso2: a}], kinds: [Stat]}, kind: Place} ! unknown kind "Stat"; did you mean "State"?
            {table: t, id: {lookup: [{iso2: a}], missing: create}, kind: Place} ! missing: create needs create
            {table: t, id: {lookup: [{iso2: a}], missing: never}, kind: Place} ! "never" is not a value of "missing"
            """)
    void refusesRulesOfEntities(String rule, String message) {
        assertThat(problems("entities: [" + rule + "]")).anySatisfy(problem -> {
            assertThat(problem.message()).startsWith(message);
            assertThat(problem.place()).isNotNull();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            {table: t, type: SIGNED, from: a} ! "to" is missing
            {table: t, type: LIKES, from: a, to: b} ! unknown type "LIKES"
            {table: t, type: {value: '{v}', values: {y: SUPORTS}}, from: a, to: b} ! unknown type "SUPORTS"; did you mean "SUPPORTS"?
            {table: t, type: SIGNED, from: a, to: b, position: c} ! unknown key "position"
            {table: t, type: SIGNED, from: a, to: b, basis: voting} ! unknown basis "voting"
            {table: t, type: SIGNED, from: a, to: b, confidence: sure} ! unknown confidence "sure"
            """)
    void refusesRulesOfRelationships(String rule, String message) {
        assertThat(problems("relationships: [" + rule + "]"))
                .anySatisfy(problem -> assertThat(problem.message()).startsWith(message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a]",
                "tables: {t: }",
                "mapping: m\ntables: {}",
                "mapping: m\ntables: {t: }",
                "mapping: m\ntables: {t: {separator: ab}}\nentities: [{id: a, kind: Place}]",
                "mapping: m\ntables: {t: {charset: utf-88}}\nentities: [{id: a, kind: Place}]",
                "mapping: m\ntables: {t: {kei: b}}\nentities: [{id: a, kind: Place}]",
                "mapping: m\ntables: {T 1: }\nentities: [{id: a, kind: Place}]",
                "mapping: m\nentitys: []\ntables: {t: }\nentities: [{id: a, kind: Place}]",
                "mapping: m\nsources: [{titel: a}]\ntables: {t: }\nentities: [{id: a, kind: Place}]"
            })
    void refusesWhatIsNoMapping(String yaml) {
        assertThat(catchThrowableOfType(InvalidInputException.class, () -> Tables.mapping(yaml)))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            {header: 0} ! header is the number of the line that names the columns, such as 5; where none does, columns
            {header: none} ! header is the number of the line
            {columns: []} ! columns gives the names of the columns, in their order
            {columns: [id, day, id]} ! two columns are called "id"
            {columns: [id, '']} ! "columns" must be a text of 1 to 10000 characters
            """)
    void refusesTablesThatCannotBeWrittenSo(String table, String message) {
        assertThat(problemsOf("mapping: m\ntables: {t: " + table + "}\nentities: [{id: '{id}', kind: Place}]"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).startsWith(message));
    }

    @Test
    void tellsAllThatIsWrongAtOnceInItsOrder() {
        assertThat(problems("entities: [{table: t, idd: a, kind: Plase}, {table: u, id: b, kind: Place}]"))
                .extracting(Problem::toString)
                .containsExactly(
                        "mapping.yaml:3:12: \"id\" is missing",
                        "mapping.yaml:3:23: unknown key \"idd\"; did you mean \"id\"?",
                        "mapping.yaml:3:37: unknown kind \"Plase\"; did you mean \"Place\"?",
                        "mapping.yaml:3:53: unknown table \"u\"; did you mean \"t\"?; tables are named under tables");
    }

    private static List<Problem> problems(String rules) {
        return problemsOf(BEGINNING + rules);
    }

    private static List<Problem> problemsOf(String mapping) {
        InvalidInputException invalid =
                catchThrowableOfType(InvalidInputException.class, () -> Tables.mapping(mapping));
        return invalid == null ? List.of() : invalid.problems();
    }
}
