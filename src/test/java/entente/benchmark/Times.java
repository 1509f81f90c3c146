package entente.benchmark;

import java.util.ArrayList;
import java.util.List;

/** How long something took, each time that it was done. */
final class Times {
    private final List<Double> seconds = new ArrayList<>();

    /** What is timed. */
    interface Work {
        void run() throws Exception;
    }

    /** Does it once more. */
    void add(Work work) throws Exception {
        long begun = System.nanoTime();
        work.run();
        seconds.add((System.nanoTime() - begun) / 1e9);
    }

    /** In seconds, the time in the middle of all. */
    double middle() {
        return seconds.stream().sorted().skip(seconds.size() / 2).findFirst().orElseThrow();
    }

    String last() {
        return "%.1f s".formatted(seconds.get(seconds.size() - 1));
    }

    @Override
    public String toString() {
        return "%.1f s".formatted(middle());
    }
}
