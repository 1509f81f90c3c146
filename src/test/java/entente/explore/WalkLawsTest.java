package entente.explore;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Neo4jExtension;
import entente.explore.MemoryGraph.Fact;
import entente.explore.MemoryGraph.Passing;
import entente.graph.Graph;
import entente.graph.VocabularyFile;
import entente.model.Confidence;
import entente.model.Direction;
import entente.model.Entity;
import entente.model.Page;
import entente.model.Vocabulary;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** On any graph and with any filter, walks find what a plain search in memory finds. */
@Tag("database")
@ExtendWith(Neo4jExtension.class)
class WalkLawsTest {
    private static final int TRIES = 60;
    private static final int ALL = 1_000;
    private static final Vocabulary VOCABULARY = VocabularyFile.bundled();
    private static final List<String> TYPES = List.of("SUPPORTS", "OPPOSES", "BORDERS", "LINKED_TO");

    private record Case(List<Fact> facts, Passing passing, int hops, int limit) {}

    @Test
    void givesOfAnySubgraphTheRelationshipsThatBelongToItNearestFirst(Graph graph) {
        tryOut(graph, given -> {
            MemoryGraph memory = new MemoryGraph(given.facts(), VOCABULARY);
            Map<String, Integer> expected = memory.subgraph("a", given.passing(), given.hops());

            Collected all = new Collected();
            Subgraph found = walk(graph, given, new Page(0, ALL), all);

            assertThat(all.ids()).containsExactlyInAnyOrderElementsOf(expected.keySet());
            assertThat(all.ids().stream().map(expected::get).toList()).isSorted();
            assertThat(found.relationships()).isEqualTo(expected.size());
            assertThat(all.nodes().keySet())
                    .isEqualTo(memory.steps("a", given.passing(), given.hops()).keySet());
            assertThat(found.nodes()).isEqualTo(all.nodes().size());
        });
    }

    @Test
    void givesOnAnyPageTheEndsOfItsRelationshipsAndTheCentre(Graph graph) {
        tryOut(graph, given -> {
            Collected all = new Collected();
            Subgraph whole = walk(graph, given, new Page(0, ALL), all);
            for (int skip = 0; skip <= all.ids().size(); skip += given.limit()) {
                Collected page = new Collected();
                Subgraph found = walk(graph, given, new Page(skip, given.limit()), page);

                int end = Math.min(skip + given.limit(), all.ids().size());
                assertThat(page.ids()).isEqualTo(all.ids().subList(skip, end));
                assertThat(page.nodes().keySet()).isEqualTo(ends(page));
                assertThat(found.relationships()).isEqualTo(whole.relationships());
                assertThat(found.nodes()).isEqualTo(whole.nodes());
            }
        });
    }

    private static Set<String> ends(Collected page) {
        Set<String> ends = new TreeSet<>(Set.of("a"));
        page.relationships().forEach(relationship -> {
            ends.add(relationship.from());
            ends.add(relationship.to());
        });
        return ends;
    }

    @Test
    void findsBetweenAnyTwoEntitiesAllShortestRoutes(Graph graph) {
        tryOut(graph, given -> {
            List<List<String>> expected =
                    new MemoryGraph(given.facts(), VOCABULARY).routes("a", "b", given.passing(), given.hops());

            Routes routes = new Paths(graph)
                    .find(new RouteRequest("a", "b", filter(given.passing()), given.hops(), given.limit()));

            assertThat(routes.total()).isEqualTo(expected.size());
            assertThat(routes.listed().stream()
                            .map(route -> route.nodes().stream().map(Entity::id).toList())
                            .toList())
                    .isEqualTo(expected.subList(0, Math.min(given.limit(), expected.size())));
            assertThat(routes.listed())
                    .allSatisfy(route -> assertThat(route.steps())
                            .allSatisfy(step -> assertThat(step.relationships()).isNotEmpty()));
        });
    }

    private static Subgraph walk(Graph graph, Case given, Page page, Collected collected) {
        return new Subgraphs(graph)
                .walk(new SubgraphRequest("a", filter(given.passing()), given.hops(), page), collected)
                .orElseThrow();
    }

    private static RelationshipFilter filter(Passing passing) {
        RelationshipFilter filter = RelationshipFilter.all(VOCABULARY)
                .of(List.copyOf(passing.types()), VOCABULARY)
                .pointing(passing.direction());
        if (passing.year() != null) {
            filter = filter.holdingOn(LocalDate.of(passing.year(), 1, 1));
        }
        return passing.least() == null ? filter : filter.atLeast(passing.least());
    }

    private static void tryOut(Graph graph, Consumer<Case> law) {
        JqwikSession.run(() -> cases().sampleStream().limit(TRIES).forEach(given -> {
            graph.write("empty", writing -> writing.run("MATCH (n) DETACH DELETE n", Map.of()));
            DrawnGraph.draw(graph, "a", "b");
            DrawnGraph.draw(graph, new MemoryGraph(given.facts(), VOCABULARY).lines());
            try {
                law.accept(given);
            } catch (AssertionError broken) {
                throw new AssertionError("with " + given, broken);
            }
        }));
    }

    private static Arbitrary<Case> cases() {
        return Combinators.combine(
                        facts().list().ofMaxSize(24),
                        passing(),
                        Arbitraries.integers().between(1, Subgraphs.MOST_HOPS),
                        Arbitraries.integers().between(1, 9))
                .as(Case::new);
    }

    private static Arbitrary<Fact> facts() {
        Arbitrary<String> nodes = Arbitraries.of("a", "b", "c", "d", "e", "f", "g", "h");
        return Combinators.combine(
                        nodes,
                        Arbitraries.of(TYPES),
                        nodes,
                        Arbitraries.integers().between(2000, 2003),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of(Confidence.class).injectNull(0.2))
                .as((from, type, to, since, years, confidence) ->
                        new Fact(from, type, to, since, since + years, confidence));
    }

    private static Arbitrary<Passing> passing() {
        return Combinators.combine(
                        Arbitraries.of(TYPES).set().ofMinSize(2),
                        Arbitraries.of(Direction.class),
                        Arbitraries.integers().between(2000, 2004).injectNull(0.6),
                        Arbitraries.of(Confidence.class).injectNull(0.6))
                .as(Passing::new);
    }
}
