package entente.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.Neo4jExtension;
import entente.Sample;
import entente.graph.Graph;
import entente.query.LiveCatalogue;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("database")
@Sample
@ExtendWith(Neo4jExtension.class)
class WebServerTest {
    private static LiveCatalogue catalogue;

    @BeforeAll
    static void read(Graph graph) {
        catalogue = Api.catalogue(graph);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void refusesToListenForOthersUnlessThatIsAllowed(String host, Graph graph) {
        assertThatThrownBy(() -> Api.at(new Address(host, 0, false, Set.of()), graph, catalogue))
                .isInstanceOf(AddressException.class)
                .hasMessageContaining("--allow-open")
                .hasMessageContaining("ENTENTE_ALLOW_OPEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "::1", "127.0.0.2"})
    void listensOnLoopbackAddressesWithoutLeave(String host) {
        assertThat(new Address(host, 0, false, Set.of()).resolve().isLoopbackAddress())
                .isTrue();
    }

    @Test
    void saysWhenThePortIsTaken(Graph graph) {
        try (Api first = Api.on(graph, catalogue)) {
            Address same = new Address("127.0.0.1", first.port(), false, Set.of());

            assertThatThrownBy(() -> Api.at(same, graph, catalogue))
                    .isInstanceOf(AddressException.class)
                    .hasMessageContaining("port " + first.port())
                    .hasMessageContaining("--port");
            Shape.json(first.get("/healthz"));
        }
    }

    @Test
    void saysWhenThereIsNoSuchHost(Graph graph) {
        assertThatThrownBy(() -> Api.at(new Address("no.such.host.invalid", 0, true, Set.of()), graph, catalogue))
                .isInstanceOf(AddressException.class)
                .hasMessageContaining("no.such.host.invalid");
    }

    @Test
    void freesItsPortWhenItIsClosed(Graph graph) {
        Api first = Api.on(graph, catalogue);
        int port = first.port();
        first.close();

        try (Api second = Api.at(new Address("127.0.0.1", port, false, Set.of()), graph, catalogue)) {
            assertThat(second.port()).isEqualTo(port);
        }
    }
}
