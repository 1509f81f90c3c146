package entente.graph;

import entente.model.KeptRows;
import entente.model.Page;
import entente.model.Table;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Result;
import org.neo4j.driver.SimpleQueryRunner;

/** A transaction under way that reads. Its statements share the time that one read may take. */
public final class Reading {
    private final SimpleQueryRunner transaction;
    private final Limits limits;
    private final Watch.Wait wait;
    private final Planning planning;

    Reading(SimpleQueryRunner transaction, Limits limits, Watch.Wait wait, Planning planning) {
        this.transaction = transaction;
        this.limits = limits;
        this.wait = wait;
        this.planning = planning;
    }

    /**
     * Reads at most so many rows, as {@link Graph#read} does.
     *
     * @param most how many rows to keep, at least 1; a larger number than the limit in force counts as that
     */
    public Table read(Statement statement, int most) {
        KeptRows kept = new KeptRows();
        Result result = run(statement);
        return kept.table(new BoundedRows(limits, wait)
                .pass(result, Page.first(most), kept)
                .more());
    }

    /**
     * Reads rows one by one and holds none of them. Their number is not bounded: the statement has to be one of
     * Entente's own that bounds it.
     *
     * @param taker takes each row, in the order of the statement's columns
     * @return how many there were
     */
    public long each(Statement statement, Consumer<List<@Nullable Object>> taker) {
        Result result = run(statement);
        long rows = 0;
        for (; wait.during(result::hasNext); rows++) {
            taker.accept(PlainValues.row(result.next()));
        }
        return rows;
    }

    /** How many bytes whoever keeps what is read may keep of it, as {@link SizeEstimate} counts them. */
    public long mostBytes() {
        return limits.bytes();
    }

    private Result run(Statement statement) {
        return planning.run(wait, statement.text(), () -> transaction.run(statement.text(), statement.values()));
    }
}
