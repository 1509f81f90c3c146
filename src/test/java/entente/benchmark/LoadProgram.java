package entente.benchmark;

import entente.DataSets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testcontainers.neo4j.Neo4jContainer;

/**
 * The program as users start it, with 512 MB of heap.
 *
 * @param directory where it runs
 */
record LoadProgram(Neo4jContainer neo4j, Path directory) {
    /** {@code … Pause Young (Normal) (G1 Evacuation Pause) 310M->120M(512M) 5.2ms}. */
    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\(\\d+M\\)");

    /** What a run needed: megabytes of heap at most after a collection, and seconds of processors. */
    record Needs(int megabytes, double processorSeconds) {}

    /** Loads votes. */
    Needs load(DataSets tables) throws IOException, InterruptedException {
        Path collections = directory.resolve("gc.log");
        Path out = directory.resolve("load.out");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Xlog:gc:file=" + collections,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dentente.home=" + System.getProperty("entente.home"),
                        "entente.Main",
                        "load",
                        "un-votes",
                        "--table=votes=" + tables.file("un_votes"),
                        "--table=rollcalls=" + tables.file("un_roll_calls"),
                        "--table=issues=" + tables.file("un_issues"))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put("ENTENTE_CYPHER", System.getProperty("entente.cypher"));
        builder.environment().put("NEO4J_URI", neo4j.getBoltUrl());
        builder.environment().put("NEO4J_USERNAME", "neo4j");
        builder.environment().put("NEO4J_PASSWORD", neo4j.getAdminPassword());
        Process process = builder.start();
        Duration used = Duration.ZERO;
        while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
            used = process.info().totalCpuDuration().orElse(used);
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(Files.readString(out));
        }
        return new Needs(mostHeld(Files.readAllLines(collections)), used.toMillis() / 1e3);
    }

    private static int mostHeld(List<String> collections) {
        return collections.stream()
                .map(COLLECTION::matcher)
                .filter(Matcher::find)
                .mapToInt(found -> Integer.parseInt(found.group(2)))
                .max()
                .orElse(0);
    }
}
