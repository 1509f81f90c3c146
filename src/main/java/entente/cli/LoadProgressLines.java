package entente.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Tells on one line now and then how far a long load has come, and how long the stage may go on. */
final class LoadProgressLines implements LoadDisplay {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final PrintWriter err;
    private final Duration pause;
    private String stage = "";
    private long total;
    private long begun = System.nanoTime();
    private long last = begun;

    LoadProgressLines(PrintWriter err) {
        this(err, PAUSE);
    }

    /** @param pause after a line */
    LoadProgressLines(PrintWriter err, Duration pause) {
        this.err = err;
        this.pause = pause;
    }

    @Override
    public LongConsumer ofBytes(long ofTables) {
        BytesRead read = new BytesRead(ofTables);
        return bytes -> {
            long all = read.of(bytes);
            tell(() -> {
                double seconds = seconds();
                return String.format(
                        Locale.ROOT,
                        "%.1f of %.1f MB read and checked, %.1f MB a second, about %.0f s left",
                        all / 1e6,
                        ofTables / 1e6,
                        all / 1e6 / seconds,
                        (ofTables - all) * seconds / Math.max(all, 1));
            });
        };
    }

    private double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }

    @Override
    public synchronized void begin(String newStage, long ofAll) {
        stage = newStage;
        total = ofAll;
        begun = System.nanoTime();
        last = begun;
    }

    @Override
    public void at(long done) {
        tell(() -> {
            double seconds = seconds();
            return String.format(
                    Locale.ROOT,
                    "%,d of %,d %s, %,.0f a second, about %.0f s left",
                    done,
                    total,
                    stage,
                    done / seconds,
                    (total - done) * seconds / Math.max(done, 1));
        });
    }

    @Override
    public void close() {}

    private synchronized void tell(Supplier<String> line) {
        if (System.nanoTime() - last >= pause.toNanos()) {
            last = System.nanoTime();
            err.println("entente: " + line.get());
            err.flush();
        }
    }
}
