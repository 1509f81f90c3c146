package entente.cli;

import java.io.PrintWriter;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar on a terminal, with the rate, the time that has passed and the time that is left. It goes when it is full. */
final class LoadProgressBar implements LoadDisplay {
    private static final int MILLISECONDS = 250;
    private static final int BYTES = 1000;
    private static final int LONGEST_WAIT_SECONDS = 2;

    private final PrintWriter err;
    private final int columns;
    private @Nullable ProgressBar bar;
    private @Nullable LastLine line;

    /** @param columns of the terminal */
    LoadProgressBar(PrintWriter err, int columns) {
        this.err = err;
        this.columns = columns;
    }

    @Override
    public LongConsumer ofBytes(long total) {
        BytesRead read = new BytesRead(total);
        return bytes -> read(read.of(bytes), total);
    }

    private synchronized void read(long bytes, long total) {
        if (bar == null) {
            bar = bar("read and checked", total, " kB", BYTES);
        }
        if (bytes > bar.getCurrent()) {
            bar.stepTo(bytes);
        }
    }

    @Override
    public synchronized void begin(String stage, long total) {
        close();
        bar = bar(stage, total, "", 1);
    }

    @Override
    public synchronized void more(long done) {
        if (bar != null) {
            bar.stepBy(done);
        }
    }

    private ProgressBar bar(String stage, long total, String unit, long size) {
        line = new LastLine(err, columns - 1, new CountDownLatch(1));
        return new ProgressBarBuilder()
                .setTaskName(stage)
                .setInitialMax(total)
                .setUnit(unit, size)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(MILLISECONDS)
                .showSpeed(new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
                .setConsumer(line)
                .clearDisplayOnFinish()
                .build();
    }

    @Override
    public synchronized void close() {
        if (bar != null && line != null) {
            bar.close();
            line.await();
            bar = null;
        }
    }

    /**
     * The line that the cursor is in, written over each time.
     *
     * @param done once it is clear: a bar is drawn by a thread of its own, and for the last time after it is closed
     */
    private record LastLine(PrintWriter err, int getMaxRenderedLength, CountDownLatch done)
            implements ProgressBarConsumer {
        @Override
        public void accept(String text) {
            err.print("\r" + text);
            err.flush();
        }

        @Override
        public void clear() {
            accept(" ".repeat(getMaxRenderedLength) + "\r");
        }

        @Override
        public void close() {
            done.countDown();
        }

        void await() {
            try {
                if (!done.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                    clear();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
