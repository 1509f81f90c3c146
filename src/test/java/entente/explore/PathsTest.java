package entente.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.Neo4jExtension;
import entente.explore.Routes.Route;
import entente.graph.Graph;
import entente.graph.Limits;
import entente.graph.VocabularyFile;
import entente.model.Confidence;
import entente.model.Direction;
import entente.model.Entity;
import entente.model.Relationship;
import entente.model.Vocabulary;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("database")
@ExtendWith(Neo4jExtension.class)
class PathsTest {
    private static final Vocabulary VOCABULARY = VocabularyFile.bundled();
    private static final RelationshipFilter ALL = RelationshipFilter.all(VOCABULARY);

    private Graph graph;

    @BeforeEach
    void connect(Graph database) {
        graph = database;
    }

    private Routes find(String from, String to, RelationshipFilter filter) {
        return new Paths(graph).find(new RouteRequest(from, to, filter, 8, 25));
    }

    private static List<String> ways(Routes routes) {
        return routes.listed().stream().map(PathsTest::way).toList();
    }

    private static String way(Route route) {
        return route.nodes().stream().map(Entity::id).collect(Collectors.joining(" "));
    }

    @Test
    void findsTheShortestRoutesInTheOrderOfTheIdsAlongTheWay() {
        DrawnGraph.draw(
                graph, "a SUPPORTS c", "b OPPOSES a", "c ABOUT d", "b SIGNED d", "a ABOUT e", "e ABOUT f", "f ABOUT d");

        Routes routes = find("a", "d", ALL);

        assertThat(ways(routes)).containsExactly("a b d", "a c d");
        assertThat(routes.total()).isEqualTo(2);
        assertThat(routes.length()).isEqualTo(2);
        assertThat(routes.truncated()).isFalse();
    }

    @Test
    void countsRoutesNotAssertions() {
        List<List<String>> layers = List.of(List.of("a"), List.of("b1", "b2", "b3"), List.of("c1", "c2"), List.of("d"));
        List<String> lines = new ArrayList<>();
        for (int layer = 1; layer < layers.size(); layer++) {
            for (String from : layers.get(layer - 1)) {
                for (String to : layers.get(layer)) {
                    for (String dossier : List.of("x", "y", "z")) {
                        lines.add(from + " BORDERS " + to + " dossier " + dossier);
                    }
                }
            }
        }
        DrawnGraph.draw(graph, lines.toArray(String[]::new));

        Routes routes = find("a", "d", ALL);

        assertThat(routes.total()).isEqualTo(6);
        assertThat(ways(routes))
                .containsExactly("a b1 c1 d", "a b1 c2 d", "a b2 c1 d", "a b2 c2 d", "a b3 c1 d", "a b3 c2 d");
        assertThat(routes.listed())
                .allSatisfy(route -> assertThat(route.steps())
                        .hasSize(3)
                        .allSatisfy(step -> assertThat(step.relationships())
                                .extracting(relationship ->
                                        relationship.properties().get("dossier"))
                                .containsExactlyInAnyOrder("x", "y", "z")));
    }

    @Test
    void attachesToAStepAllThatPassesTheFilterAndNothingElse() {
        DrawnGraph.draw(
                graph,
                "a SUPPORTS b confidence high",
                "b OPPOSES a confidence high",
                "a LINKED_TO b confidence low",
                "a SUPPORTS b confidence moderate dossier y");

        assertThat(evidence(find("a", "b", ALL))).containsExactlyInAnyOrder("r1", "r2", "r3", "r4");
        assertThat(evidence(find("a", "b", ALL.atLeast(Confidence.MODERATE))))
                .containsExactlyInAnyOrder("r1", "r2", "r4");
        assertThat(evidence(find("a", "b", ALL.pointing(Direction.OUT)))).containsExactlyInAnyOrder("r1", "r3", "r4");
        assertThat(evidence(find("b", "a", ALL.pointing(Direction.OUT)))).containsExactlyInAnyOrder("r2", "r3");
    }

    private static List<String> evidence(Routes routes) {
        return routes.listed().get(0).steps().get(0).relationships().stream()
                .map(Relationship::id)
                .toList();
    }

    @Test
    void tellsARelationshipsOwnEndsWhicheverWayTheRouteGoes() {
        DrawnGraph.draw(graph, "a SUPPORTS b");

        Routes.Step step = find("b", "a", ALL).listed().get(0).steps().get(0);

        assertThat(step.from()).isEqualTo("b");
        assertThat(step.to()).isEqualTo("a");
        assertThat(step.relationships().get(0).from()).isEqualTo("a");
        assertThat(step.relationships().get(0).to()).isEqualTo("b");
    }

    @Test
    void goesTheWayThatTheRelationshipsPoint() {
        DrawnGraph.draw(graph, "a SUPPORTS b", "b SUPPORTS c", "a OPPOSES d", "c OPPOSES d", "c BORDERS e");

        assertThat(ways(find("a", "c", ALL.pointing(Direction.OUT)))).containsExactly("a b c");
        assertThat(ways(find("c", "a", ALL.pointing(Direction.IN)))).containsExactly("c b a");
        assertThat(ways(find("c", "a", ALL.pointing(Direction.OUT)))).isEmpty();
        assertThat(ways(find("a", "c", ALL))).containsExactly("a b c", "a d c");
        assertThat(ways(find("e", "d", ALL.pointing(Direction.OUT)))).containsExactly("e c d");
    }

    @Test
    void filtersWhileItSearches() {
        DrawnGraph.draw(
                graph,
                "a SUPPORTS d from 2009-01-01 to 2010-01-01",
                "a SUPPORTS b confidence low",
                "b SUPPORTS d confidence low",
                "a MEMBER_OF c confidence high",
                "c MEMBER_OF e confidence high",
                "e MEMBER_OF d confidence high");

        assertThat(ways(find("a", "d", ALL))).containsExactly("a d");
        assertThat(ways(find("a", "d", ALL.holdingOn(LocalDate.of(2009, 12, 31)))))
                .containsExactly("a d");
        assertThat(ways(find("a", "d", ALL.holdingOn(LocalDate.of(2010, 1, 1)))))
                .containsExactly("a b d");
        assertThat(ways(find("a", "d", ALL.atLeast(Confidence.HIGH)))).containsExactly("a c e d");
        assertThat(ways(find("a", "d", ALL.of(List.of("MEMBER_OF"), VOCABULARY))))
                .containsExactly("a c e d");
    }

    @Test
    void givesNoRouteWhereThereIsNone() {
        DrawnGraph.draw(graph, "a SUPPORTS b", "c SUPPORTS d");

        Routes none = find("a", "d", ALL);

        assertThat(none.length()).isNull();
        assertThat(none.total()).isZero();
        assertThat(none.listed()).isEmpty();
        assertThat(find("a", "nowhere", ALL)).isEqualTo(none);
    }

    @Test
    void goesNoFurtherThanItMay() {
        DrawnGraph.draw(graph, "a ABOUT b", "b ABOUT c", "c ABOUT d", "d ABOUT e");

        for (int most = 1; most <= 8; most++) {
            Routes routes = new Paths(graph).find(new RouteRequest("a", "e", ALL, most, 25));
            assertThat(ways(routes)).isEqualTo(most < 4 ? List.of() : List.of("a b c d e"));
        }
    }

    @Test
    void isThereAlreadyWhereBothEndsAreOne() {
        DrawnGraph.draw(graph, "a SUPPORTS b", "a LINKED_TO a");

        Routes routes = find("a", "a", ALL);

        assertThat(routes.length()).isZero();
        assertThat(routes.total()).isEqualTo(1);
        assertThat(ways(routes)).containsExactly("a");
        assertThat(routes.listed().get(0).steps()).isEmpty();
    }

    @Test
    void listsTheFirstRoutesAndCountsAll() {
        graph.write("layers", writing -> writing.run("""
                        UNWIND range(0, 4) AS layer UNWIND range(0, 29) AS i
                        CREATE (:Entity:Event {id: 'n' + layer + '-' + right('0' + i, 2), name: 'N', layer: layer})""", Map.of()));
        graph.write("steps", writing -> writing.run("""
                        MATCH (a:Event), (b:Event) WHERE b.layer = a.layer + 1
                        CREATE (a)-[:ABOUT {id: a.id + '_' + b.id}]->(b)""", Map.of()));

        Routes routes = new Paths(graph).find(new RouteRequest("n0-00", "n4-00", ALL, 6, 40));

        assertThat(routes.total()).isEqualTo(27_000);
        assertThat(routes.truncated()).isTrue();
        assertThat(ways(routes))
                .hasSize(40)
                .isSorted()
                .doesNotHaveDuplicates()
                .startsWith("n0-00 n1-00 n2-00 n3-00 n4-00");
    }

    @Test
    void givesTheListedRoutesAsOneGraph() {
        DrawnGraph.draw(
                graph, "a ABOUT b", "a ABOUT c", "b ABOUT d", "c ABOUT d", "d ABOUT e", "d SUPPORTS e", "a ABOUT x");
        Collected collected = new Collected();

        find("a", "e", ALL).give(collected);

        assertThat(collected.nodes()).containsOnlyKeys("a", "b", "c", "d", "e");
        assertThat(collected.ids()).containsExactlyInAnyOrder("r1", "r2", "r3", "r4", "r5", "r6");
    }

    @Test
    void refusesRoutesThatHoldMoreThanAnAnswerMay() {
        String[] lines = IntStream.range(0, 100)
                .mapToObj(dossier -> "a BORDERS b dossier d" + dossier)
                .toArray(String[]::new);
        DrawnGraph.draw(graph, lines);
        Limits little = new Limits(Duration.ofSeconds(10), 10_000, 5_000, 4);

        try (Graph bounded = Graph.connect(graph.connection(), little)) {
            RouteRequest request = new RouteRequest("a", "b", ALL, 8, 25);
            assertThatThrownBy(() -> new Paths(bounded).find(request)).isInstanceOf(Routes.TooLarge.class);
        }
        assertThat(evidence(find("a", "b", ALL))).hasSize(100);
    }

    @Test
    void refusesRoutesThatMayBeTooLongOrTooMany() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RouteRequest("a", "b", ALL, 9, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RouteRequest("a", "b", ALL, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RouteRequest("a", "b", ALL, 1, 1_001));
    }
}
