package entente.cli;

import entente.load.LoadProgress;
import java.io.PrintWriter;

/** Shows on standard error how far a long load has come. */
interface LoadDisplay extends LoadProgress, AutoCloseable {
    /** A bar where somebody looks at a terminal; lines where standard error is a file or a pipe. */
    static LoadDisplay on(PrintWriter err) {
        int columns = Integer.getInteger("entente.columns", 0);
        return columns > 0 ? new LoadProgressBar(err, columns) : new LoadProgressLines(err);
    }

    /** Leaves nothing on the screen that is out of date. */
    @Override
    void close();
}
