package entente.explore;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Neo4jExtension;
import entente.explore.EntityDetails.Count;
import entente.graph.Graph;
import entente.graph.VocabularyFile;
import entente.model.Confidence;
import entente.model.Direction;
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
class EntitiesTest {
    private static final Vocabulary VOCABULARY = VocabularyFile.bundled();
    private static final RelationshipFilter ALL = RelationshipFilter.all(VOCABULARY);

    private Entities entities;

    @BeforeEach
    void load(Graph graph) {
        LoadedGraph.load(graph);
        entities = new Entities(graph);
    }

    @Test
    void tellsWhoAssertsAnEntityAndWhatEachSays() {
        EntityDetails details = entities.details("kyrgyzstan", ALL).orElseThrow();

        assertThat(details.labels()).containsExactlyInAnyOrder("Entity", "Actor", "State");
        assertThat(details.assertedBy()).extracting(EntityDetails.Assertion::id).containsExactly("states", "osh");
        assertThat(details.assertedBy().get(1).says()).containsEntry("name", "Kirghizia");
    }

    @Test
    void countsAssertionsApartFromNeighbours() {
        assertThat(entities.details("kyrgyzstan", ALL).orElseThrow().counts())
                .containsExactly(
                        new Count("ATTACKED", Direction.IN, 1, 1),
                        new Count("BORDERS", Direction.BOTH, 1, 1),
                        new Count("SUPPORTS", Direction.OUT, 2, 1));
    }

    @Test
    void countsOnlyWhatTheFilterLetsPass(Graph graph) {
        graph.write("dates", writing -> writing.run("""
                MATCH ()-[s:SUPPORTS {id: 's1'}]->()
                SET s.validFrom = date('2009-07-01'), s.validTo = date('2010-01-01'), s.confidence = 'moderate'""", Map.of()));

        assertThat(counts(ALL.of(List.of("SUPPORTS", "ATTACKED"), VOCABULARY)))
                .extracting(Count::type)
                .containsExactly("ATTACKED", "SUPPORTS");
        assertThat(counts(ALL.holdingOn(LocalDate.parse("2009-07-01"))))
                .containsExactly(new Count("SUPPORTS", Direction.OUT, 1, 1));
        assertThat(counts(ALL.holdingOn(LocalDate.parse("2010-01-01")))).isEmpty();
        assertThat(counts(ALL.atLeast(Confidence.MODERATE))).hasSize(1);
        assertThat(counts(ALL.atLeast(Confidence.HIGH))).isEmpty();
    }

    private List<Count> counts(RelationshipFilter filter) {
        return entities.details("kyrgyzstan", filter).orElseThrow().counts();
    }

    @Test
    void findsNothingForAnIdThatNoneBears() {
        assertThat(entities.details("atlantis", ALL)).isEmpty();
    }
}
