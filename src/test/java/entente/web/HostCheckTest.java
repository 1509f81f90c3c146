package entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Neo4jExtension;
import entente.Sample;
import entente.graph.Graph;
import entente.query.LiveCatalogue;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("database")
@Sample
@ExtendWith(Neo4jExtension.class)
class HostCheckTest {
    private static Api local;
    private static Api open;

    @BeforeAll
    static void start(Graph graph) {
        LiveCatalogue catalogue = Api.catalogue(graph);
        local = Api.on(graph, catalogue);
        open = Api.at(new Address("0.0.0.0", 0, true, Set.of("Explorer.Example")), graph, catalogue);
    }

    @AfterAll
    static void stop() {
        local.close();
        open.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:7878",
                "LOCALHOST:1",
                "localhost.:80",
                "app.localhost",
                "127.0.0.1",
                "127.1.2.3:80",
                "[::1]:7878",
                "explorer.example",
                "explorer.example:443"
            })
    void answersByItsOwnNames(String host) {
        assertThat(asked(local, host)).startsWith("HTTP/1.1 200 ");
        assertThat(asked(open, host)).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attacker.example",
                "attacker.example:7878",
                "localhost.attacker.example",
                "127.0.0.1.attacker.example",
                "notlocalhost",
                "explorer.example.attacker.example"
            })
    void refusesNamesOfOthers(String host) {
        Shape.rawProblem(asked(local, host), 421, "unknown-host", "/healthz");
        Shape.rawProblem(asked(open, host), 421, "unknown-host", "/healthz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "192.0.2.7:7878", "[2001:db8::7]:80"})
    void takesOtherAddressesInFiguresOnlyWhereItIsOpen(String host) {
        Shape.rawProblem(asked(local, host), 421, "unknown-host", "/healthz");
        assertThat(asked(open, host)).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/healthz", "/readyz", "/api/v1/dossiers", "/nothing"})
    void checksEveryRoute(String path) {
        Shape.rawProblem(local.raw("GET " + path + " HTTP/1.1", "Host: attacker.example"), 421, "unknown-host", path);
    }

    @Test
    void refusesARequestWithoutAHost() {
        assertThat(local.raw("GET /healthz HTTP/1.1", "X: y")).startsWith("HTTP/1.1 400 ");
        Shape.rawProblem(local.raw("GET /healthz HTTP/1.0", "X: y"), 421, "unknown-host", "/healthz");
    }

    private static String asked(Api api, String host) {
        return api.raw("GET /healthz HTTP/1.1", "Host: " + host);
    }
}
