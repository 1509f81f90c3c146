package entente.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.Neo4jExtension;
import entente.graph.Graph;
import entente.graph.Seen;
import entente.graph.Statement;
import entente.model.KeptRows;
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

    /** The database does not tell which version a read has met of which the rest is thrown away. */
    @Test
    void isAPageAfterAnotherHoweverMuchIsLeftBehindIt(Graph graph) {
        Statement everything = new Statement("long", "UNWIND range(1, 20000) AS x RETURN x");
        String version = graph.version();
        Page page = new Page(10, 10);
        Paging second = new Paging(graph, "same", version, page);
        Seen before = graph.seen();

        assertThat(graph.readOfStranger(everything, page, new KeptRows()).truncated())
                .isTrue();

        assertThat(graph.seen()).isEqualTo(before);
        assertThat(second.next(true, 20)).isNotNull();
    }
}
