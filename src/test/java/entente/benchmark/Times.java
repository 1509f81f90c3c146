package entente.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;

/**
 * How long something took, each time that it was done: by the clock, and of all processors that worked on it. Where
 * other programs share the machine, the clock tells of them, too, and the processors hardly.
 */
final class Times {
    private final DoubleSupplier processors;
    private final List<Double> seconds = new ArrayList<>();
    private final List<Double> processorSeconds = new ArrayList<>();

    /** What is timed. */
    interface Work {
        void run() throws Exception;
    }

    /** @param processors the seconds of processors used so far by all that takes part */
    Times(DoubleSupplier processors) {
        this.processors = processors;
    }

    /** Does it once more. */
    void add(Work work) throws Exception {
        double before = processors.getAsDouble();
        long begun = System.nanoTime();
        work.run();
        seconds.add((System.nanoTime() - begun) / 1e9);
        processorSeconds.add(processors.getAsDouble() - before);
    }

    /** In seconds by the clock, the time in the middle of all. */
    double middle() {
        return middle(seconds);
    }

    /** In seconds of processors, the time in the middle of all. */
    double middleOfProcessors() {
        return middle(processorSeconds);
    }

    private static double middle(List<Double> all) {
        return all.stream().sorted().skip(all.size() / 2).findFirst().orElseThrow();
    }

    @Override
    public String toString() {
        return all(seconds) + " s by the clock, " + all(processorSeconds) + " s of processors";
    }

    private static String all(List<Double> seconds) {
        return seconds.stream().map("%.1f"::formatted).collect(Collectors.joining(" "));
    }
}
