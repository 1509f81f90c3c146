package entente.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** One of the two that are compared: a request, and how long its answers took. */
final class Side {
    private static final byte[] SINK = new byte[1 << 16];

    static {
        // Else more than five clients would open connections all the time, which costs more than some of the answers.
        System.setProperty("http.maxConnections", "64");
    }

    private final Supplier<String> url;
    private final @Nullable String body;
    private final Map<String, String> headers;
    private final List<Long> nanoseconds = new ArrayList<>();
    private final List<Double> rates = new ArrayList<>();

    /** @param body what is posted, or null for a GET */
    Side(String url, @Nullable String body, Map<String, String> headers) {
        this(() -> url, body, headers);
    }

    /** @param url where each request goes */
    Side(Supplier<String> url, @Nullable String body, Map<String, String> headers) {
        this.url = url;
        this.body = body;
        this.headers = headers;
    }

    /** Asks once and reads the answer to its end. */
    long ask() {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url.get()).toURL().openConnection();
            headers.forEach(connection::setRequestProperty);
            if (body != null) {
                connection.setDoOutput(true);
                try (OutputStream out = connection.getOutputStream()) {
                    out.write(body.getBytes(StandardCharsets.UTF_8));
                }
            }
            if (connection.getResponseCode() >= 400) {
                throw new AssertionError(
                        new String(connection.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
            }
            return connection.getResponseCode() == HttpURLConnection.HTTP_NOT_MODIFIED
                    ? 0
                    : drained(connection.getInputStream());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static long drained(InputStream answer) throws IOException {
        long bytes = 0;
        try (answer) {
            for (int read = 0; read >= 0; read = answer.read(SINK)) {
                bytes += read;
            }
        }
        return bytes;
    }

    /** Lets so many clients ask, one request after the other, for so long. */
    void round(int clients, long milliseconds, boolean counted) {
        long end = System.nanoTime() + milliseconds * 1_000_000;
        CountDownLatch done = new CountDownLatch(clients);
        List<Long> all = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            new Thread(() -> {
                        List<Long> own = new ArrayList<>();
                        try {
                            while (System.nanoTime() < end) {
                                long begun = System.nanoTime();
                                ask();
                                own.add(System.nanoTime() - begun);
                            }
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

    /** So many of a hundred answers took at most so many milliseconds. */
    double percentile(double share) {
        LongStream sorted = nanoseconds.stream().mapToLong(Long::longValue).sorted();
        return sorted.skip((long) (nanoseconds.size() * share / 100))
                        .findFirst()
                        .orElseThrow()
                / 1e6;
    }
}
