package entente.cli;

import entente.load.LoadProgress;
import java.io.PrintWriter;
import java.util.function.LongConsumer;

/** Shows on standard error how far a long load has come. */
interface LoadDisplay extends LoadProgress, AutoCloseable {
    /** A bar where somebody looks at a terminal; lines where standard error is a file or a pipe. */
    static LoadDisplay on(PrintWriter err) {
        int columns = Integer.getInteger("entente.columns", 0);
        return columns > 0 ? new LoadProgressBar(err, columns) : new LoadProgressLines(err);
    }

    /**
     * For the number of bytes of a table that were read and checked; it starts again with every table.
     *
     * @param total of all tables
     */
    LongConsumer ofBytes(long total);

    /** Leaves nothing on the screen that is out of date. */
    @Override
    void close();
}
