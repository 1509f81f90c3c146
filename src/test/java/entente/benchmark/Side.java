package entente.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** One of the two that are compared: a request, and how long its answers took. Any other status than expected fails. */
final class Side {
    private static final long PATIENCE_SECONDS = 120;

    private final String name;
    private final URI server;
    private final Supplier<byte[]> requests;
    private final List<Long> nanoseconds = new ArrayList<>();
    private final List<Double> rates = new ArrayList<>();
    private int expected = 200;

    /**
     * Expects the status 200.
     *
     * @param name who answers, as it is printed
     * @param url where all requests go
     * @param body what is posted, or null for a GET
     */
    Side(String name, String url, @Nullable String body, Map<String, String> headers) {
        this(name, URI.create(url), always(PlainClient.request(URI.create(url), headers, body)));
    }

    /** @param url where each request goes, all to one server */
    Side(String name, Supplier<String> url, @Nullable String body, Map<String, String> headers) {
        this(name, URI.create(url.get()), () -> PlainClient.request(URI.create(url.get()), headers, body));
    }

    private Side(String name, URI server, Supplier<byte[]> requests) {
        this.name = name;
        this.server = server;
        this.requests = requests;
    }

    private static Supplier<byte[]> always(byte[] request) {
        return () -> request;
    }

    /** Expects another status. */
    Side expecting(int status) {
        expected = status;
        return this;
    }

    /** Asks once and reads the answer to its end. */
    long ask() {
        try (PlainClient client = new PlainClient(server)) {
            return ask(client);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private long ask(PlainClient client) throws IOException {
        PlainClient.Answer answer = client.ask(requests.get());
        if (answer.status() != expected) {
            throw new AssertionError(
                    name + " at " + server + " answers with " + answer.status() + " and not with " + expected);
        }
        return answer.bytes();
    }

    /** Lets so many clients ask, one request after the other, for so long. */
    void round(int clients, long milliseconds, boolean counted) {
        long end = System.nanoTime() + milliseconds * 1_000_000;
        CountDownLatch done = new CountDownLatch(clients);
        List<Long> all = new ArrayList<>();
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        for (int client = 0; client < clients; client++) {
            new Thread(() -> {
                        List<Long> own = new ArrayList<>();
                        try (PlainClient asking = new PlainClient(server)) {
                            while (System.nanoTime() < end) {
                                long begun = System.nanoTime();
                                ask(asking);
                                own.add(System.nanoTime() - begun);
                            }
                        } catch (IOException | AssertionError failed) {
                            failures.add(failed);
                        } finally {
                            synchronized (all) {
                                all.addAll(own);
                            }
                            done.countDown();
                        }
                    })
                    .start();
        }
        await(done);
        if (!failures.isEmpty()) {
            throw new AssertionError("a client of " + name + " failed", failures.peek());
        }
        if (counted) {
            nanoseconds.addAll(all);
            rates.add(all.size() * 1000.0 / milliseconds);
        }
    }

    private static void await(CountDownLatch done) {
        try {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("a client waits for an answer that does not come");
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** Answers a second, the middle one of the rounds. */
    double rate() {
        return rates.stream().sorted().skip(rates.size() / 2).findFirst().orElseThrow();
    }

    /** Who answers, and how fast it was. */
    String figures() {
        return "%s %.0f/s (p50 %.1f, p99 %.1f ms)".formatted(name, rate(), percentile(50), percentile(99));
    }

    /** So many of a hundred answers took at most so many milliseconds. */
    private double percentile(double share) {
        LongStream sorted = nanoseconds.stream().mapToLong(Long::longValue).sorted();
        return sorted.skip((long) (nanoseconds.size() * share / 100))
                        .findFirst()
                        .orElseThrow()
                / 1e6;
    }
}
