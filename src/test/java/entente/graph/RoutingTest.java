package entente.graph;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Neo4jExtension;
import entente.Relay;
import entente.model.KeptRows;
import entente.model.Page;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where statements go. One of several in a container names an address that only its network knows: not run there. */
@ExtendWith(Neo4jExtension.class)
class RoutingTest {
    /** How Bolt says that a transaction only reads: the entry {@code mode: "r"} in PackStream. */
    private static final String READS = "\u0084mode\u0081r";

    private static final Statement COUNT = new Statement("count", "MATCH (n:Place) RETURN count(n) AS count");

    @Test
    void readsWhatItWroteWhereTheAddressIsOfACluster(Connection connection) {
        try (Graph graph = Graph.connect(at(connection, connection.uri().replace("bolt:", "neo4j:")), Limits.DEFAULT)) {
            graph.write("create", writing -> writing.run("CREATE (:Place)", Map.of()));

            assertThat(graph.read(COUNT, 1).rows().get(0)).containsExactly(1L);
            assertThat(new Guard(graph).pass("MATCH (n) RETURN n").columns()).containsExactly("n");
        }
    }

    @Test
    void asksForReadsAsReads(Connection connection) throws IOException {
        try (Relay relay = new Relay(0, URI.create(connection.uri()));
                Graph graph = Graph.connect(at(connection, "bolt://127.0.0.1:" + relay.port()), Limits.DEFAULT)) {
            graph.read(COUNT, 1);
            assertThat(reads(relay)).isEqualTo(1);

            graph.reading("several", reading -> reading.read(COUNT, 1));
            assertThat(reads(relay)).isEqualTo(2);

            graph.readAll(COUNT, rows -> rows.next().size());
            assertThat(reads(relay)).isEqualTo(3);

            graph.explain("RETURN 1 AS one");
            assertThat(reads(relay)).isEqualTo(4);

            graph.walkAll(COUNT, rows -> rows.next().size());
            assertThat(reads(relay)).isEqualTo(5);

            graph.version();
            assertThat(reads(relay)).isEqualTo(6);

            graph.readOfStranger(COUNT, Page.first(1), new KeptRows());
            assertThat(reads(relay)).isEqualTo(7);

            graph.explainOfStranger("RETURN 1 AS one");
            assertThat(reads(relay)).isEqualTo(8);

            graph.write("create", writing -> writing.run("CREATE (:Place)", Map.of()));
            assertThat(reads(relay)).as("a write is none").isEqualTo(8);
        }
    }

    /** A commit is told of before it is applied; who names it waits until it is. */
    @Test
    void waitsForWhatItHasHeardOf(Connection connection) throws IOException {
        try (Relay relay = new Relay(0, URI.create(connection.uri()));
                Graph graph = Graph.connect(at(connection, "bolt://127.0.0.1:" + relay.port()), Limits.DEFAULT)) {
            graph.version();
            assertThat(relay.heard()).doesNotContain("bookmarks\u0091");

            graph.read(COUNT, 1);
            assertThat(relay.heard()).contains("bookmarks\u0091");
        }
    }

    private static int reads(Relay relay) {
        return relay.heard().split(READS, -1).length - 1;
    }

    private static Connection at(Connection connection, String uri) {
        return new Connection(uri, connection.username(), connection.password(), connection.database());
    }
}
