package entente.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Clients that ask a server all at once, well-behaved ones and others, and what the well-behaved ones get. */
final class Crowd implements AutoCloseable {
    /** Stands for a day, another each time, so that the database has to be asked. */
    private static final String DAY = "{day}";

    private static final String STATEMENT =
            "{\"statement\":\"MATCH (b:Base {id: $id})-[r]-(a) WHERE r.validFrom <= date($day) RETURN b, r, a\","
                    + "\"parameters\":{\"id\":\"osh-base\",\"day\":\"" + DAY + "\"}}";
    /** What people ask for, by how often. */
    static final List<String> LOOKS = List.of(
            "/api/v1/queries/who-backs/results?target=osh-base",
            "/api/v1/queries/who-backs/results.csv?target=osh-base",
            "/api/v1/queries/who-backs/results?target=osh-base&asOf=" + DAY,
            "/api/v1/entities/osh-base/subgraph?hops=2&asOf=" + DAY,
            "/api/v1/ask?q=who+backs+the+Osh+base",
            "/api/v1/entities?q=kyrg",
            "/api/v1/entities/russia",
            "/api/v1/entities/osh-base/subgraph?hops=2",
            "/api/v1/entities/osh-base/subgraph.gexf?hops=2",
            "/api/v1/paths?from=kazakhstan&to=united-states",
            "/api/v1/compare?entity=osh-base&from=2009-01-01&to=2009-12-31",
            "/api/v1/dossiers",
            "/openapi.json",
            "/");

    /** The same, and statements of their own. */
    static final List<String> EVERYTHING =
            Stream.concat(LOOKS.stream(), Stream.of(STATEMENT)).toList();

    private static final String LARGE =
            "{\"statement\":\"UNWIND range(1, 10000) AS x RETURN x, '" + "a".repeat(5_000) + "' AS text\"}";

    private final BuiltServer server;
    private final List<Thread> threads = new ArrayList<>();
    private final Map<Integer, AtomicLong> statuses = new ConcurrentHashMap<>();
    private final List<Long> nanoseconds = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong days = new AtomicLong();
    private volatile boolean over;

    Crowd(BuiltServer server) {
        this.server = server;
    }

    /**
     * Clients that ask one thing after the other; a connection that breaks off, or a 503 that does not say when to try
     * again, counts as status 0.
     *
     * @param mix paths, and statements as they are posted
     */
    Crowd ask(int clients, List<String> mix) {
        for (int client = 0; client < clients; client++) {
            int first = client;
            each(turn -> {
                long begun = System.nanoTime();
                String day = LocalDate.of(2009, 1, 1)
                        .plusDays(days.incrementAndGet())
                        .toString();
                int status = status(mix.get((first + turn) % mix.size()).replace(DAY, day));
                nanoseconds.add(System.nanoTime() - begun);
                statuses.computeIfAbsent(status, any -> new AtomicLong()).incrementAndGet();
            });
        }
        return this;
    }

    private int status(String path) {
        try {
            return path.startsWith("{") ? server.statusOfStatement(path) : server.status(path);
        } catch (IOException brokenOff) {
            return 0;
        }
    }

    /** Clients that ask for much, and hang up. */
    Crowd hangUp(int clients) {
        return misbehave(clients, "/api/v1/cypher.jsonl", LARGE, 0, 200);
    }

    /** Clients that ask for much, and read a byte a second of it. */
    Crowd readSlowly(int clients) {
        return misbehave(clients, "/api/v1/cypher.jsonl", LARGE, 60, 1_000);
    }

    /** Clients that send 10 MB where 1 MB is the most. */
    Crowd sendMuch(int clients) {
        return misbehave(clients, "/api/v1/cypher", " ".repeat(10 << 20), 1, 100);
    }

    private Crowd misbehave(int clients, String path, String body, int bytesRead, int pause) {
        for (int client = 0; client < clients; client++) {
            each(turn -> {
                try (Socket socket = new Socket()) {
                    socket.setReceiveBufferSize(4_096);
                    socket.connect(new InetSocketAddress(
                            InetAddress.getLoopbackAddress(), server.address().getPort()));
                    socket.getOutputStream().write(post(path, body));
                    Thread.sleep(pause);
                    for (int read = 0;
                            read < bytesRead && !over && socket.getInputStream().read() >= 0;
                            read++) {
                        Thread.sleep(pause);
                    }
                } catch (IOException refused) {
                    Thread.sleep(pause);
                }
            });
        }
        return this;
    }

    private static byte[] post(String path, String body) {
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private interface Turn {
        void take(int number) throws InterruptedException;
    }

    private void each(Turn turn) {
        Thread thread = new Thread(() -> {
            try {
                for (int number = 0; !over; number++) {
                    turn.take(number);
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        threads.add(thread);
    }

    Crowd during(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
        return this;
    }

    /** How many answers there were, by status. */
    Map<Integer, Long> statuses() {
        return statuses.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().get(), Long::sum, TreeMap::new));
    }

    /** So many of a hundred answers took at most so many milliseconds. */
    double percentile(double share) {
        List<Long> sorted = new ArrayList<>(nanoseconds);
        Collections.sort(sorted);
        return sorted.get((int) (sorted.size() * share / 100)) / 1e6;
    }

    @Override
    public void close() {
        over = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
