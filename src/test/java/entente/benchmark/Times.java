package entente.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How long something took, each time that it was done: by the clock, and of all processors that worked on it. Where
 * other programs share the machine, the clock tells of them, too, and the processors hardly.
 */
final class Times {
    private final Processors processors;
    private final List<Double> seconds = new ArrayList<>();
    private final List<Double> ofClient = new ArrayList<>();
    private final List<Double> ofDatabase = new ArrayList<>();

    /** What is timed. */
    interface Work {
        void run() throws Exception;
    }

    /** Seconds of processors used so far. */
    interface Processors {
        /** By the program that has something done. */
        double ofClient();

        double ofDatabase();
    }

    Times(Processors processors) {
        this.processors = processors;
    }

    /** Does it once more. */
    void add(Work work) throws Exception {
        double client = processors.ofClient();
        double database = processors.ofDatabase();
        long begun = System.nanoTime();
        work.run();
        seconds.add((System.nanoTime() - begun) / 1e9);
        ofClient.add(processors.ofClient() - client);
        ofDatabase.add(processors.ofDatabase() - database);
    }

    /** In seconds by the clock, the time in the middle of all. */
    double middle() {
        return middle(seconds);
    }

    /** In seconds of processors, the time in the middle of all. */
    double middleOfProcessors() {
        return middle(IntStream.range(0, seconds.size())
                .mapToObj(index -> ofClient.get(index) + ofDatabase.get(index))
                .toList());
    }

    static double middle(List<Double> all) {
        return all.stream().sorted().skip(all.size() / 2).findFirst().orElseThrow();
    }

    @Override
    public String toString() {
        return all(seconds) + " s by the clock; of processors " + all(ofClient) + " s in the program and "
                + all(ofDatabase) + " s in the database";
    }

    static String all(List<Double> seconds) {
        return seconds.stream().map("%.1f"::formatted).collect(Collectors.joining(" "));
    }
}
