package entente.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.Neo4jExtension;
import entente.graph.EntityNames;
import entente.graph.Graph;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("database")
@ExtendWith(Neo4jExtension.class)
class QueryRunnerTest {
    private static final Clock NEARLY_AUGUST = Clock.fixed(Instant.parse("2009-07-31T23:59:59Z"), ZoneOffset.UTC);

    private static final List<Parameter> PARAMETERS = List.of(
            parameter("target", ParameterType.ENTITY, false, true, null),
            parameter("asOf", ParameterType.DATE, false, false, "today"),
            parameter("text", ParameterType.STRING, false, false, null),
            parameter("numbers", ParameterType.INTEGER, true, false, null),
            parameter("dossier", ParameterType.DOSSIER, false, false, null));
    private static final String ECHOED =
            "RETURN $target AS target, $asOf AS asOf, $text AS text, $numbers AS numbers ORDER BY target";
    private static final SavedQuery ECHO = new SavedQuery(
            "echo",
            "tests",
            "Echo",
            "Gives back what it is given.",
            List.of(),
            PARAMETERS,
            Map.of("target", "", "asOf", "", "text", "", "numbers", ""),
            ECHOED,
            ECHOED,
            false);

    private QueryRunner runner;

    @BeforeEach
    void fewEntities(Graph graph) {
        graph.write("few entities", writing -> writing.run("""
                CREATE (:Entity:Base {id: 'osh-base', name: 'Osh base', aliases: ['base in Osh']}),
                       (:Entity:Actor:State {id: 'kyrgyzstan', name: 'Kyrgyzstan', iso2: ['KG'], cow: ['703']}),
                       (:Entity:Actor:State {id: 'north-korea', name: 'North Korea', aliases: ['Korea', 'KOR'], iso2: ['KP']}),
                       (:Entity:Actor:State {id: 'south-korea', name: 'South Korea', aliases: ['Korea'], iso3: ['KOR'], cow: ['KP']})
                """, Map.of()));
        graph.write(
                "await",
                writing -> writing.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()", Map.of()));
        runner = new QueryRunner(graph, new EntityNames(graph), NEARLY_AUGUST);
    }

    @Test
    void bindsTypedValuesInTheOrderOfTheHeader() {
        QueryResult result = run(
                Map.of("numbers", List.of("1", "-2"), "asOf", List.of("2009-07-07"), "target", List.of("osh-base")));

        assertThat(result.parameters().keySet()).containsExactly("target", "asOf", "text", "numbers", "dossier");
        assertThat(row(result)).containsExactly("osh-base", LocalDate.of(2009, 7, 7), null, List.of(1L, -2L));
    }

    @Test
    void takesTheDayInUtcForToday() {
        assertThat(row(run(Map.of("target", List.of("osh-base")))).get(1)).isEqualTo(LocalDate.of(2009, 7, 31));
    }

    @ParameterizedTest
    @ValueSource(strings = {"osh-base", "Osh base", "the OSH BASE", "Base in Osh", "Osh bsae"})
    void findsAnEntityByIdOrNameOrWhatIsNearOneOnly(String name) {
        assertThat(row(run(Map.of("target", List.of(name)))).get(0)).isEqualTo("osh-base");
    }

    @Test
    void proposesEntitiesForANameThatNobodyBears() {
        assertFault(Map.of("target", List.of("Kyrgyzstan base camp")), QueryException.Reason.UNKNOWN_ENTITY, "target")
                .extracting(QueryException.Candidate::id)
                .contains("kyrgyzstan", "osh-base");
    }

    @ParameterizedTest
    @CsvSource({"Ash base, osh-base", "Zyrgyzstan, kyrgyzstan"})
    void proposesWhatIsNearByMoreThanASlip(String name, String id) {
        assertFault(Map.of("target", List.of(name)), QueryException.Reason.UNKNOWN_ENTITY, "target")
                .extracting(QueryException.Candidate::id)
                .contains(id);
    }

    @ParameterizedTest
    @CsvSource({
        "KG, kyrgyzstan",
        "kg, kyrgyzstan",
        "703, kyrgyzstan",
        "KOR, north-korea",
        "Kyrgyzstan (KG), kyrgyzstan",
        "KYRGYZSTAN (703), kyrgyzstan"
    })
    void findsAnEntityByACodeThatIsNobodysName(String code, String id) {
        assertThat(row(run(Map.of("target", List.of(code)))).get(0)).isEqualTo(id);
    }

    @Test
    void looksForANameAmongTheKindsThatCanBeMeant() {
        SavedQuery ofStates = ofStates();

        assertThat(runner.run(ofStates, Map.of("state", List.of("Kyrgyzstan")), 1)
                        .parameters())
                .containsEntry("state", "kyrgyzstan");
        assertThat(runner.run(ofStates, Map.of("state", List.of("osh-base")), 1).parameters())
                .as("an id is one of any kind")
                .containsEntry("state", "osh-base");
        assertThat(runner.run(ofStates, Map.of("state", List.of("Kyrgystan")), 1)
                        .parameters())
                .containsEntry("state", "kyrgyzstan");
        assertThatThrownBy(() -> runner.run(ofStates, Map.of("state", List.of("Osh base")), 1))
                .isInstanceOfSatisfying(
                        QueryException.class,
                        fault -> assertThat(fault.candidates())
                                .extracting(QueryException.Candidate::id)
                                .contains("osh-base"))
                .hasMessage("parameter \"state\": no State is called \"Osh base\"");
    }

    private static SavedQuery ofStates() {
        Parameter state = new Parameter(
                "state",
                ParameterType.ENTITY,
                false,
                "a state",
                true,
                null,
                "kyrgyzstan",
                List.of(),
                List.of("State"),
                null,
                false);
        String statement = "RETURN $state AS state";
        return new SavedQuery(
                "states",
                "tests",
                "States",
                "One state.",
                List.of(),
                List.of(state),
                Map.of("state", "its id"),
                statement,
                statement,
                true);
    }

    @ParameterizedTest
    @CsvSource({"in July 2009, 2009-07-31", "in 2008, 2008-12-31", "on 7 July 2009, 2009-07-07"})
    void takesTheLastDayOfWhatAQuestionNames(String when, LocalDate day) {
        String value = when.substring(3);
        Understood understood = new Understood("who?", ECHO, "who", Map.of("target", "osh-base", "asOf", value));

        assertThat(runner.answer(understood, Map.of(), 1).parameters()).containsEntry("asOf", day);
    }

    @Test
    void listsThoseThatACodeMayMean() {
        assertFault(Map.of("target", List.of("kp")), QueryException.Reason.AMBIGUOUS_ENTITY, "target")
                .extracting(QueryException.Candidate::id)
                .containsExactly("north-korea", "south-korea");
    }

    @Test
    void proposesNoEntityBecauseAWordIsItsCode() {
        assertFault(Map.of("target", List.of("703 xyzzy")), QueryException.Reason.UNKNOWN_ENTITY, "target")
                .isEmpty();
    }

    @Test
    void listsThoseThatANameMayMean() {
        assertFault(Map.of("target", List.of("Korea")), QueryException.Reason.AMBIGUOUS_ENTITY, "target")
                .extracting(QueryException.Candidate::id)
                .containsExactlyInAnyOrder("north-korea", "south-korea");
    }

    @Test
    void namesTheParameterThatIsWrong() {
        assertBad(Map.of(), "target", "is missing");
        assertBad(Map.of("target", List.of("osh-base", "osh-base")), "target", "takes one value, and got 2");
        assertBad(Map.of("target", List.of("osh-base"), "asOf", List.of("2009-07")), "asOf", "is a month");
        assertBad(Map.of("target", List.of("osh-base"), "numbers", List.of("1", "two")), "numbers", "\"two\" is not");
        assertBad(
                Map.of("target", List.of("osh-base"), "numbers", Collections.nCopies(101, "1")),
                "numbers",
                "at most 100 values");
        assertBad(Map.of("target", List.of("")), "target", "is empty");
    }

    @Test
    void namesTheParameterThatTheQueryDoesNotTake() {
        assertUnknown("asof", "did you mean \"asOf\"?");
        assertUnknown("colour", "takes target, asOf, text, numbers, dossier");
    }

    private void assertUnknown(String parameter, String message) {
        Map<String, List<String>> arguments = Map.of("target", List.of("osh-base"), parameter, List.of("red"));
        assertFault(arguments, QueryException.Reason.UNKNOWN_PARAMETER, parameter)
                .isEmpty();
        assertThatThrownBy(() -> run(arguments)).hasMessageContaining(message);
    }

    @Test
    void takesNoDossierThatIsNotThere(Graph graph) {
        Map<String, List<String>> asked = Map.of("target", List.of("osh-base"), "dossier", List.of("pakt"));
        assertBad(asked, "dossier", "no dossier is called \"pakt\"; none is loaded");
        graph.write(
                "dossiers", writing -> writing.run("CREATE (:Dossier {id: 'pact'}), (:Dossier {id: 'x'})", Map.of()));

        assertBad(asked, "dossier", "no dossier is called \"pakt\"; did you mean \"pact\"?");
        assertBad(
                Map.of("target", List.of("osh-base"), "dossier", List.of("treaties")),
                "dossier",
                "no dossier is called \"treaties\"; loaded are pact, x");
        assertThat(run(Map.of("target", List.of("osh-base"), "dossier", List.of("pact")))
                        .parameters())
                .containsEntry("dossier", "pact");
    }

    @Test
    void tellsThatThereIsMore() {
        String statement = "UNWIND [1, 2, 3] AS n RETURN n ORDER BY n";
        SavedQuery three = new SavedQuery(
                "three",
                "tests",
                "Three",
                "Three rows.",
                List.of(),
                List.of(),
                Map.of("n", "a number"),
                statement,
                statement,
                false);

        assertThat(runner.run(three, Map.of(), 2).table().truncated()).isTrue();
        assertThat(runner.run(three, Map.of(), 3).table().truncated()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void bindsAnyTextAndExecutesNone(String text, Graph graph) {
        assertThat(row(run(Map.of("target", List.of("osh-base"), "text", List.of(text))))
                        .get(2))
                .isEqualTo(text.strip());
        assertThat(graph.read(new entente.graph.Statement("count", "MATCH (n) RETURN count(n)"), 1)
                        .rows())
                .containsExactly(List.of(4L));
    }

    /** Some that were written to do harm, and as many of no sense at all. */
    static List<String> hostileTexts() {
        List<String> texts = new ArrayList<>(List.of(
                "' MATCH (n) DETACH DELETE n //",
                "\"}) DETACH DELETE n //",
                "$target",
                "\\u0027 OR 1=1",
                "`; CREATE (:Entity {id: 'x'})",
                "}) RETURN 1 UNION MATCH (n) DETACH DELETE n RETURN 1",
                "null",
                "\u0000"));
        Random random = new Random(7);
        for (int count = 0; count < 40; count++) {
            texts.add(random.ints(1 + count, 1, 0xd7ff)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .append('x')
                    .insert(0, 'x')
                    .toString());
        }
        return texts;
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void takesAnyTextForAnEntity(String text) {
        assertThatThrownBy(() -> run(Map.of("target", List.of(text + " qqq")))).isInstanceOf(QueryException.class);
    }

    private QueryResult run(Map<String, List<String>> arguments) {
        return runner.run(ECHO, arguments, 10);
    }

    private static List<@Nullable Object> row(QueryResult result) {
        return result.table().rows().get(0);
    }

    private org.assertj.core.api.ListAssert<QueryException.Candidate> assertFault(
            Map<String, List<String>> arguments, QueryException.Reason reason, String parameter) {
        QueryException fault =
                org.assertj.core.api.Assertions.catchThrowableOfType(QueryException.class, () -> run(arguments));
        assertThat(fault.reason()).isEqualTo(reason);
        assertThat(fault.parameter()).isEqualTo(parameter);
        return assertThat(fault.candidates());
    }

    private void assertBad(Map<String, List<String>> arguments, String parameter, String message) {
        assertFault(arguments, QueryException.Reason.BAD_PARAMETER, parameter).isEmpty();
        assertThatThrownBy(() -> run(arguments)).hasMessageContaining(message);
    }

    private static Parameter parameter(
            String name, ParameterType type, boolean list, boolean required, @Nullable String defaultValue) {
        return new Parameter(
                name, type, list, name, required, defaultValue, "osh-base", List.of(), List.of(), null, false);
    }
}
