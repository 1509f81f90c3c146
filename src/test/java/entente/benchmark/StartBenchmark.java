package entente.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How soon the program that was built is ready to serve the sample, from archives of classes and without them. */
@Tag("benchmark")
class StartBenchmark {
    private static final int ROUNDS = Integer.getInteger("entente.benchmark.rounds", 7);
    private static final Path HOME = Path.of(System.getProperty("entente.home"));

    @TempDir
    private Path directory;

    @Test
    void readyFromArchives() throws Exception {
        assertThat(HOME.resolve("archives/neo4j.jsa"))
                .as("'mvn package' makes the archives")
                .isRegularFile();
        Path none = Files.createDirectory(directory.resolve("none"));
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        start(none).close(); // makes the store and fills it

        for (int round = 0; round < ROUNDS; round++) {
            without.add(secondsUntilReady(none));
            with.add(secondsUntilReady(HOME.resolve("archives")));
        }

        System.out.printf("ready from archives: %s s%n", Times.all(with));
        System.out.printf("ready without them:  %s s%n", Times.all(without));
        System.out.printf(
                "in the middle %.2f s | %.2f s = %.2f of the time%n",
                Times.middle(with), Times.middle(without), Times.middle(with) / Times.middle(without));
    }

    private double secondsUntilReady(Path archives) throws IOException {
        long begun = System.nanoTime();
        BuiltServer server = start(archives);
        double seconds = (System.nanoTime() - begun) / 1e9;
        server.close();
        return seconds;
    }

    private BuiltServer start(Path archives) throws IOException {
        return BuiltServer.start(directory, Map.of("ENTENTE_ARCHIVES", archives.toString()));
    }
}
