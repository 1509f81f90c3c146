package entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Neo4jExtension;
import entente.graph.Graph;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that do not read the answer that they asked for. */
@Tag("database")
@ExtendWith(Neo4jExtension.class)
class SlowReadersTest {
    private static final int CLIENTS = 4;
    private static final int PLACES = 4_000;
    private static final String SUMMARY = "a".repeat(5_000);
    /** How much of its answer a client may leave in memory: far less than the answer has. */
    private static final long BYTES_LEFT = 4 << 20;

    private static final String FILL =
            "UNWIND range(1, $places) AS x CREATE (:Entity:Place {id: 'place-' + x, summary: $summary + x})";
    private static final String BODY = "{\"statement\": \"MATCH (e:Entity) RETURN e\"}";

    private final List<Socket> clients = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
    }

    @Timeout(120)
    @ParameterizedTest
    @ValueSource(strings = {"csv", "jgf"})
    void keepNoRowsInMemory(String format, Graph graph) throws Exception {
        graph.write("places", writing -> writing.run(FILL, Map.of("places", PLACES, "summary", SUMMARY)));
        try (Api api = Api.on(graph)) {
            String path = "/api/v1/cypher." + format + "?limit=" + PLACES;
            assertThat(api.post(path, BODY).body()).hasSizeGreaterThan(PLACES * SUMMARY.length());
            long before = held();
            for (int client = 0; client < CLIENTS; client++) {
                awaitBeginning(connected(api, path));
            }

            long left = held() - before;
            hangUp(); // or the server waits for them before it stops
            assertThat(left).isLessThan(CLIENTS * BYTES_LEFT);
        }
    }

    private static long held() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private Socket connected(Api api, String path) throws IOException {
        Socket client = new Socket();
        clients.add(client);
        client.setReceiveBufferSize(4_096);
        client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), api.port()));
        String request = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + BODY.length() + "\r\n\r\n" + BODY;
        client.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return client;
    }

    private static void awaitBeginning(Socket client) throws IOException, InterruptedException {
        while (client.getInputStream().available() == 0) {
            Thread.sleep(10);
        }
    }
}
