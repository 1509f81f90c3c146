package entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Neo4jExtension;
import entente.Sample;
import entente.graph.Graph;
import entente.graph.Statement;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("database")
@Sample
@ExtendWith(Neo4jExtension.class)
class HangUpsTest {
    private static final String LONG = "{\"statement\": \"UNWIND range(1, 1000000000) AS x RETURN sum(x) AS sum\"}";
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(9); // the statement itself may take ten

    @Test
    void cancelsTheQueryOfAClientThatHangsUp(Graph graph) throws Exception {
        try (Api api = Api.on(graph)) {
            Socket client = connected(api);
            say(client, post(LONG));
            await(() -> underWay(graph) == 1, PATIENCE);

            Instant hungUp = Instant.now();
            client.close();
            await(() -> underWay(graph) == 0, PATIENCE);

            assertThat(Duration.between(hungUp, Instant.now())).isLessThan(SOON);
            assertThat(Shape.json(api.post("/api/v1/cypher", "{\"statement\": \"RETURN 1 AS one\"}"))
                            .path("rows"))
                    .hasSize(1);
        }
    }

    @Test
    void answersAClientThatSendsItsNextRequestEarly(Graph graph) throws Exception {
        try (Api api = Api.on(graph);
                Socket client = connected(api)) {
            client.setSoTimeout((int) PATIENCE.toMillis());
            say(client, post("{\"statement\": \"UNWIND range(1, 5000000) AS x RETURN sum(x) AS sum\"}"));
            Thread.sleep(100); // so that the next request is not yet there when the first is taken
            say(client, "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            String answers = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answers).contains("12500002500000").endsWith("{\"status\":\"alive\"}\n");
        }
    }

    @Test
    void tellsAClientThatEndsItsHalfOfTheConnectionThatThisIsTakenForHangingUp(Graph graph) throws Exception {
        try (Api api = Api.on(graph);
                Socket client = connected(api)) {
            client.setSoTimeout((int) PATIENCE.toMillis());
            say(client, post(LONG));
            await(() -> underWay(graph) == 1, PATIENCE);
            client.shutdownOutput();

            String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 499 ").contains("\"code\":\"client-gone\"");
        }
    }

    private static Socket connected(Api api) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), api.port());
    }

    private static void say(Socket client, String request) throws IOException {
        client.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    }

    private static String post(String body) {
        return "POST /api/v1/cypher HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    private static long underWay(Graph graph) {
        Statement transactions = new Statement(
                "transactions", "SHOW TRANSACTIONS YIELD metaData WHERE metaData.query = 'cypher' RETURN 1 AS one");
        return graph.read(transactions, 100).rows().size();
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition, Duration patience) throws InterruptedException {
        Instant end = Instant.now().plus(patience);
        while (!condition.holds()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(20);
        }
    }
}
