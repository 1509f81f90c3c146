package entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import entente.FreePort;
import entente.Neo4jExtension;
import entente.Relay;
import entente.Sample;
import entente.graph.Connection;
import entente.graph.Graph;
import entente.graph.Limits;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server answers while no database does. */
@Tag("database")
@Sample
@ExtendWith(Neo4jExtension.class)
class DatabaseAwayTest {
    private static Graph away;
    private static Api api;

    @BeforeAll
    static void start(Graph graph) throws IOException {
        away = Graph.connect(new Connection("bolt://127.0.0.1:" + FreePort.any(), null, null, null), Limits.DEFAULT);
        api = Api.on(away, Api.catalogue(graph));
    }

    @AfterAll
    static void stop() {
        api.close();
        away.close();
    }

    @ParameterizedTest
    @MethodSource("entente.web.Routes#reading")
    void saysThatTheDatabaseIsAwayAndWhenToTryAgain(String route) {
        isAway(api.get(route));
    }

    @Test
    void isNotReady() {
        isAway(api.get("/readyz"));
    }

    @Test
    void measuresThatTheDatabaseIsNotReady() {
        assertMeasuresReady(api, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/healthz", "/api/v1/queries", "/api/v1/queries/who-backs", "/api/v1/limits"})
    void stillAnswersWhatNeedsNoDatabase(String route) {
        Shape.json(api.get(route));
    }

    @Test
    void recoversWhenTheDatabaseReturns(Connection connection, Graph graph) throws IOException {
        int port = FreePort.any();
        Connection through = new Connection(
                "bolt://127.0.0.1:" + port, connection.username(), connection.password(), connection.database());
        try (Graph unsteady = Graph.connect(through, Limits.DEFAULT);
                Api unsteadyApi = Api.on(unsteady, Api.catalogue(graph))) {
            isAway(unsteadyApi.get("/readyz"));
            isAway(unsteadyApi.get("/api/v1/dossiers"));
            Relay relay = new Relay(port, URI.create(connection.uri()));
            try (relay) {
                Shape.json(unsteadyApi.get("/readyz"));
                Shape.json(unsteadyApi.get("/api/v1/dossiers"));
                assertMeasuresReady(unsteadyApi, 1);
            }
            assertMeasuresReady(unsteadyApi, 0);
            isAway(unsteadyApi.get("/readyz"));
            isAway(unsteadyApi.get("/api/v1/dossiers"));
            assertThat(unsteady.pool().failures()).isGreaterThan(3);
        }
    }

    private static void isAway(HttpResponse<String> response) {
        Shape.problem(response, 503, "database-away");
        assertThat(Shape.header(response, "Retry-After")).isEqualTo("5");
    }

    private static void assertMeasuresReady(Api measured, int ready) {
        assertThat(measured.get("/metrics").body()).contains("\nentente_database_ready " + ready + ".0\n");
    }
}
