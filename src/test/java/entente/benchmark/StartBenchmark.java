package entente.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Times with = new Times(() -> 0);
        Times without = new Times(() -> 0);
        start(none).close(); // makes the store and fills it

        for (int round = 0; round < ROUNDS; round++) {
            time(without, none);
            time(with, HOME.resolve("archives"));
        }

        System.out.printf("ready from archives: %s%n", with);
        System.out.printf("ready without them:  %s%n", without);
        System.out.printf(
                "in the middle %.2f s | %.2f s = %.2f of the time%n",
                with.middle(), without.middle(), with.middle() / without.middle());
    }

    private void time(Times times, Path archives) throws Exception {
        BuiltServer[] server = new BuiltServer[1];
        times.add(() -> server[0] = start(archives));
        server[0].close();
    }

    private BuiltServer start(Path archives) throws IOException {
        return BuiltServer.start(directory, Map.of("ENTENTE_ARCHIVES", archives.toString()));
    }
}
