package entente.graph;

import entente.model.Page;
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
     * How much was passed on.
     *
     * @param more whether there are more rows behind
     */
    record Passed(int rows, boolean more) {}

    /**
     * Passes rows on. What fails before the first row fails before anything is passed on.
     *
     * @param page which rows; a larger number of them than the limit in force counts as that
     * @throws GraphException.Overloaded if the first row alone is larger than an answer may be
     */
    Passed pass(Result result, Page page, RowSink sink) {
        boolean more = patience.during(result::hasNext);
        for (long left = page.skip(); more && left > 0; left--) {
            result.next();
            more = patience.during(result::hasNext);
        }
        sink.columns(result.keys());
        int most = Math.min(page.limit(), limits.rows());
        long bytes = 0;
        int passed = 0;
        for (; more && passed < most; passed++) {
            List<@Nullable Object> row = PlainValues.row(result.next());
            bytes += SizeEstimate.of(row);
            if (bytes > limits.bytes()) {
                refuseTooLarge(passed);
                return new Passed(passed, true);
            }
            sink.row(row);
            more = patience.during(result::hasNext);
        }
        return new Passed(passed, more);
    }

    private static void refuseTooLarge(int rowsBefore) {
        if (rowsBefore == 0) {
            throw new GraphException.Overloaded("one row is larger than an answer may be", null);
        }
    }
}
