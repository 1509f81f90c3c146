package entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Neo4jExtension;
import entente.Sample;
import entente.graph.Graph;
import entente.graph.Limits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients that keep their connection and hardly use it. */
@Tag("database")
@Sample
@ExtendWith(Neo4jExtension.class)
class SlowClientsTest {
    private static final Limits FEW_AT_ONCE = new Limits(Duration.ofSeconds(30), 10_000, 64L << 20, 2);
    /** More than the two systems keep on the way. */
    private static final String LARGE =
            "{\"statement\": \"UNWIND range(1, 10000) AS x RETURN x, '" + "a".repeat(5_000) + "' AS text\"}";

    private final List<Socket> clients = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
    }

    @Test
    void thatReadNoAnswerDoNotKeepOthersFromTheirs(Graph whole) throws Exception {
        try (Graph graph = Graph.connect(whole.connection(), FEW_AT_ONCE);
                Api api = Api.on(graph)) {
            for (int client = 0; client < 4; client++) {
                connect(api, "/api/v1/cypher.jsonl", LARGE.length(), LARGE);
            }
            while (graph.load().waiting() == 0) {
                Thread.sleep(10);
            }

            assertThat(api.get("/api/v1/queries/who-backs/results?target=osh-base")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void thatSendHalfARequestDoNotKeepOthersFromTheirAnswers(Graph graph) throws Exception {
        try (Api api = Api.on(graph)) {
            for (int client = 0; client < 100; client++) {
                connect(api, "/api/v1/cypher", 1_000, "{\"statement\": \"");
            }

            assertThat(api.get("/api/v1/queries/who-backs/results?target=osh-base")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private void connect(Api api, String path, int length, String body) throws IOException {
        Socket client = new Socket();
        client.setReceiveBufferSize(4_096);
        client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), api.port()));
        clients.add(client);
        String request = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + length + "\r\n\r\n" + body;
        client.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    }
}
