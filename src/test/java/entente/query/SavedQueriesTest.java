package entente.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import entente.Neo4jExtension;
import entente.Sample;
import entente.graph.EntityNames;
import entente.graph.Graph;
import entente.graph.Guard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every saved query, on the sample dossier and a few rows of tables, with the header's examples. The property
 * {@code entente.golden.write} set to {@code true} writes down what the queries answer now, for a reader to check.
 */
@Tag("database")
@Sample(withExcerpts = true)
@ExtendWith(Neo4jExtension.class)
class SavedQueriesTest {
    private static final Path QUERIES = Path.of(System.getProperty("entente.cypher"), "queries");
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT);

    private static Catalogue catalogue;

    private Graph graph;

    @BeforeAll
    static void read(Graph graph) {
        catalogue = QueryDirectory.read(QUERIES, new Guard(graph));
    }

    @BeforeEach
    void load(Graph given) {
        graph = given;
    }

    static List<SavedQuery> everyQuery() {
        return catalogue.queries();
    }

    @Test
    void haveNoFault() throws IOException {
        assertThat(catalogue.faults()).isEmpty();
        try (Stream<Path> files = Files.walk(QUERIES)) {
            assertThat(files.filter(Files::isRegularFile)).hasSameSizeAs(catalogue.queries());
        }
    }

    @ParameterizedTest
    @MethodSource("everyQuery")
    void answersItsExampleAsWrittenDown(SavedQuery query) throws IOException {
        QueryResult result = new QueryRunner(graph, new EntityNames(graph)).run(query, examples(query), 1_000);
        String answer = JSON.writeValueAsString(rows(result)) + "\n";
        Path golden = GOLDEN.resolve(query.name() + ".json");
        if (Boolean.getBoolean("entente.golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, answer);
        }

        assertThat(result.table().columns())
                .isEqualTo(List.copyOf(query.columns().keySet()));
        assertThat(result.table().rows()).isNotEmpty();
        assertThat(answer).isEqualTo(Files.readString(golden));
    }

    @Test
    void gatherTheEvidenceOfSeveralDossiersInOneRow() {
        graph.write("another dossier", writing -> writing.run("""
                MATCH (a:Entity {id: 'kazakhstan'}), (t:Entity {id: 'osh-base'})
                CREATE (a)-[:SUPPORTS {id: 'another', validFrom: date('2009-01-01'), fromPrecision: 'year',
                        validTo: date('9999-12-31'), toPrecision: 'unknown', confidence: 'high', basis: 'voted',
                        dossier: 'another', sources: ['gazette#10', 'gazette#2', 'gazette#10']}]->(t)
                """, Map.of()));

        QueryResult result = new QueryRunner(graph, new EntityNames(graph))
                .run(catalogue.query("who-backs"), Map.of("target", List.of("osh-base")), 100);
        graph.write("undo", writing -> writing.run("MATCH ()-[s:SUPPORTS {id: 'another'}]->() DELETE s", Map.of()));

        assertThat(rows(result))
                .hasSize(3)
                .element(1)
                .satisfies(row -> assertThat(row)
                        .containsEntry("actorId", "kazakhstan")
                        .containsEntry("since", "2009")
                        .containsEntry("confidence", "high")
                        .containsEntry("basis", List.of("voted", "stated"))
                        .hasEntrySatisfying(
                                "sources",
                                sources -> assertThat(String.valueOf(sources))
                                        .startsWith("[gazette#2, gazette#10, osh-article#")));
    }

    @Test
    void compareTheSignatoriesWithTheSmallestOrganizationThatAllBelongTo() {
        graph.write("another organization", writing -> writing.run("""
                CREATE (o:Entity:Actor:Organization {id: 'everybody', name: 'Everybody'}) WITH o
                MATCH (a:State)
                CREATE (a)-[:MEMBER_OF {id: 'everybody-' + a.id, validFrom: date('1900-01-01'), fromPrecision: 'year',
                        validTo: date('9999-12-31'), toPrecision: 'unknown', confidence: 'high', basis: 'recorded',
                        dossier: 'another', sources: ['gazette#1']}]->(o)
                """, Map.of()));

        QueryResult result = new QueryRunner(graph, new EntityNames(graph))
                .run(catalogue.query("members-who-did-not-sign"), Map.of("target", List.of("corf-2009")), 100);
        graph.write("undo", writing -> writing.run("MATCH (o:Entity {id: 'everybody'}) DETACH DELETE o", Map.of()));

        assertThat(rows(result))
                .singleElement()
                .satisfies(row ->
                        assertThat(row).containsEntry("actorId", "uzbekistan").containsEntry("organizationId", "csto"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A/RES/64/6", "a/res/64/6", "RES/64/6", "r/64/6", "64/6"})
    void knowAResolutionByEachWayToWriteItsNumber(String number) {
        assertThat(votes("who-voted", number)).isNotEmpty().isEqualTo(votes("who-voted", "R/64/6"));
        assertThat(votes("vote-count", number)).hasSize(1).isEqualTo(votes("vote-count", "R/64/6"));
    }

    @Test
    void countBordersBetweenStatesUnlessPlacesAreAskedFor() {
        assertThat(answer("borders-as-of", Map.of("asOf", "2009-07-31")))
                .extracting(row -> row.get("oneId") + " " + row.get("otherId"))
                .contains("kyrgyzstan uzbekistan")
                .doesNotContain("jalal-abad-province uzbekistan");
        assertThat(answer("borders-as-of", Map.of("asOf", "2009-07-31", "kind", "all")))
                .extracting(row -> row.get("oneId") + " " + row.get("otherId"))
                .contains("kyrgyzstan uzbekistan", "jalal-abad-province uzbekistan");
    }

    /** The sample tells of no day on which these began, so they hold on every one. */
    @ParameterizedTest
    @CsvSource({
        "borders-as-of, dossier, osh-base-2009",
        "neighbours, entity, kyrgyzstan",
        "members-of, target, csto",
        "memberships-of, actor, kyrgyzstan",
        "who-represents, target, russia",
        "who-hosts, target, khanabad-base",
        "bases-hosted-in, target, uzbekistan"
    })
    void leaveOutWhatNoSourceDatesWhereThatIsAsked(String query, String parameter, String value) {
        assertThat(answer(query, Map.of(parameter, value, "asOf", "1985-07-01")))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).containsEntry("since", null));
        assertThat(answer(query, Map.of(parameter, value, "asOf", "1985-07-01", "dated", "true")))
                .isEmpty();
    }

    @Test
    void walkOverDatedBordersOnlyWhereThatIsAsked() {
        Map<String, String> way = Map.of("from", "china", "to", "uzbekistan", "asOf", "1985-07-01");
        Map<String, String> dated = new LinkedHashMap<>(way);
        dated.put("dated", "true");

        assertThat(answer("crossings-between", way)).extracting("crossings").containsExactly(2L);
        assertThat(answer("crossings-between", dated)).extracting("crossings").containsOnlyNulls();
    }

    @Test
    void countWhoHasNoVoteInARollCallAsAbsent() {
        assertThat(answer("votes-by-year", Map.of("actor", "uzbekistan")))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("year", 2009L)
                        .containsEntry("rollCalls", 5L)
                        .containsEntry("yes", 4L)
                        .containsEntry("no", 0L)
                        .containsEntry("abstained", 0L)
                        .containsEntry("absent", 1L));
        assertThat(answer("votes-by-year", Map.of("actor", "russia")))
                .extracting(row -> row.get("year") + " " + row.get("absent"))
                .containsExactly("1962 0", "1973 0", "2009 0");
    }

    @Test
    void tellOnWhichRollCallsTwoVotedDifferently() {
        Map<String, String> two = Map.of("first", "kyrgyzstan", "second", "russia");
        Map<String, String> differing = new LinkedHashMap<>(two);
        differing.put("same", "false");

        assertThat(answer("votes-of-two", differing))
                .extracting(row -> row.get("rollCallId") + " " + row.get("vote") + " " + row.get("otherVote"))
                .containsExactly("unga-5029 abstained no");
        assertThat(answer("votes-of-two", two)).hasSize(5);
    }

    @Test
    void putTheLeastAlikeFirstWhereThatIsAsked() {
        Map<String, String> most = Map.of("actor", "kyrgyzstan", "fewest", "2");
        Map<String, String> least = new LinkedHashMap<>(most);
        least.put("order", "least");

        assertThat(shares(most)).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(shares(least)).isSorted().hasSameElementsAs(shares(most));
        assertThat(shares(least).get(0)).isLessThan(shares(most).get(0));
    }

    private List<Double> shares(Map<String, String> arguments) {
        return answer("closest-voters", arguments).stream()
                .map(row -> (Double) Objects.requireNonNull(row.get("share")))
                .toList();
    }

    @Test
    void tellWhoJoinedAndLeftTheSystemOfStates() {
        assertThat(answer("who-joined", Map.of("alliance", "state system", "year", "1990")))
                .extracting(row -> row.get("memberId") + " " + row.get("joined") + " " + row.get("returned"))
                .containsExactly("germany 1990-10-03 true");
        assertThat(answer("who-left", Map.of("alliance", "state system", "from", "1940-01-01", "to", "1945-12-31")))
                .extracting(row -> row.get("memberId") + " " + row.get("left") + " " + row.get("returned"))
                .containsExactly("serbia 1941-04-20 1944-10-20", "germany 1945-05-08 1990-10-03");
    }

    @Test
    void tellWhichBordersBeganOrEndedWhateverIsUndated() {
        assertThat(changes("borders-begun-or-ended", Map.of("year", "2008"), "oneId", "otherId"))
                .containsExactly("begun 2008-02 albania kosovo", "ended 2008-02 albania serbia");
        assertThat(changes(
                        "borders-begun-or-ended", Map.of("state", "kyrgyzstan", "change", "begun"), "oneId", "otherId"))
                .contains("begun 1991-12 kyrgyzstan uzbekistan");
    }

    @Test
    void takeTheNextPhaseOfAnAllianceForNoBeginningAndNoEnd() {
        assertThat(changes("alliances-begun-or-ended", Map.of("from", "1960-01-01", "to", "1964-12-31"), "allianceId"))
                .containsExactly("begun 1960-11-27 atop-3424", "begun 1963-03 atop-3455", "ended 1964-03-10 atop-3455");
        assertThat(changes("alliances-begun-or-ended", Map.of("from", "1990-01-01", "to", "2010-12-31"), "allianceId"))
                .containsExactly("begun 1992-05-15 atop-4220");
    }

    @Test
    void tellWhatBothBorderByDatedBordersOnlyWhereThatIsAsked() {
        Map<String, String> both = Map.of("one", "china", "other", "uzbekistan", "asOf", "1985-07-01");
        Map<String, String> dated = new LinkedHashMap<>(both);
        dated.put("dated", "true");

        assertThat(answer("common-neighbours", both)).extracting("neighbourId").containsExactly("kyrgyzstan");
        assertThat(answer("common-neighbours", dated)).isEmpty();
    }

    @Test
    void tellWhatWasVotedOnInAYear() {
        assertThat(answer("roll-calls", Map.of("year", "1962")))
                .extracting(row -> row.get("rollCallId") + " " + row.get("yes") + " " + row.get("no"))
                .containsExactly("unga-812 2 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GA resolution 64/6",
                "Resolution 64/6 of 28 October 2009",
                "R/64/6 (US embargo on Cuba, 28 Oct 2009)",
                "the General Assembly resolution no. 64/6"
            })
    void findAResolutionAsPeopleWriteIt(String resolution) {
        assertThat(votes("who-voted", resolution)).isNotEmpty().isEqualTo(votes("who-voted", "R/64/6"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            resolution | vote-count | 64/999            | nothing on record is called "64/999"
            resolution | vote-count | nuclear weapons   | "nuclear weapons" is none; it is written as R/64/6
            issue      | roll-calls | palestine         | nothing on record is called "palestine"; there are
            """)
    void refuseTextsThatNothingOnRecordBears(String parameter, String query, String text, String message) {
        assertThatThrownBy(() -> answer(query, Map.of(parameter, text)))
                .isInstanceOfSatisfying(QueryException.class, refused -> {
                    assertThat(refused.parameter()).isEqualTo(parameter);
                    assertThat(refused).hasMessageContaining(message);
                });
    }

    private List<String> changes(String query, Map<String, String> arguments, String... columns) {
        return answer(query, arguments).stream()
                .map(row -> row.get("change") + " " + row.get("day") + " "
                        + Stream.of(columns).map(row::get).map(String::valueOf).collect(Collectors.joining(" ")))
                .toList();
    }

    private List<Map<String, @Nullable Object>> votes(String query, String number) {
        return answer(query, Map.of("resolution", number));
    }

    private List<Map<String, @Nullable Object>> answer(String query, Map<String, String> arguments) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        arguments.forEach((name, value) -> given.put(name, List.of(value)));
        return rows(new QueryRunner(graph, new EntityNames(graph)).run(catalogue.query(query), given, 1_000));
    }

    @ParameterizedTest
    @MethodSource("everyQuery")
    void answersTheQuestionsOfItsPatterns(SavedQuery query) {
        Ask ask = new Ask(catalogue, new EntityNames(graph));

        assertThat(query.ask()).hasSizeGreaterThan(1).allSatisfy(pattern -> {
            String question = AskPattern.parse(pattern, query.parameters()).example();
            assertThat(ask.understand(question).query().name()).as(question).isEqualTo(query.name());
        });
    }

    /** Of what narrows an answer down, nothing: the whole of it is to be seen. */
    static Map<String, List<String>> examples(SavedQuery query) {
        Map<String, List<String>> examples = new LinkedHashMap<>();
        query.parameters().forEach(parameter -> {
            boolean isFilter = !parameter.required()
                    && Set.of(ParameterType.ENUM, ParameterType.BOOLEAN).contains(parameter.type());
            if (parameter.example() != null && !isFilter) {
                examples.put(parameter.name(), List.of(parameter.example()));
            }
        });
        return examples;
    }

    private static List<Map<String, @Nullable Object>> rows(QueryResult result) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        result.table().rows().forEach(row -> {
            Map<String, @Nullable Object> named = new LinkedHashMap<>();
            for (int column = 0; column < row.size(); column++) {
                named.put(result.table().columns().get(column), row.get(column));
            }
            rows.add(named);
        });
        return rows;
    }
}
