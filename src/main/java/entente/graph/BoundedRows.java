package entente.graph;

import entente.model.RowSink;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Result;

/**
 * Passes a result's rows on as they come, and no more of them than the limits allow.
 *
 * @param patience told when the database is waited for, and not whoever takes the rows
 */
record BoundedRows(Limits limits, Watch.Wait patience) {
    /**
     * Passes rows on. What fails before the first row fails before anything is passed on.
     *
     * @param most how many rows, at least 1; a larger number than the limit in force counts as that
     * @return whether there are more
     * @throws GraphException.Overloaded if the first row alone is larger than an answer may be
     */
    boolean pass(Result result, int most, RowSink sink) {
        if (most < 1) {
            throw new IllegalArgumentException("nobody reads " + most + " rows");
        }
        boolean more = patience.during(result::hasNext);
        sink.columns(result.keys());
        int left = Math.min(most, limits.rows());
        long bytes = 0;
        for (int passed = 0; more && passed < left; passed++) {
            List<@Nullable Object> row = PlainValues.row(result.next());
            bytes += SizeEstimate.of(row);
            if (bytes > limits.bytes()) {
                refuseTooLarge(passed);
                return true;
            }
            sink.row(row);
            more = patience.during(result::hasNext);
        }
        return more;
    }

    private static void refuseTooLarge(int rowsBefore) {
        if (rowsBefore == 0) {
            throw new GraphException.Overloaded("one row is larger than an answer may be", null);
        }
    }
}
