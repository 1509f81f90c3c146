package entente.graph;

import java.util.Collection;
import java.util.function.ToLongFunction;
import org.neo4j.driver.observation.metrics.ConnectionPoolMetrics;

/**
 * What went wrong with the driver's connections so far, to all servers of a database. What the driver tells of those
 * made, closed, in use and idle is left out: <em>measured</em> with driver 6.2, it is wrong for good, up or down, after
 * a connection that broke. How many reads have a connection says {@link ReadLoad}.
 *
 * @param timeouts how often one was waited for in vain
 * @param failures how often one could not be made
 */
public record PoolCounts(long timeouts, long failures) {
    static PoolCounts of(Collection<ConnectionPoolMetrics> pools) {
        return new PoolCounts(
                sum(pools, ConnectionPoolMetrics::timedOutToAcquire),
                sum(pools, ConnectionPoolMetrics::failedToCreate));
    }

    private static long sum(Collection<ConnectionPoolMetrics> pools, ToLongFunction<ConnectionPoolMetrics> number) {
        return pools.stream().mapToLong(number).sum();
    }
}
