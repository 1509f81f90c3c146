package entente.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import entente.Neo4jExtension;
import entente.graph.Graph;
import entente.graph.VocabularyFile;
import entente.model.Page;
import entente.model.Vocabulary;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("database")
@ExtendWith(Neo4jExtension.class)
class BetweenTest {
    private static final Vocabulary VOCABULARY = VocabularyFile.bundled();
    private static final RelationshipFilter ALL = RelationshipFilter.all(VOCABULARY);

    @Test
    void findsWhatJoinsTheNamedAndNothingElse(Graph graph) {
        DrawnGraph.draw(graph, "a SUPPORTS b", "b SUPPORTS c", "c OPPOSES a", "d SIGNED e", "d SUPPORTS a");
        Collected collected = new Collected();

        Between.Found found =
                new Between(graph).find(List.of("a", "b", "d"), List.of(), ALL, Page.first(10), collected);

        assertThat(collected.ids()).containsExactlyInAnyOrder("r1", "r5");
        assertThat(found).isEqualTo(new Between.Found(List.of(), List.of(), false));
    }

    @Test
    void keepsToTheFilterAndTellsWhatItDoesNotKnow(Graph graph) {
        DrawnGraph.draw(graph, "a SUPPORTS b", "b OPPOSES a");
        Collected collected = new Collected();

        Between.Found found = new Between(graph)
                .find(
                        List.of("a", "b", "nobody"),
                        List.of(),
                        ALL.of(List.of("OPPOSES"), VOCABULARY),
                        Page.first(10),
                        collected);

        assertThat(collected.ids()).containsExactly("r2");
        assertThat(found.unknown()).containsExactly("nobody");
    }

    @Test
    void keepsToTheRelationshipsThatAreNamed(Graph graph) {
        DrawnGraph.draw(graph, "a SUPPORTS b", "b OPPOSES a", "a SUPPORTS c");
        Collected collected = new Collected();

        Between.Found found = new Between(graph)
                .find(List.of("a", "b", "c"), List.of("r2", "r3", "r9"), ALL, Page.first(10), collected);

        assertThat(collected.ids()).containsExactlyInAnyOrder("r2", "r3");
        assertThat(found.unknownRelationships()).containsExactly("r9");
    }

    @Test
    void tellsNoRelationshipUnknownThatIsOnAnotherPageOrLeftOutByTheFilter(Graph graph) {
        DrawnGraph.draw(graph, "a SUPPORTS b", "b SUPPORTS a", "b OPPOSES a", "b SUPPORTS c");

        Between.Found found = new Between(graph)
                .find(
                        List.of("a", "b"),
                        List.of("r1", "r2", "r3", "r4", "r4"),
                        ALL.of(List.of("SUPPORTS"), VOCABULARY),
                        Page.first(1),
                        new Collected());

        assertThat(found).isEqualTo(new Between.Found(List.of(), List.of("r4"), true));
    }

    @Test
    void showsNoRelationshipWhereABlankOneIsNamed(Graph graph) {
        DrawnGraph.draw(graph, "a SUPPORTS b");
        Collected collected = new Collected();

        Between.Found found = new Between(graph).find(List.of("a", "b"), List.of(" "), ALL, Page.first(10), collected);

        assertThat(collected.ids()).isEmpty();
        assertThat(found.unknownRelationships()).isEmpty();
    }

    @Test
    void saysWhenThereIsMore(Graph graph) {
        DrawnGraph.draw(graph, "a SUPPORTS b", "b OPPOSES a");
        Collected collected = new Collected();

        assertThat(new Between(graph)
                        .find(List.of("a", "b"), List.of(), ALL, Page.first(1), collected)
                        .truncated())
                .isTrue();
        assertThat(collected.ids()).hasSize(1);
        Collected rest = new Collected();
        assertThat(new Between(graph)
                        .find(List.of("a", "b"), List.of(), ALL, new Page(1, 1), rest)
                        .truncated())
                .isFalse();
        assertThat(rest.ids()).hasSize(1).doesNotContainAnyElementsOf(collected.ids());
    }

    @Test
    void refusesTooMany(Graph graph) {
        List<String> many = Collections.nCopies(Between.MOST_ENTITIES + 1, "a");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Between(graph).find(many, List.of(), ALL, Page.first(1), new Collected()));
    }
}
