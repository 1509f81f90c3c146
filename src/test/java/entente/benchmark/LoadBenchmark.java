package entente.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.OperatingSystemMXBean;
import entente.DataSets;
import entente.benchmark.Times.Processors;
import entente.graph.Connection;
import entente.graph.Graph;
import entente.graph.Limits;
import entente.graph.Schema;
import entente.graph.Statement;
import entente.graph.VocabularyFile;
import entente.load.DossierFile;
import entente.load.GraphDigest;
import entente.load.LoadProgress;
import entente.load.Loader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testcontainers.neo4j.Neo4jContainer;

/**
 * How fast tables get into the graph: against {@code LOAD CSV} on the same server, which takes turns with Entente. Both
 * load and forget some votes before they are timed, so that neither finds a database that has compiled nothing yet, and
 * who begins changes from round to round. Needs Docker; the votes of the United Nations must lie beside the project.
 *
 * <p>{@code entente.benchmark.loads} says how often the votes are loaded by each side, {@code entente.benchmark.rows}
 * how many rows are generated ({@code 100000,1000000}).
 */
@Tag("benchmark")
class LoadBenchmark {
    private static final Path CYPHER = Path.of(System.getProperty("entente.cypher"));
    private static final DataSets REAL =
            new DataSets(CYPHER.resolve("../../shared/data").normalize(), ".csv.gz");
    private static final int VOTES = 870_109;
    private static final int WARMING_VOTES = 50_000;
    private static final int LOADS = Integer.getInteger("entente.benchmark.loads", 3);
    private static final String ROWS = System.getProperty("entente.benchmark.rows", "100000,1000000,5000000");
    private static final String CODES = """
            MATCH (s:State) WHERE size(s.iso2) = 1
            WITH s.iso2[0] AS code, count(s) AS states WHERE states = 1
            RETURN code ORDER BY code LIMIT 190""";

    @TempDir
    private Path directory;

    private Neo4jContainer neo4j;
    private Graph graph;
    private LoadCsv loadCsv;

    @BeforeEach
    void start() throws IOException {
        neo4j = new Neo4jContainer("neo4j:5.26-community").withAdminPassword("secret123");
        neo4j.start();
        graph = Graph.connect(new Connection(neo4j.getBoltUrl(), "neo4j", "secret123", null), Limits.DEFAULT);
        Schema.apply(graph, VocabularyFile.bundled(), CYPHER.resolve("schema"));
        new Loader(graph, VocabularyFile.bundled()).load(List.of(DossierFile.bundled("states")));
        loadCsv = new LoadCsv(neo4j);
        warmUp();
    }

    private void warmUp() throws IOException {
        Path aside = Files.createDirectory(directory.resolve("warm-up"));
        DataSets few = VoteTables.generated(aside, WARMING_VOTES, codes());
        few.load(graph, "un-votes");
        loadCsv.prepare(graph, aside);
        loadCsv.forgetVotes();
        loadCsv.load();
        loadCsv.forgetAll();
    }

    @AfterEach
    void stop() {
        loadCsv.close();
        graph.close();
        neo4j.stop();
    }

    @Test
    void votesOfTheUnitedNations() throws Exception {
        assumeTrue(Files.exists(REAL.file("un_votes")), "the data sets are not in " + REAL.directory());
        DataSets changed = VoteTables.withOneInAHundredChanged(REAL, directory);
        Processors processors = processors(this::ownProcessors);
        Times ours = new Times(processors);
        Times unchanged = new Times(processors);
        Times oneInAHundred = new Times(processors);
        Times theirs = new Times(processors);
        List<Double> checking = new ArrayList<>();
        loadCsv.forgetAll();
        REAL.load(graph, "un-votes");
        String digest = GraphDigest.of(graph);
        loadCsv.prepare(graph, directory);
        loadCsv.forgetVotes();
        loadCsv.load();
        assertThat(GraphDigest.of(graph)).as("what LOAD CSV wrote").isEqualTo(digest);
        for (int round = 0; round < LOADS; round++) {
            boolean oursFirst = round % 2 == 0;
            if (!oursFirst) {
                theirTurn(theirs);
            }
            loadCsv.forgetAll();
            ours.add(() -> checking.add(checkedAfter(REAL)));
            unchanged.add(() -> REAL.load(graph, "un-votes"));
            oneInAHundred.add(() -> changed.load(graph, "un-votes"));
            if (oursFirst) {
                theirTurn(theirs);
            }
        }
        System.out.printf("BENCHMARK of that Entente checks for %s s%n", Times.all(checking));
        compared(VOTES + " votes", VOTES, ours, theirs);
        share("loaded again, unchanged", unchanged, ours);
        share("loaded again, 1 % changed", oneInAHundred, ours);
    }

    /** Loads votes; returns after how many seconds all was checked. */
    private double checkedAfter(DataSets tables) {
        long begun = System.nanoTime();
        AtomicLong checked = new AtomicLong();
        tables.load(graph, "un-votes", new LoadProgress() {
            @Override
            public void begin(String stage, long total) {
                checked.set(System.nanoTime());
            }

            @Override
            public void more(long done) {}
        });
        return (checked.get() - begun) / 1e9;
    }

    private static void compared(String what, int rows, Times ours, Times theirs) {
        System.out.printf(
                "BENCHMARK %s: Entente %.0f/s (%s), LOAD CSV %.0f/s (%s): %.2f× by the clock, %.2f× by processors%n",
                what,
                rows / ours.middle(),
                ours,
                rows / theirs.middle(),
                theirs,
                theirs.middle() / ours.middle(),
                theirs.middleOfProcessors() / ours.middleOfProcessors());
    }

    private static void share(String what, Times again, Times first) {
        System.out.printf(
                "BENCHMARK %s: %s; of the first load %.1f %% by the clock, %.1f %% by processors%n",
                what,
                again,
                100 * again.middle() / first.middle(),
                100 * again.middleOfProcessors() / first.middleOfProcessors());
    }

    private Processors processors(DoubleSupplier ofClient) {
        return new Processors() {
            @Override
            public double ofClient() {
                return ofClient.getAsDouble();
            }

            @Override
            public double ofDatabase() {
                return databaseProcessors();
            }
        };
    }

    private double ownProcessors() {
        OperatingSystemMXBean own = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return own.getProcessCpuTime() / 1e9;
    }

    private double databaseProcessors() {
        try {
            String[] database = neo4j.execInContainer("cat", "/proc/1/stat")
                    .getStdout()
                    .replaceFirst(".*\\) ", "")
                    .split(" ", -1);
            return (Double.parseDouble(database[11]) + Double.parseDouble(database[12])) / 100;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void theirTurn(Times times) throws Exception {
        loadCsv.forgetVotes();
        times.add(loadCsv::load);
    }

    static IntStream rows() {
        return IntStream.of(List.of(ROWS.split(",")).stream()
                .mapToInt(rows -> Integer.parseInt(rows.strip()))
                .toArray());
    }

    /** Entente's time is that of a process of its own, its start included. */
    @ParameterizedTest
    @MethodSource("rows")
    void generatedRowsIn512MegabytesOfHeap(int rows) throws Exception {
        DataSets tables = VoteTables.generated(directory, rows, codes());
        LoadProgram program = new LoadProgram(neo4j, directory);
        List<LoadProgram.Needs> needs = new ArrayList<>();
        Times ours = new Times(processors(() ->
                needs.stream().mapToDouble(LoadProgram.Needs::processorSeconds).sum()));
        Times theirs = new Times(processors(this::ownProcessors));
        ours.add(() -> needs.add(program.load(tables)));
        System.out.printf(
                "BENCHMARK %d generated rows: %s; at most %d MB of heap after collections, of 512%n",
                rows, ours, needs.get(0).megabytes());
        loadCsv.prepare(graph, directory);
        loadCsv.forgetVotes();
        theirs.add(loadCsv::load);
        compared(rows + " generated rows", rows, ours, theirs);
    }

    private List<String> codes() {
        return graph.readAll(new Statement("codes", CODES), rows -> {
            List<String> codes = new ArrayList<>();
            rows.forEachRemaining(row -> codes.add(String.valueOf(row.get(0))));
            return codes;
        });
    }
}
