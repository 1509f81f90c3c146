package entente.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * How many requests a client may make: so many at once, and again as many spread over each minute. What is remembered
 * of clients is bounded; who is forgotten because there were too many others begins anew.
 */
final class RateLimit {
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int MOST_CLIENTS = 100_000;

    private final int requestsPerMinute;
    /** After the period, whoever was forgotten would have all requests again anyhow. */
    private final Cache<String, Bucket> clients = Caffeine.newBuilder()
            .maximumSize(MOST_CLIENTS)
            .expireAfterAccess(PERIOD)
            .build();

    /** @param requestsPerMinute 0 for any number */
    RateLimit(int requestsPerMinute) {
        this.requestsPerMinute = requestsPerMinute;
    }

    /**
     * Counts a request of a client.
     *
     * @return zero where it may be answered, and else how long the client has to wait for the next
     */
    Duration count(String client) {
        if (requestsPerMinute == 0) {
            return Duration.ZERO;
        }
        return Duration.ofNanos(clients.get(client, unknown -> full())
                .tryConsumeAndReturnRemaining(1)
                .getNanosToWaitForRefill());
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(requestsPerMinute).refillGreedy(requestsPerMinute, PERIOD))
                .build();
    }
}
