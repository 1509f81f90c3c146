package entente.explore;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Neo4jExtension;
import entente.explore.EntityDetails.Count;
import entente.graph.Graph;
import entente.graph.VocabularyFile;
import entente.model.Direction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("database")
@ExtendWith(Neo4jExtension.class)
class EntitiesTest {
    private Entities entities;

    @BeforeEach
    void load(Graph graph) {
        LoadedGraph.load(graph);
        entities = new Entities(graph, VocabularyFile.bundled());
    }

    @Test
    void tellsWhoAssertsAnEntityAndWhatEachSays() {
        EntityDetails details = entities.details("kyrgyzstan").orElseThrow();

        assertThat(details.entity().labels()).containsExactlyInAnyOrder("Entity", "Actor", "State");
        assertThat(details.assertedBy())
                .extracting(EntityDetails.Assertion::dossier)
                .containsExactly("states", "osh");
        assertThat(details.assertedBy().get(1).says()).containsEntry("name", "Kirghizia");
    }

    @Test
    void countsAssertionsApartFromNeighbours() {
        assertThat(entities.details("kyrgyzstan").orElseThrow().counts())
                .containsExactly(
                        new Count("ATTACKED", Direction.IN, 1, 1),
                        new Count("BORDERS", Direction.BOTH, 1, 1),
                        new Count("SUPPORTS", Direction.OUT, 2, 1));
    }

    @Test
    void findsNothingForAnIdThatNoneBears() {
        assertThat(entities.details("atlantis")).isEmpty();
    }
}
