package entente.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import entente.Neo4jExtension;
import entente.explore.Comparison.Change;
import entente.explore.Comparisons.Days;
import entente.graph.Graph;
import entente.graph.VocabularyFile;
import entente.model.Confidence;
import entente.model.Direction;
import entente.model.Relationship;
import entente.model.Vocabulary;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("database")
@ExtendWith(Neo4jExtension.class)
class ComparisonsTest {
    private static final Vocabulary VOCABULARY = VocabularyFile.bundled();
    private static final RelationshipFilter ALL = RelationshipFilter.all(VOCABULARY);

    private Graph graph;

    @BeforeEach
    void fill(Graph graph) {
        this.graph = graph;
        run("""
            CREATE (:Entity:Actor:State {id: 'kz', name: 'Kazakhstan'}), (:Entity:Base {id: 'base', name: 'Osh base'}),
              (:Entity:Actor:State {id: 'kg', name: 'Kyrgyzstan'}),
              (:Entity:Actor:Organization {id: 'csto', name: 'CSTO'})""");
    }

    @Test
    void tellsWhatAppearedEndedAndPassed() {
        relate("kz", "SUPPORTS", "base", "appeared", "2009-07-01", "9999-12-31", "");
        relate("kz", "MEMBER_OF", "csto", "ended", "0001-01-01", "2009-08-01", "");
        relate("kg", "ATTACKED", "kz", "passed", "2009-07-15", "2009-07-16", "");
        relate("kz", "BORDERS", "kg", "lasts", "0001-01-01", "9999-12-31", "");
        relate("kz", "SIGNED", "csto", "before", "2001-01-01", "2002-01-01", "");
        relate("kz", "HOSTS", "base", "after", "2011-01-01", "9999-12-31", "");

        Comparison comparison = compare("2009-06-30", "2010-01-01", ALL);

        assertThat(ids(comparison.appeared())).containsExactly("appeared");
        assertThat(ids(comparison.ended())).containsExactly("ended");
        assertThat(ids(comparison.passed())).containsExactly("passed");
        assertThat(comparison.changed()).isEmpty();
        assertThat(comparison.truncated()).isFalse();
        assertThat(comparison.entity())
                .isEqualTo(new NamedEntity("kz", comparison.entity().labels(), "Kazakhstan"));
        assertThat(comparison.entities()).extracting(NamedEntity::id).containsExactly("base", "kg", "csto");
        assertThat(comparison.appeared().get(0).from()).isEqualTo("kz");
        assertThat(comparison.appeared().get(0).properties()).containsEntry("validTo", null);
        assertThat(comparison.passed().get(0).from()).isEqualTo("kg");
    }

    @Test
    void countsTheFirstDayOfAPeriodAndNotTheDayAfterItsLast() {
        relate("kz", "SUPPORTS", "base", "period", "2009-07-01", "2009-08-01", "");

        assertThat(compare("2009-06-01", "2009-06-30", ALL).appeared()).isEmpty();
        assertThat(ids(compare("2009-06-30", "2009-07-01", ALL).appeared())).containsExactly("period");
        assertThat(compare("2009-07-01", "2009-07-31", ALL)).satisfies(ComparisonsTest::isEmpty);
        assertThat(ids(compare("2009-07-31", "2009-08-01", ALL).ended())).containsExactly("period");
        assertThat(ids(compare("2009-07-01", "2009-08-01", ALL).ended())).containsExactly("period");
        assertThat(ids(compare("2009-06-30", "2009-08-01", ALL).passed())).containsExactly("period");
        assertThat(compare("2009-08-01", "2009-08-02", ALL)).satisfies(ComparisonsTest::isEmpty);
    }

    @Test
    void joinsAStanceWithTheOneThatReplacesIt() {
        relate("kz", "SUPPORTS", "base", "old", "2009-01-01", "2009-07-01", "confidence: 'high', dossier: 'a'");
        relate("kz", "OPPOSES", "base", "new", "2009-07-01", "9999-12-31", "confidence: 'low', dossier: 'b'");
        relate("kz", "SUPPORTS", "kg", "other", "2009-01-01", "2009-07-01", "");

        Comparison comparison = compare("2009-06-01", "2009-08-01", ALL);

        Change change = comparison.changed().get(0);
        assertThat(comparison.changed()).hasSize(1);
        assertThat(change.before().id()).isEqualTo("old");
        assertThat(change.after().id()).isEqualTo("new");
        assertThat(change.what()).containsExactly("type", "confidence");
        assertThat(comparison.appeared()).isEmpty();
        assertThat(ids(comparison.ended())).containsExactly("other");
    }

    @Test
    void joinsOneTypeWithOtherPropertiesAndLeavesARenewalApart() {
        relate(
                "kz",
                "NEUTRAL_ON",
                "base",
                "wary",
                "2009-01-01",
                "2009-07-01",
                "position: 'wary', summary: 'It waits', sources: ['s#1']");
        relate(
                "kz",
                "NEUTRAL_ON",
                "base",
                "abstains",
                "2009-07-01",
                "9999-12-31",
                "position: 'abstains', sources: ['s#2']");
        relate(
                "kz",
                "MEMBER_OF",
                "csto",
                "left",
                "2001-01-01",
                "2009-07-01",
                "summary: 'Joins', claim: 'Is it in?', statedBy: 'kz'");
        relate("kz", "MEMBER_OF", "csto", "returned", "2009-07-10", "9999-12-31", "summary: 'Joins again'");

        Comparison comparison = compare("2009-06-01", "2009-08-01", ALL);

        assertThat(comparison.changed()).extracting(Change::what).containsExactly(List.of("position"));
        assertThat(ids(comparison.ended())).containsExactly("left");
        assertThat(ids(comparison.appeared())).containsExactly("returned");
    }

    @Test
    void tellsOnceOfATieThatGoesOnInAnotherPhase() {
        relate("kz", "SIGNED", "csto", "first", "1994-04-20", "2002-10-08", "dossier: 'atop', basis: 'recorded'");
        relate("kz", "SIGNED", "csto", "second", "2002-10-07", "9999-12-31", "dossier: 'atop', basis: 'recorded'");

        for (List<String> days : List.of(
                List.of("2002-10-06", "2002-10-07"),
                List.of("2002-10-07", "2002-10-08"),
                List.of("2002-10-01", "2002-11-01"))) {
            Comparison comparison = compare(days.get(0), days.get(1), ALL);

            assertThat(comparison).as("%s", days).satisfies(ComparisonsTest::isEmpty);
            assertThat(comparison.changed()).isEmpty();
            assertThat(continued(comparison)).containsExactly(List.of("first", "second"));
        }
    }

    @Test
    void tellsThatATieGoesOnInAnotherWay() {
        relate(
                "kz",
                "SIGNED",
                "csto",
                "first",
                "1994-04-20",
                "2002-10-08",
                "dossier: 'atop', obligations: ['defense']");
        relate("kz", "SIGNED", "csto", "second", "2002-10-07", "9999-12-31", "dossier: 'atop', obligations: []");

        Comparison comparison = compare("2002-10-07", "2002-10-08", ALL);

        assertThat(comparison).satisfies(ComparisonsTest::isEmpty);
        assertThat(comparison.continued()).isEmpty();
        assertThat(comparison.changed())
                .extracting(
                        change -> change.before().id() + " " + change.after().id(), Change::what)
                .containsExactly(tuple("first second", List.of("obligations")));
        assertThat(continued(compare("2002-10-06", "2002-10-07", ALL))).containsExactly(List.of("first", "second"));
    }

    @Test
    void takesNoOtherDossierThatBeginsToTellOfATieForItsBeginning() {
        relate("kz", "BORDERS", "kg", "cow", "1991-12-01", "9999-12-31", "dossier: 'cow', basis: 'recorded'");
        relate("kz", "BORDERS", "kg", "osh", "0001-01-01", "2009-08-01", "dossier: 'osh', basis: 'recorded'");
        relate("kz", "BORDERS", "kg", "countries", "2025-06-03", "9999-12-31", "dossier: 'countries', basis: 'stated'");

        Comparison comparison = compare("2000-01-01", "2026-01-01", ALL);

        assertThat(comparison).satisfies(ComparisonsTest::isEmpty);
        assertThat(comparison.changed()).isEmpty();
        assertThat(continued(comparison)).containsExactly(List.of("osh", "cow", "countries"));
    }

    @Test
    void takesAGapAnotherRoleAndATurnOfItsOwnDossierForNoContinuation() {
        relate("kz", "MEMBER_OF", "csto", "left", "2001-01-01", "2009-07-01", "dossier: 'a'");
        relate("kz", "MEMBER_OF", "csto", "returned", "2009-07-02", "9999-12-31", "dossier: 'b'");
        relate("kz", "LEADS", "kg", "minister", "2001-01-01", "9999-12-31", "dossier: 'a', role: 'Minister'");
        relate("kz", "LEADS", "kg", "president", "2009-07-01", "9999-12-31", "dossier: 'b', role: 'President'");
        relate("kz", "SUPPORTS", "base", "for", "2001-01-01", "2009-07-01", "dossier: 'a'");
        relate("kz", "OPPOSES", "base", "against", "2009-07-01", "9999-12-31", "dossier: 'a'");
        relate("kz", "SUPPORTS", "base", "still", "2001-01-01", "9999-12-31", "dossier: 'b'");

        Comparison comparison = compare("2009-06-01", "2009-08-01", ALL);

        assertThat(comparison.continued()).isEmpty();
        assertThat(ids(comparison.ended())).containsExactly("left");
        assertThat(ids(comparison.appeared())).containsExactlyInAnyOrder("returned", "president");
        assertThat(comparison.changed())
                .extracting(
                        change -> change.before().id() + " " + change.after().id())
                .containsExactly("for against");
    }

    @Test
    void tellsOfWhatPassedWithinATieThatGoesOnWithTheOthers() {
        relate("kz", "SIGNED", "csto", "first", "1994-01-01", "2009-06-15", "");
        relate("kz", "SIGNED", "csto", "second", "2009-06-15", "2009-07-01", "");
        relate("kz", "SIGNED", "csto", "third", "2009-07-01", "9999-12-31", "");

        Comparison comparison = compare("2009-06-01", "2009-08-01", ALL);

        assertThat(comparison).satisfies(ComparisonsTest::isEmpty);
        assertThat(continued(comparison)).containsExactly(List.of("first", "second", "third"));
    }

    @Test
    void prefersTheSuccessorOfTheSameDossierAndUsesEachOnce() {
        for (String dossier : List.of("a", "b")) {
            relate(
                    "kz",
                    "SUPPORTS",
                    "base",
                    "old-" + dossier,
                    "2009-01-01",
                    "2009-07-01",
                    "dossier: '" + dossier + "'");
            relate("kz", "OPPOSES", "base", "new-" + dossier, "2009-07-01", "9999-12-31", "dossier: '" + dossier + "'");
        }
        relate("kz", "OPPOSES", "base", "third", "2009-07-01", "9999-12-31", "dossier: 'c'");

        Comparison comparison = compare("2009-06-01", "2009-08-01", ALL);

        assertThat(comparison.changed())
                .extracting(
                        change -> change.before().id() + " " + change.after().id())
                .containsExactly("old-a new-a", "old-b new-b");
        assertThat(ids(comparison.appeared())).containsExactly("third");
    }

    @Test
    void looksOnlyAtWhatTheFilterLetsPass() {
        relate("kz", "SUPPORTS", "base", "out", "2009-07-01", "9999-12-31", "confidence: 'high'");
        relate("kg", "SUPPORTS", "kz", "in", "2009-07-01", "9999-12-31", "confidence: 'low'");
        relate("kg", "BORDERS", "kz", "border", "2009-07-01", "9999-12-31", "");

        assertThat(ids(compare(ALL.pointing(Direction.OUT)))).containsExactlyInAnyOrder("out", "border");
        assertThat(ids(compare(ALL.pointing(Direction.IN)))).containsExactlyInAnyOrder("in", "border");
        assertThat(ids(compare(ALL.of(List.of("SUPPORTS"), VOCABULARY).pointing(Direction.OUT))))
                .containsExactly("out");
        assertThat(ids(compare(ALL.atLeast(Confidence.MODERATE)))).containsExactly("out");
    }

    @Test
    void saysWhatItLeavesOut() {
        relate("kz", "SUPPORTS", "base", "first", "2009-07-01", "9999-12-31", "");
        relate("kz", "SUPPORTS", "kg", "second", "2009-07-02", "9999-12-31", "");
        Days days = days("2009-06-01", "2009-08-01");

        Comparison cut = new Comparisons(graph).compare("kz", days, ALL, 1).orElseThrow();

        assertThat(ids(cut.appeared())).containsExactly("first");
        assertThat(cut.truncated()).isTrue();
        assertThat(new Comparisons(graph)
                        .compare("kz", days, ALL, 2)
                        .orElseThrow()
                        .truncated())
                .isFalse();
    }

    @Test
    void refusesDaysInTheWrongOrder() {
        assertThatThrownBy(() -> days("2009-07-01", "2009-07-01"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from must be before to");
    }

    @Test
    void knowsNothingOfAnEntityThatIsNotThere() {
        assertThat(new Comparisons(graph).compare("atlantis", days("2009-06-01", "2009-08-01"), ALL, 10))
                .isEmpty();
    }

    private Comparison compare(String from, String to, RelationshipFilter filter) {
        return new Comparisons(graph).compare("kz", days(from, to), filter, 100).orElseThrow();
    }

    private List<Relationship> compare(RelationshipFilter filter) {
        return compare("2009-06-01", "2009-08-01", filter).appeared();
    }

    private static void isEmpty(Comparison comparison) {
        assertThat(comparison.appeared()).isEmpty();
        assertThat(comparison.ended()).isEmpty();
        assertThat(comparison.passed()).isEmpty();
    }

    private static List<List<String>> continued(Comparison comparison) {
        return comparison.continued().stream()
                .map(one -> ids(one.relationships()))
                .toList();
    }

    private static Days days(String from, String to) {
        return new Days(LocalDate.parse(from), LocalDate.parse(to));
    }

    private static List<String> ids(List<Relationship> relationships) {
        return relationships.stream().map(Relationship::id).toList();
    }

    private void relate(String from, String type, String to, String id, String since, String until, String more) {
        run(
                "MATCH (a:Entity {id: '%s'}), (b:Entity {id: '%s'}) CREATE (a)-[:%s {id: '%s', validFrom: date('%s'), validTo: date('%s')%s}]->(b)"
                        .formatted(from, to, type, id, since, until, more.isEmpty() ? "" : ", " + more));
    }

    private void run(String statement) {
        graph.write("facts", writing -> writing.run(statement, Map.of()));
    }
}
