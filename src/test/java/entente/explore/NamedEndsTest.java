package entente.explore;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Neo4jExtension;
import entente.Sample;
import entente.graph.Connection;
import entente.graph.Graph;
import entente.graph.Limits;
import entente.graph.Statement;
import entente.model.KeptRows;
import entente.model.Page;
import entente.model.Relationship;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("database")
@Sample
@ExtendWith(Neo4jExtension.class)
class NamedEndsTest {
    private static final Limits ONE_AT_ONCE = new Limits(Duration.ofSeconds(10), 10_000, 64L << 20, 1);

    @Test
    void areReadWithinTheOneReadThatThereMayBe(Connection connection) {
        Statement statement = new Statement("test", """
                UNWIND range(1, 2500) AS i
                MATCH (:State {id: 'russia'})-[s:SUPPORTS]->(:Base {id: 'osh-base'})
                RETURN i, CASE WHEN i % 2 = 0 THEN s END AS s
                ORDER BY i""");
        KeptRows kept = new KeptRows();
        try (Graph graph = Graph.connect(connection, ONE_AT_ONCE)) {
            NamedEnds named = new NamedEnds(graph, kept);
            graph.read(statement, Page.first(10_000), named);
            named.finish();
        }

        assertThat(kept.table(false).rows().stream().map(row -> String.valueOf(row.get(0))))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 2500)
                        .mapToObj(String::valueOf)
                        .toList());
        assertThat(kept.table(false).rows()).allSatisfy(row -> {
            if (row.get(1) instanceof Relationship relationship) {
                assertThat(relationship.from()).isEqualTo("russia");
                assertThat(relationship.to()).isEqualTo("osh-base");
            }
        });
    }
}
