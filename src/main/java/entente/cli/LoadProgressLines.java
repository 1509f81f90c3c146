package entente.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Tells on one line now and then how far a long load has come, and how long the stage may go on. */
final class LoadProgressLines implements LoadDisplay {
    private static final Duration PAUSE = Duration.ofSeconds(5);
    /** The share of the whole after which it is told how long the rest takes: one part of so many. */
    private static final int FIRST = 20;

    private final PrintWriter err;
    private final Duration pause;
    private String stage = "";
    private long total;
    private long done;
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
    public LongConsumer ofBytes(long ofFiles) {
        BytesRead read = new BytesRead(ofFiles);
        begin("", ofFiles);
        return bytes -> read(read.of(bytes));
    }

    private synchronized void read(long bytes) {
        done = bytes;
        tell(() -> String.format(
                Locale.ROOT,
                "%d %% read and checked, %.1f MB a second",
                100 * done / Math.max(1, total),
                done / 1e6 / seconds()));
    }

    private double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }

    @Override
    public synchronized void begin(String newStage, long ofAll) {
        stage = newStage;
        total = ofAll;
        done = 0;
        begun = System.nanoTime();
        last = begun;
    }

    @Override
    public synchronized void more(long more) {
        done += more;
        tell(() -> String.format(Locale.ROOT, "%,d of %,d %s, %,.0f a second", done, total, stage, done / seconds()));
    }

    @Override
    public void close() {}

    private void tell(Supplier<String> line) {
        if (System.nanoTime() - last >= pause.toNanos()) {
            last = System.nanoTime();
            err.println("entente: " + line.get() + left());
            err.flush();
        }
    }

    /** What comes first is slower than the rest and says little about it. */
    private String left() {
        return done * FIRST < total
                ? ""
                : String.format(Locale.ROOT, ", about %.0f s left", (total - done) * seconds() / Math.max(done, 1));
    }
}
