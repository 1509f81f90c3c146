package entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Neo4jExtension;
import entente.Sample;
import entente.graph.Graph;
import entente.graph.Limits;
import entente.graph.Statement;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients that keep their connection and hardly use it. */
@Tag("database")
@Sample
@ExtendWith(Neo4jExtension.class)
class SlowClientsTest {
    private static final int MORE_THAN_THREADS = 300;
    private static final Limits FEW_AT_ONCE = new Limits(Duration.ofSeconds(30), 10_000, 64L << 20, 2);
    private static final String MANY_ROWS = "UNWIND range(1, 1000) AS x RETURN x";
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
            for (int client = 0; client < MORE_THAN_THREADS; client++) {
                connect(api, "/api/v1/cypher", 1_000, "{\"statement\": \"");
            }

            assertThat(api.get("/api/v1/queries/who-backs/results?target=osh-base")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    @Timeout(60)
    @EnabledOnOs(OS.LINUX) // where all of 127.0.0.0/8 is this machine
    void ofOneAddressDoNotTakeTheThreadsOfAnother(Graph whole) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        try (Graph graph = Graph.connect(whole.connection(), FEW_AT_ONCE);
                Api api = Api.on(graph)) {
            for (int place = 0; place < FEW_AT_ONCE.concurrency(); place++) {
                new Thread(() -> graph.readAll(new Statement("held", MANY_ROWS), rows -> takeSlowly(rows, done)))
                        .start();
            }
            for (int client = 0; client < MORE_THAN_THREADS; client++) {
                connected(api, "127.0.0.2")
                        .getOutputStream()
                        .write(("GET /api/v1/queries/who-backs/results?target=osh-base&asOf=2009-07-01&limit="
                                        + (client + 1) + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                .getBytes(StandardCharsets.UTF_8));
            }
            while (graph.load().waiting() < 100) {
                Thread.sleep(10);
            }
            Instant begun = Instant.now();

            assertThat(api.get("/healthz").statusCode()).isEqualTo(200);
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(3));
            done.countDown(); // so that the server need not wait for them when it is closed
        } finally {
            done.countDown();
        }
    }

    /** Who takes no row for long, while others wait, is given up. */
    private static boolean takeSlowly(Iterator<?> rows, CountDownLatch done) {
        try {
            while (rows.hasNext() && !done.await(500, TimeUnit.MILLISECONDS)) {
                rows.next();
            }
            return true;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void thatHangUpWhileTheyAreAnsweredDoNotKeepTheServerFromStopping(Graph graph) throws Exception {
        Instant begun;
        try (Api api = Api.on(graph)) {
            connect(api, "/api/v1/cypher.jsonl", LARGE.length(), LARGE);
            clients.get(0).getInputStream().readNBytes(1_000);
            clients.get(0).close();
            begun = Instant.now();
        }

        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(15));
    }

    /** Who sends one byte after the other is not waited for long, however quick others were before. */
    @Test
    void thatSendAByteASecondAreNotWaitedFor(Graph graph) throws Exception {
        try (Api api = Api.on(graph)) {
            assertThat(api.post("/api/v1/cypher", "{\"statement\": \"RETURN 1 AS one\"" + " ".repeat(900_000) + "}")
                            .statusCode())
                    .isEqualTo(200);
            connect(api, "/api/v1/cypher", 1_000, "{");
            Socket client = clients.get(0);
            client.setSoTimeout(20_000);
            sendAByteASecond(client, 30);

            assertThat(new String(client.getInputStream().readNBytes(12), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 4");
        }
    }

    @Test
    void thatAskWhetherTheyMaySendTheirBodyAreToldThatTheyMay(Graph graph) throws Exception {
        try (Api api = Api.on(graph)) {
            String body = "{\"statement\": \"RETURN 1 AS one\"}";
            Socket client = connected(api, "127.0.0.1");
            client.setSoTimeout(20_000);
            client.getOutputStream()
                    .write(("POST /api/v1/cypher HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Expect: 100-continue\r\nContent-Length: " + body.length() + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            String first = new String(client.getInputStream().readNBytes(25), StandardCharsets.UTF_8);
            assertThat(first).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            client.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));

            assertThat(new String(client.getInputStream().readNBytes(12), StandardCharsets.UTF_8))
                    .isEqualTo("HTTP/1.1 200");
        }
    }

    @Test
    @Timeout(60)
    void whoseReadTakesLongDoNotKeepOthersFromTheirAnswers(Graph graph) throws Exception {
        String body = "{\"statement\": \"UNWIND range(1, 30000) AS x UNWIND range(1, 30000) AS y RETURN max(x * y)\"}";
        try (Api api = Api.on(graph)) {
            connect(api, "/api/v1/cypher", body.length(), body);
            while (graph.load().underWay() == 0) {
                Thread.sleep(10);
            }

            assertThat(api.get("/healthz").statusCode()).isEqualTo(200);
            assertThat(graph.load().underWay()).isEqualTo(1);
            hangUp();
        }
    }

    /** What is answered by the thread that reads from everybody's connection must not keep it from the others'. */
    @Test
    @Timeout(60)
    void thatAskTheSameWithoutEndDoNotKeepOthersFromTheirAnswers(Graph graph) throws Exception {
        try (Api api = Api.on(graph)) {
            String path = "/api/v1/queries/who-backs/results?target=osh-base";
            String tag = Shape.header(api.get(path), "ETag");
            assertThat(api.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304); // its version is known now
            byte[] asked = ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: " + tag + "\r\n\r\n")
                    .repeat(100)
                    .getBytes(StandardCharsets.UTF_8);
            AtomicLong received = new AtomicLong();
            List<Thread> busy = new ArrayList<>();
            for (int client = 0; client < 8; client++) {
                Socket socket = connected(api, "127.0.0.1");
                busy.add(untilHungUp(() -> socket.getOutputStream().write(asked)));
                busy.add(untilHungUp(
                        () -> received.addAndGet(socket.getInputStream().readNBytes(10_000).length)));
            }
            while (received.get() < 1_000_000) {
                Thread.sleep(10);
            }

            Instant begun = Instant.now();
            for (int other = 0; other < 20; other++) {
                try (Socket client = connected(api, "127.0.0.1")) {
                    client.setSoTimeout(5_000);
                    client.getOutputStream()
                            .write("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                    assertThat(new String(client.getInputStream().readNBytes(12), StandardCharsets.UTF_8))
                            .isEqualTo("HTTP/1.1 200");
                }
            }
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(10));
            hangUp();
            for (Thread thread : busy) {
                thread.join();
            }
        }
    }

    /** What is done with a connection. */
    private interface Exchange {
        void run() throws IOException;
    }

    private static Thread untilHungUp(Exchange exchange) {
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    exchange.run();
                }
            } catch (IOException hungUp) {
                // as it is meant to end
            }
        });
        thread.start();
        return thread;
    }

    @Test
    void thatAnnounceTooLongABodyAreNotWaitedFor(Graph graph) throws Exception {
        try (Api api = Api.on(graph)) {
            connect(api, "/api/v1/cypher", HttpSettings.BODY_BYTES + 1, "{");
            Socket client = clients.get(0);
            client.setSoTimeout(10_000);
            sendAByteASecond(client, 8);

            assertThat(new String(client.getInputStream().readNBytes(12), StandardCharsets.UTF_8))
                    .isEqualTo("HTTP/1.1 413");
        }
    }

    /** Until there is an answer, or for so long. */
    private static void sendAByteASecond(Socket client, int longest) throws Exception {
        for (int seconds = 0; seconds < longest && client.getInputStream().available() == 0; seconds++) {
            Thread.sleep(1_000);
            client.getOutputStream().write(' ');
        }
    }

    private void connect(Api api, String path, int length, String body) throws IOException {
        Socket client = connected(api, "127.0.0.1");
        String request = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + length + "\r\n\r\n" + body;
        client.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    }

    /** @param from the address that the client has */
    private Socket connected(Api api, String from) throws IOException {
        Socket client = new Socket();
        client.setReceiveBufferSize(4_096);
        client.bind(new InetSocketAddress(from, 0));
        client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), api.port()));
        clients.add(client);
        return client;
    }
}
