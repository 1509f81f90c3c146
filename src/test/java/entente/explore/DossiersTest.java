package entente.explore;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Neo4jExtension;
import entente.graph.Graph;
import entente.model.Table;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("database")
@ExtendWith(Neo4jExtension.class)
class DossiersTest {
    @Test
    void listsBaseDossiersFirstWithTheirCounts(Graph graph) {
        LoadedGraph.load(graph);

        Table all = new Dossiers(graph).all();

        assertThat(all.columns().subList(0, 4)).containsExactly("id", "title", "description", "base");
        assertThat(all.rows()).extracting(row -> row.get(0)).containsExactly("states", "osh");
        assertThat(all.rows()).extracting(row -> row.get(5)).containsExactly(2L, 2L);
        assertThat(all.rows()).extracting(row -> row.get(7)).containsExactly(0L, 1L);
    }

    @Test
    void tellsWhenADossierWasLoadedInUtc(Graph graph) {
        LoadedGraph.load(graph);

        assertThat(new Dossiers(graph).all().rows())
                .extracting(row -> row.get(8))
                .containsExactly("2026-11-24T08:00:00Z", null);
    }

    @Test
    void listsNothingInAnEmptyGraph(Graph graph) {
        assertThat(new Dossiers(graph).all().rows()).isEmpty();
    }
}
