package entente.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import entente.Neo4jExtension;
import entente.explore.GraphSchema.Bookkeeping;
import entente.explore.GraphSchema.Kind;
import entente.explore.GraphSchema.Property;
import entente.graph.EntityNames;
import entente.graph.Graph;
import entente.graph.VocabularyFile;
import entente.model.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("database")
@ExtendWith(Neo4jExtension.class)
class SchemasTest {
    private static final Vocabulary VOCABULARY = VocabularyFile.bundled();

    @Test
    void countsWhatThereIsOfEveryKindAndType(Graph graph) {
        LoadedGraph.load(graph);

        GraphSchema schema = new Schemas(graph, VOCABULARY).schema();

        assertThat(schema.kinds())
                .extracting(Kind::name)
                .containsExactlyElementsOf(VOCABULARY.kinds().keySet());
        assertThat(schema.types())
                .extracting(GraphSchema.Type::name)
                .containsExactlyElementsOf(VOCABULARY.types().keySet());
        assertThat(schema.kinds().get(0))
                .isEqualTo(new Kind(
                        "State",
                        VOCABULARY.kind("State").description(),
                        true,
                        Map.of(
                                "iso2",
                                "texts",
                                "iso3",
                                "texts",
                                "cow",
                                "texts",
                                "status",
                                "text",
                                "landlocked",
                                List.of("yes", "no")),
                        2));
        assertThat(schema.types())
                .filteredOn(type -> type.relationships() == 2)
                .extracting(GraphSchema.Type::name)
                .containsExactly("SUPPORTS");
        assertThat(schema.labels())
                .extracting(Bookkeeping::name, Bookkeeping::count)
                .contains(tuple("Entity", 3L), tuple("Dossier", 2L));
        assertThat(schema.bookkeepingTypes())
                .extracting(Bookkeeping::name)
                .containsExactly("ASSERTS", "REFERS_TO", "CITES", "LISTS");
    }

    @Test
    void tellsWhatAPropertyCanHold(Graph graph) {
        GraphSchema schema = new Schemas(graph, VOCABULARY).schema();

        assertThat(schema.kinds())
                .filteredOn(kind -> kind.name().equals("Base"))
                .extracting(Kind::properties)
                .containsExactly(Map.of("status", List.of("active", "former", "proposed")));
        assertThat(schema.types())
                .filteredOn(type -> type.name().equals("NEUTRAL_ON"))
                .extracting(GraphSchema.Type::required)
                .containsExactly(Set.of("position"));
    }

    @Test
    void explainsTheCodesThatSearchKnows() {
        assertThat(Meanings.CODES).extracting(Property::name).containsExactlyElementsOf(EntityNames.CODES);
    }
}
