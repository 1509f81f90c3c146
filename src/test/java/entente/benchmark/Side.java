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
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** One of the two that are compared: a request, and how long its answers took. Any other status than expected fails. */
final class Side {
    private final String name;
    private final Supplier<String> url;
    private final @Nullable String body;
    private final Map<String, String> headers;
    private final List<Long> nanoseconds = new ArrayList<>();
    private final List<Double> rates = new ArrayList<>();
    private int expected = 200;

    /**
     * Expects the status 200.
     *
     * @param name who answers, as it is printed
     * @param body what is posted, or null for a GET
     */
    Side(String name, String url, @Nullable String body, Map<String, String> headers) {
        this(name, () -> url, body, headers);
    }

    /** @param url where each request goes */
    Side(String name, Supplier<String> url, @Nullable String body, Map<String, String> headers) {
        this.name = name;
        this.url = url;
        this.body = body;
        this.headers = headers;
    }

    /** Expects another status. */
    Side expecting(int status) {
        expected = status;
        return this;
    }

    /** Asks once and reads the answer to its end. */
    long ask() {
        URI target = URI.create(url.get());
        try (PlainClient client = new PlainClient(target)) {
            return ask(client, target);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private long ask(PlainClient client, URI target) throws IOException {
        PlainClient.Answer answer = client.ask(PlainClient.request(target, headers, body));
        if (answer.status() != expected) {
            throw new AssertionError(
                    name + " answers " + target + " with " + answer.status() + " and not with " + expected);
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
                        try (PlainClient asking = new PlainClient(URI.create(url.get()))) {
                            while (System.nanoTime() < end) {
                                long begun = System.nanoTime();
                                ask(asking, URI.create(url.get()));
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
            done.await();
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
