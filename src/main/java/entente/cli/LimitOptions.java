package entente.cli;

import entente.graph.Limits;
import java.time.Duration;
import picocli.CommandLine.Option;

/** What one read may take, for every command that reads the graph. */
final class LimitOptions {
    private static final int MOST_SECONDS = 3_600;
    private static final int MOST_ROWS = 1_000_000;
    private static final int MOST_MEGABYTES = 1_024;
    private static final int MOST_READS = 1_000;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "${env:ENTENTE_TIMEOUT:-10}",
            description = "How long one read may take; ${DEFAULT-VALUE} unless named.")
    private int timeout;

    @Option(
            names = "--max-rows",
            paramLabel = "ROWS",
            defaultValue = "${env:ENTENTE_MAX_ROWS:-10000}",
            description = "How many rows one read may give; ${DEFAULT-VALUE} unless named.")
    private int rows;

    @Option(
            names = "--max-megabytes",
            paramLabel = "MB",
            defaultValue = "${env:ENTENTE_MAX_MEGABYTES:-64}",
            description = "How much one read may give, in MB; ${DEFAULT-VALUE} unless named.")
    private int megabytes;

    @Option(
            names = "--max-reads",
            paramLabel = "READS",
            defaultValue = "${env:ENTENTE_MAX_READS:-32}",
            description = "How many reads may run at once; ${DEFAULT-VALUE} unless named.")
    private int reads;

    Limits limits() {
        UsageException.unlessWithin("--timeout", timeout, MOST_SECONDS);
        UsageException.unlessWithin("--max-rows", rows, MOST_ROWS);
        UsageException.unlessWithin("--max-megabytes", megabytes, MOST_MEGABYTES);
        UsageException.unlessWithin("--max-reads", reads, MOST_READS);
        return new Limits(Duration.ofSeconds(timeout), rows, (long) megabytes << 20, reads);
    }
}
