package entente.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTest {
    private static final String COMPLETE = """
            // title: Who backs it?
            // description: Actors that support it.
            // ask:
            //   - who backs {target}
            // parameters:
            //   target: {type: entity, description: what the stance is on, example: osh-base}
            //   asOf: {type: date, description: the day, default: today}
            // columns:
            //   actor: the backer
            MATCH (a) RETURN a AS actor
            """;

    @Test
    void refusesAnEscapeThatNamesNoCharacter() {
        assertThatThrownBy(() -> Header.of("// title: \"\\UFFFFFFFF\"\nRETURN 1"))
                .isInstanceOf(FaultyQueryException.class)
                .hasMessageContaining("names no character");
    }

    @Test
    void readsWhatTheFileSaysOfItself() {
        Header header = Header.of(COMPLETE);

        assertThat(header.title().value()).isEqualTo("Who backs it?");
        assertThat(header.ask()).containsExactly(new Header.Located<>("who backs {target}", 4));
        assertThat(header.parameters())
                .extracting(Header.Located::value)
                .containsExactly(
                        new Parameter(
                                "target",
                                ParameterType.ENTITY,
                                false,
                                "what the stance is on",
                                true,
                                null,
                                "osh-base",
                                List.of(),
                                List.of(),
                                null,
                                false),
                        new Parameter(
                                "asOf",
                                ParameterType.DATE,
                                false,
                                "the day",
                                false,
                                "today",
                                null,
                                List.of(),
                                List.of(),
                                null,
                                false));
        assertThat(header.columns())
                .containsExactly(java.util.Map.entry("actor", new Header.Located<>("the backer", 9)));
    }

    @Test
    void endsWithTheFirstLineThatIsNoComment() {
        assertThat(Header.of(COMPLETE + "// title: another\n").title().value()).isEqualTo("Who backs it?");
    }

    @Test
    void keepsWordsThatLookLikeOtherTypesAsTheyStand() {
        Header header =
                Header.of(COMPLETE.replace("example: osh-base", "example: no").replace("the backer", "2009-07"));

        assertThat(header.parameters().get(0).value().example()).isEqualTo("no");
        assertThat(header.columns().get("actor")).isEqualTo(new Header.Located<>("2009-07", 9));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            // title: Who backs it?                      | // titles: Who backs it?           | 1 | unknown key "titles"; did you mean "title"?
            // title: Who backs it?                      | // # none                          | 2 | lacks "title"
            // description: Actors that support it.      | // title: again                    | 2 | "title" stands here twice
            // description: Actors that support it.      | // description:                    | 2 | a text is missing
            // description: Actors that support it.      | // description: a: b               | 2 | mapping values are not allowed here
            //   - who backs {target}                    | //   who: backs                    | 4 | a list is missing
            //   - who backs {target}                    | //   - *alias                      | 4 | aliases
            {type: entity,                               | {type: entitty,                    | 6 | unknown type "entitty"
            {type: entity, description: what the stance is on, | {type: entity,               | 6 | lacks "description"
            {type: entity,                               | {typ: entity,                      | 6 | did you mean "type"
            , example: osh-base                          | ''                                 | 6 | neither a default nor an example
            //   target: {                               | //   limit: {                      | 6 | every query has already
            //   target: {                               | //   Target_Name: {                | 6 | must match
            example: osh-base                            | 'example: osh-base, values: [a]'   | 6 | only an enum
            type: entity                                 | type: enum                         | 6 | lists its "values"
            example: osh-base                            | 'example: osh-base, kinds: [state]' | 6 | "state" is not the name of a kind
            default: today                               | 'default: today, kinds: [State]'   | 7 | only a parameter of type entity has "kinds"
            type: entity                                 | 'type: string, of: issues'         | 6 | "of" is a label and a property
            type: entity                                 | 'type: string, written: (a)'       | 6 | "written" goes with "of"
            type: entity                                 | 'type: string, of: Proposal.unres, written: a' | 6 | "written" has one group
            type: entity                                 | 'type: string, of: Proposal.unres, written: (' | 6 | "written" is no regular expression
            type: entity                                 | 'type: string, of: Proposal.unres, written: (a)' | 6 | "osh-base" is none
            example: osh-base                            | 'example: osh-base, of: Proposal.unres' | 6 | only a parameter of type string has "of"
            default: today                               | 'default: today, period: week'     | 7 | "period" is first day or last day
            example: osh-base                            | 'example: osh-base, period: first day' | 6 | only a parameter of type date has "period"
            default: today                               | default: 2009-07                   | 7 | "2009-07" is a month
            default: today                               | 'default: today, required: true'   | 7 | needs no default
            default: today                               | 'default: today, required: maybe'  | 7 | is true or false
            //   actor: the backer                       | //   {}                            | 9 | describes no column
            """)
    void namesTheLineOfAFault(String part, String broken, int line, String message) {
        String file = COMPLETE.replace(part, broken);

        assertThat(file).isNotEqualTo(COMPLETE);
        assertThatThrownBy(() -> Header.of(file)).isInstanceOfSatisfying(FaultyQueryException.class, fault -> {
            assertThat(fault).hasMessageContaining(message);
            assertThat(fault.line()).isEqualTo(line);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MATCH (n) RETURN n", "//", "// - a list", "// just words", "\n// title: too late"})
    void refusesAFileWithoutAHeader(String file) {
        assertThatThrownBy(() -> Header.of(file)).isInstanceOf(FaultyQueryException.class);
    }

    @Test
    void refusesWhatIsNestedTooDeep() {
        assertThatThrownBy(() -> Header.of("// title: " + "[".repeat(10_000)))
                .isInstanceOf(FaultyQueryException.class)
                .hasMessageContaining("nested too deep");
    }

    @Test
    void refusesAHeaderThatIsTooLong() {
        assertThatThrownBy(() -> Header.of("// title: " + "a".repeat(40_000)))
                .isInstanceOf(FaultyQueryException.class)
                .hasMessageContaining("more than");
    }

    @Test
    void readsListsAndEnums() {
        Parameter kinds = Header.of(COMPLETE.replace(
                        "{type: entity, description: what the stance is on, example: osh-base}",
                        "{type: list of enum, values: [states, places], description: kinds, example: states}"))
                .parameters()
                .get(0)
                .value();

        assertThat(kinds.list()).isTrue();
        assertThat(kinds.type()).isEqualTo(ParameterType.ENUM);
        assertThat(kinds.words()).containsExactly("states", "places");
    }
}
