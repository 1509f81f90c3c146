package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Neo4jExtension;
import entente.graph.Connection;
import entente.graph.Graph;
import entente.graph.Statement;
import entente.graph.VocabularyFile;
import entente.load.GraphDigest;
import entente.load.Loader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    /** What the quickest load took so far: those after the first find a database that is warm. */
    private Duration time = Duration.ofMinutes(5);

    @BeforeEach
    void loadUndisturbed(Connection connection, Graph given) throws IOException {
        entente = new Program(directory).on(connection);
        graph = given;
        Assembly.writeMapping(directory);
        Assembly.writeVotes(directory.resolve("votes.csv"));
        Assembly.writeOtherVotes(directory.resolve("other.csv"));
        for (String table : TABLES) {
            load(table);
            undisturbed.put(table, GraphDigest.of(graph));
        }
    }

    @Test
    void completesALoadThatWasKilled() throws Exception {
        killAtMoments(4);
    }

    /** Takes minutes, and so runs with the benchmarks. */
    @Test
    @Tag("benchmark")
    void completesALoadThatWasKilledAtAnyOfTwentyMoments() throws Exception {
        killAtMoments(20);
    }

    /** Every third time into a graph without the table, else in the place of what another table said. */
    private void killAtMoments(int moments) throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int hits = 0;
        for (int i = 0; i < moments; i++) {
            String table = TABLES.get(i % 2);
            boolean replacing = i % 3 != 2;
            if (!replacing) {
                new Loader(graph, VocabularyFile.bundled()).remove("assembly");
            }
            Process load = entente.start("load", Assembly.MAPPING, table);
            long moment = (long) (time.toMillis() * (0.4 + 0.6 * (i + random.nextDouble()) / moments));
            boolean ended = load.waitFor(moment, TimeUnit.MILLISECONDS);
            load.destroyForcibly().waitFor();
            long loading = loading();
            System.out.printf(
                    "seed %d: killed after %d ms, %s: %d relationships are there, %s%n",
                    seed,
                    moment,
                    replacing ? "replacing" : "loading anew",
                    relationships(),
                    ended ? "it had ended" : loading == 1 ? "some of it written" : "nothing of it written");
            hits += (int) loading;
            load(table);
            assertThat(GraphDigest.of(graph)).isEqualTo(undisturbed.get(table));
        }
        assertThat(hits).as("loads that were killed while they wrote").isPositive();
    }

    private void load(String table) {
        long begun = System.nanoTime();
        Program.Run run = entente.run("load", Assembly.MAPPING, table);
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        time = taken.compareTo(time) < 0 ? taken : time;

        assertThat(run.exitCode()).as(run.err()).isZero();
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
