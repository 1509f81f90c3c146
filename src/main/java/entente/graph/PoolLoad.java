package entente.graph;

import java.util.Collection;
import java.util.function.ToLongFunction;
import org.neo4j.driver.observation.metrics.ConnectionPoolMetrics;

/**
 * The driver's connections at a moment, to all servers of a database.
 *
 * @param used how many are in use
 * @param idle how many wait to be used again
 * @param awaited how many are waited for
 * @param timeouts how often one was waited for in vain
 * @param failures how often one could not be made
 */
public record PoolLoad(long used, long idle, long awaited, long timeouts, long failures) {
    static PoolLoad of(Collection<ConnectionPoolMetrics> pools) {
        return new PoolLoad(
                sum(pools, ConnectionPoolMetrics::inUse),
                sum(pools, ConnectionPoolMetrics::idle),
                sum(pools, ConnectionPoolMetrics::acquiring),
                sum(pools, ConnectionPoolMetrics::timedOutToAcquire),
                sum(pools, ConnectionPoolMetrics::failedToCreate));
    }

    private static long sum(Collection<ConnectionPoolMetrics> pools, ToLongFunction<ConnectionPoolMetrics> number) {
        return pools.stream().mapToLong(number).sum();
    }
}
