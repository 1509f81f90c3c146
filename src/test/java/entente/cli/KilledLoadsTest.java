package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Neo4jExtension;
import entente.graph.Connection;
import entente.graph.Graph;
import entente.graph.Statement;
import entente.graph.VocabularyFile;
import entente.load.GraphDigest;
import entente.load.Loader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The program, ended by SIGKILL while it loads a table, and run again. */
@Tag("database")
@ExtendWith(Neo4jExtension.class)
class KilledLoadsTest {
    private static final List<String> TABLES = List.of("votes.csv", "other.csv");

    @TempDir
    private Path directory;

    private final Map<String, String> undisturbed = new HashMap<>();
    private Program entente;
    private Graph graph;
    /** Of the undisturbed loads, the first into a graph without the table, the other in the place of the first. */
    private final Map<String, Course> courses = new HashMap<>();

    @BeforeEach
    void loadUndisturbed(Connection connection, Graph given) throws Exception {
        entente = new Program(directory).on(connection);
        graph = given;
        Assembly.writeMapping(directory);
        Assembly.writeVotes(directory.resolve("votes.csv"));
        Assembly.writeOtherVotes(directory.resolve("other.csv"));
        for (String table : TABLES) {
            courses.put(table, watched(table));
            isLoaded(table);
            undisturbed.put(table, GraphDigest.of(graph));
        }
    }

    @Test
    void completesALoadThatWasKilled() throws Exception {
        killAtMoments(3);
    }

    @Test
    void saysThatALoadWasEndedBySomebody() throws Exception {
        Path err = directory.resolve("err.txt");
        Process load = entente.startTelling(err, "load", Assembly.MAPPING, "votes.csv");
        awaitWriting(load);
        load.destroy();
        load.waitFor();

        assertThat(err).content().contains("the load was ended before it was done", "the same command completes it");
        assertThat(entente.run("digest").err())
                .contains("\"assembly\" is being loaded or removed, or that was ended half-way");
        assertThat(entente.run("load", Assembly.MAPPING, "votes.csv").exitCode())
                .isZero();
        assertThat(entente.run("digest").err()).isEmpty();
    }

    /** Takes minutes, and so runs with the benchmarks. */
    @Test
    @Tag("benchmark")
    void completesALoadThatWasKilledAtAnyOfTwentyMoments() throws Exception {
        killAtMoments(20);
    }

    /** In milliseconds. */
    private record Course(long checking, long writing) {}

    private Course watched(String table) throws Exception {
        long begun = System.nanoTime();
        Process load = entente.start("load", Assembly.MAPPING, table);
        awaitWriting(load);
        long between = System.nanoTime();
        assertThat(load.waitFor()).isZero();
        return new Course(
                TimeUnit.NANOSECONDS.toMillis(between - begun),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - between));
    }

    private void awaitWriting(Process load) throws InterruptedException {
        while (load.isAlive() && loading() == 0) {
            Thread.sleep(10);
        }
    }

    /**
     * Every third time into a graph without the table, else in the place of what another table said. Where chance would
     * have it that no load was killed while it wrote, more moments follow.
     */
    private void killAtMoments(int moments) throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int hits = 0;
        for (int i = 0; i < moments || (hits == 0 && i < 5 * moments); i++) {
            String table = TABLES.get(i % 2);
            boolean anew = i % 3 == 2;
            if (anew) {
                new Loader(graph, VocabularyFile.bundled()).remove("assembly");
            }
            String killed = killed(table, Objects.requireNonNull(courses.get(TABLES.get(anew ? 0 : 1))), random);
            hits += (int) loading();
            System.out.printf(
                    "seed %d, moment %d: killed %s, %s; then %d relationships are there, %s%n",
                    seed,
                    i + 1,
                    killed,
                    anew ? "loading anew" : "replacing",
                    relationships(),
                    loading() == 1 ? "some of it written" : "all or nothing of it written");
            assertThat(entente.run("load", Assembly.MAPPING, table).exitCode()).isZero();
            isLoaded(table);
            assertThat(GraphDigest.of(graph)).isEqualTo(undisturbed.get(table));
        }
        assertThat(hits).as("loads that were killed while they wrote").isPositive();
    }

    /** One in four while the table is checked, the others while it is written. */
    private String killed(String table, Course course, Random random) throws Exception {
        boolean early = random.nextInt(4) == 0;
        Process load = entente.start("load", Assembly.MAPPING, table);
        if (!early) {
            awaitWriting(load);
        }
        long wait = (long) (random.nextDouble() * (early ? course.checking() : course.writing()));
        load.waitFor(wait, TimeUnit.MILLISECONDS);
        load.destroyForcibly().waitFor();
        return wait + " ms after " + (early ? "its start" : "its first write");
    }

    private void isLoaded(String table) {
        assertThat(loading()).isZero();
        assertThat(number("MATCH (d:Dossier {id: 'assembly'}) RETURN d.relationships"))
                .isEqualTo(relationships())
                .isEqualTo(table.equals("votes.csv") ? Assembly.ROWS : Assembly.ROWS - Assembly.ROWS / 6);
    }

    private long relationships() {
        return number("MATCH (:State)-[r]->(:Proposal) WHERE r.dossier = 'assembly' RETURN count(r)");
    }

    private long loading() {
        return number("MATCH (d:Dossier) WHERE d.loading IS NOT NULL RETURN count(d)");
    }

    private long number(String text) {
        return (Long) graph.read(new Statement("count", text), 1).rows().get(0).get(0);
    }
}
