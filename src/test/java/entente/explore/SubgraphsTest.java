package entente.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import entente.Neo4jExtension;
import entente.graph.Graph;
import entente.graph.VocabularyFile;
import entente.model.Confidence;
import entente.model.Direction;
import entente.model.Entity;
import entente.model.Page;
import entente.model.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("database")
@ExtendWith(Neo4jExtension.class)
class SubgraphsTest {
    private static final Vocabulary VOCABULARY = VocabularyFile.bundled();
    private static final RelationshipFilter ALL = RelationshipFilter.all(VOCABULARY);
    private static final Page EVERYTHING = new Page(0, 1_000);

    private Graph graph;
    private Subgraph found = new Subgraph(0, 0, 0);

    @BeforeEach
    void connect(Graph database) {
        graph = database;
    }

    private Collected walk(String center, RelationshipFilter filter, int hops, Page page) {
        Collected collected = new Collected();
        found = new Subgraphs(graph)
                .walk(new SubgraphRequest(center, filter, hops, page), collected)
                .orElseThrow();
        return collected;
    }

    private Collected walk(String center, RelationshipFilter filter, int hops) {
        return walk(center, filter, hops, EVERYTHING);
    }

    @Test
    void goesAsManyStepsAsAskedNearestFirst() {
        DrawnGraph.draw(graph, "a SUPPORTS b", "b SUPPORTS c", "d OPPOSES c", "d SIGNED e", "e ABOUT f");

        assertThat(walk("a", ALL, 1).ids()).containsExactly("r1");
        assertThat(walk("a", ALL, 2).ids()).containsExactly("r1", "r2");
        assertThat(walk("a", ALL, 4).ids()).containsExactly("r1", "r2", "r3", "r4");
        assertThat(found).isEqualTo(new Subgraph(5, 4, 4));
    }

    @Test
    void givesEntitiesAndRelationshipsWithAllTheirProperties() {
        DrawnGraph.draw(graph, "a SUPPORTS b from 2009-07-01 dossier osh");

        Collected collected = walk("b", ALL, 1);

        assertThat(collected.nodes().keySet()).containsExactlyInAnyOrder("a", "b");
        Entity a = Objects.requireNonNull(collected.nodes().get("a"));
        assertThat(a.labels()).contains("Entity", "State");
        assertThat(a.properties()).containsEntry("summary", "about a");
        assertThat(collected.relationships().get(0).from()).isEqualTo("a");
        assertThat(collected.relationships().get(0).to()).isEqualTo("b");
        assertThat(collected.relationships().get(0).properties())
                .containsEntry("validFrom", LocalDate.of(2009, 7, 1))
                .containsEntry("validTo", null)
                .containsEntry("dossier", "osh");
    }

    @Test
    void leavesOutWhatJoinsTwoEntitiesOfTheLastStep() {
        DrawnGraph.draw(graph, "a SUPPORTS b", "a SUPPORTS c", "b OPPOSES c");

        assertThat(walk("a", ALL, 1).ids()).containsExactly("r1", "r2");
        assertThat(walk("a", ALL, 2).ids()).containsExactly("r1", "r2", "r3");
    }

    @Test
    void goesAroundCyclesAndLoopsOnce() {
        DrawnGraph.draw(graph, "a SUPPORTS b", "b SUPPORTS c", "c SUPPORTS a", "a LINKED_TO a", "b LINKED_TO b");

        assertThat(walk("a", ALL, 4).ids()).containsExactlyInAnyOrder("r1", "r2", "r3", "r4", "r5");
        assertThat(found).isEqualTo(new Subgraph(3, 5, 5));
    }

    @Test
    void showsAnEntityWithoutRelationshipsAlone() {
        DrawnGraph.draw(graph, "a");

        assertThat(walk("a", ALL, 4).nodes().keySet()).containsExactly("a");
        assertThat(found).isEqualTo(new Subgraph(1, 0, 0));
    }

    @Test
    void keepsParallelAssertionsSideBySide() {
        DrawnGraph.draw(graph, "a BORDERS b dossier x", "a BORDERS b dossier y", "b BORDERS c dossier x");

        assertThat(walk("b", ALL, 1).ids()).containsExactlyInAnyOrder("r1", "r2", "r3");
        assertThat(found).isEqualTo(new Subgraph(3, 3, 3));
    }

    @Test
    void seesTheDirectionFromTheNearerEnd() {
        DrawnGraph.draw(graph, "a SUPPORTS b", "b SUPPORTS c", "d SUPPORTS a", "b OPPOSES a", "e OPPOSES b");

        assertThat(walk("a", ALL.pointing(Direction.OUT), 2).ids()).containsExactly("r1", "r2");
        assertThat(walk("a", ALL.pointing(Direction.IN), 2).ids()).containsExactlyInAnyOrder("r3", "r4", "r5");
    }

    @Test
    void letsASymmetricTypePointEveryWay() {
        DrawnGraph.draw(graph, "a BORDERS b", "b BORDERS c", "c SUPPORTS b", "a BORDERS c");

        for (Direction direction : List.of(Direction.IN, Direction.OUT)) {
            assertThat(walk("b", ALL.pointing(direction), 2).ids()).contains("r1", "r2", "r4");
        }
        assertThat(walk("b", ALL.pointing(Direction.OUT), 1).ids()).containsExactlyInAnyOrder("r1", "r2");
        assertThat(walk("b", ALL.pointing(Direction.IN), 1).ids()).containsExactlyInAnyOrder("r1", "r2", "r3");
    }

    @Test
    void countsWhatJoinsTwoEquallyNearEntitiesOnce() {
        DrawnGraph.draw(graph, "a BORDERS b", "a BORDERS c", "b BORDERS c dossier x", "b BORDERS c dossier y");

        for (Direction direction : Direction.values()) {
            assertThat(walk("a", ALL.pointing(direction), 2).ids()).containsExactlyInAnyOrder("r1", "r2", "r3", "r4");
            assertThat(found).isEqualTo(new Subgraph(3, 4, 4));
        }
    }

    @Test
    void keepsThePeriodHalfOpen() {
        DrawnGraph.draw(
                graph, "a SUPPORTS b from 2009-01-01 to 2010-01-01", "a ATTACKED c from 2009-06-01 to 2009-06-02");

        assertThat(walk("a", ALL.holdingOn(LocalDate.of(2008, 12, 31)), 1).ids())
                .isEmpty();
        assertThat(walk("a", ALL.holdingOn(LocalDate.of(2009, 1, 1)), 1).ids()).containsExactly("r1");
        assertThat(walk("a", ALL.holdingOn(LocalDate.of(2009, 6, 1)), 1).ids()).containsExactlyInAnyOrder("r1", "r2");
        assertThat(walk("a", ALL.holdingOn(LocalDate.of(2009, 6, 2)), 1).ids()).containsExactly("r1");
        assertThat(walk("a", ALL.holdingOn(LocalDate.of(2010, 1, 1)), 1).ids()).isEmpty();
    }

    @Test
    void goesOnlyAlongWhatPassesTheFilter() {
        DrawnGraph.draw(
                graph, "a SUPPORTS b confidence low", "b SUPPORTS c confidence high", "a OPPOSES d confidence high");

        assertThat(walk("a", ALL.atLeast(Confidence.MODERATE), 3).ids()).containsExactly("r3");
        assertThat(walk("a", ALL.of(List.of("SUPPORTS"), VOCABULARY), 3).ids()).containsExactly("r1", "r2");
    }

    @Test
    void leavesBookkeepingOut() {
        DrawnGraph.draw(graph, "a SUPPORTS b");
        graph.write(
                "dossier",
                writing -> writing.run(
                        "MATCH (a:Entity {id: 'a'}) CREATE (:Dossier {id: 'd'})-[:ASSERTS]->(a)", Map.of()));

        assertThat(walk("a", ALL, 4).nodes()).containsOnlyKeys("a", "b");
        assertThat(found.nodes()).isEqualTo(2);
    }

    @Test
    void showsEveryRelationshipOnOnePageAndTellsTheSameTotalsOnEach() {
        DrawnGraph.draw(
                graph,
                "a SUPPORTS b",
                "a SUPPORTS c",
                "b OPPOSES c",
                "c ABOUT d",
                "b BORDERS d",
                "d SIGNED e",
                "e ABOUT f");
        List<String> all = walk("a", ALL, 3).ids();
        Subgraph whole = found;

        for (int limit = 1; limit <= all.size(); limit++) {
            List<String> paged = new ArrayList<>();
            do {
                Collected page = walk("a", ALL, 3, new Page(paged.size(), limit));
                assertThat(page.ids()).hasSizeLessThanOrEqualTo(limit);
                assertThat(page.nodes()).containsKey("a");
                paged.addAll(page.ids());
                assertThat(found.nodes()).isEqualTo(whole.nodes());
                assertThat(found.relationships()).isEqualTo(whole.relationships());
                assertThat(found.next()).isEqualTo(paged.size());
            } while (found.truncated());
            assertThat(paged).isEqualTo(all);
        }
    }

    @Test
    void showsNothingButTheCentreBeyondTheEnd() {
        DrawnGraph.draw(graph, "a SUPPORTS b");

        Collected beyond = walk("a", ALL, 1, new Page(1_000_000, 10));

        assertThat(beyond.nodes()).containsOnlyKeys("a");
        assertThat(found.truncated()).isFalse();
    }

    @Test
    void showsTheFirstOfVeryManyNeighboursAndCountsAll() {
        graph.write("supernode", writing -> writing.run("""
                        CREATE (hub:Entity:Actor:State {id: 'hub', name: 'Hub'})
                        WITH hub UNWIND range(1, 50000) AS i
                        CREATE (:Entity:Proposal {id: 'p' + i, name: 'P'})<-[:SUPPORTS {id: 'v' + i}]-(hub)""", Map.of()));

        Collected first = walk("hub", ALL, 2, new Page(0, 100));
        Subgraph whole = found;
        Collected last = walk("p7", ALL, 2, new Page(49_950, 100));

        assertThat(first.ids()).hasSize(100).doesNotHaveDuplicates();
        assertThat(first.nodes()).hasSize(101);
        assertThat(whole).isEqualTo(new Subgraph(50_001, 50_000, 100));
        assertThat(last.ids()).hasSize(50);
        assertThat(found).isEqualTo(new Subgraph(50_001, 50_000, 50_000));
    }

    @Test
    void givesNothingForAnEntityThatIsNotThere() {
        DrawnGraph.draw(graph, "a SUPPORTS b");
        Collected collected = new Collected();

        Optional<Subgraph> none =
                new Subgraphs(graph).walk(new SubgraphRequest("a' OR true //", ALL, 1, EVERYTHING), collected);

        assertThat(none).isEmpty();
        assertThat(collected.nodes()).isEmpty();
    }

    @Test
    void refusesWhatGoesTooFarOrShowsTooMuch() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SubgraphRequest("a", ALL, 5, EVERYTHING));
        assertThatIllegalArgumentException().isThrownBy(() -> new SubgraphRequest("a", ALL, 0, EVERYTHING));
        assertThatIllegalArgumentException().isThrownBy(() -> new SubgraphRequest("a", ALL, 1, new Page(0, 100_001)));
        assertThatIllegalArgumentException().isThrownBy(() -> new SubgraphRequest("a", ALL, 1, new Page(-1, 1)));
    }
}
