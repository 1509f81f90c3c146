package entente.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.Neo4jExtension;
import entente.graph.Graph;
import entente.graph.Statement;
import entente.model.Page;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("database")
@ExtendWith(Neo4jExtension.class)
class PagingTest {
    @Test
    void isNoPageAfterAnotherWhereACommitCameBeforeItWasRead(Graph graph) {
        Paging first = new Paging(graph, "same", graph.version(), new Page(0, 10));
        Paging second = new Paging(graph, "same", graph.version(), new Page(10, 10));
        assertThat(second.next(false, 20)).isNull();

        graph.write("commit", writing -> writing.run("CREATE (:Entity {id: 'new'})", Map.of()));
        graph.read(new Statement("read", "RETURN 1 AS one"), 1);

        assertThatThrownBy(() -> second.next(false, 20))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problem().code()).isEqualTo(ProblemCode.GRAPH_CHANGED));
        assertThat(first.next(true, 10)).as("a first page follows none").isNotNull();
    }
}
