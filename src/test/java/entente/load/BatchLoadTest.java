package entente.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.Neo4jExtension;
import entente.graph.Graph;
import entente.graph.Statement;
import entente.graph.VocabularyFile;
import entente.load.mapping.MappedTables;
import entente.load.mapping.Mapping;
import entente.load.mapping.MappingFile;
import entente.load.table.TableFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Tables of several batches: undone and done again, changed, loaded twice at once. */
@Tag("database")
@ExtendWith(Neo4jExtension.class)
class BatchLoadTest {
    private static final int ROWS = 25_000;
    private static final String MAPPING = """
            mapping: %s
            sources: [{id: minutes}]
            tables: {votes: {description: one row a vote}}
            entities:
              - {table: votes, kind: State, id: "state-{who}", name: "State {who}"}
              - {table: votes, kind: Proposal, id: "motion-{motion}", name: "Motion {motion}"}
            relationships:
              - table: votes
                type: {value: "{vote}", values: {yes: SUPPORTS, no: OPPOSES}}
                from: "state-{who}"
                to: "motion-{motion}"
                on: {value: "{day}", date: YYYY-MM-DD}
                basis: voted
                sources: ["minutes#{motion}"]
            """;

    private static final String SKIPPING = """
            mapping: skipping
            sources: [{id: minutes}]
            tables: {votes: }
            relationships:
              - type: {value: "{vote}", values: {yes: SUPPORTS, no: OPPOSES}}
                from: {lookup: [{name: "{who}"}], missing: skip}
                to: some-motion
                on: {value: "{day}", date: YYYY-MM-DD}
            """;

    private static final String TWO_TABLES = """
            mapping: twice
            sources: [{id: list}]
            tables: {ones: , others: }
            entities:
              - {table: ones, kind: State, id: "state-{one}", name: "State {one}"}
              - {table: ones, kind: Proposal, id: "motion-{about}", name: "Motion {about}"}
              - {table: others, where: {other: {not: [xx]}}, kind: State, id: "state-{other}", name: "State {other}"}
            relationships:
              - {table: ones, type: SUPPORTS, from: "state-{one}", to: "motion-{about}", sources: ["list"]}
              - {table: others, type: OPPOSES, from: "state-{other}", to: "motion-{about}", sources: ["list"]}
            """;

    @TempDir
    private Path directory;

    private Graph graph;
    private Loader loader;

    @BeforeEach
    void loader(Graph given) {
        graph = given;
        loader = new Loader(graph, VocabularyFile.bundled());
    }

    @Test
    void writesEveryRowAndKnowsTheTableAgain() throws IOException {
        Path table = table("votes.csv", ROWS, "yes");

        TableReport first = load("assembly", table, LoadProgress.UNSEEN);
        TableReport second = load("assembly", table, LoadProgress.UNSEEN);

        assertThat(first.tables()).containsExactly(new RowReport("votes", table.toString(), ROWS, ROWS, 0, 0, 0, 0));
        assertThat(first.relationships()).isEqualTo(new Tally(ROWS, 0, 0, 0));
        assertThat(relationships()).isEqualTo(ROWS);
        assertThat(second.same()).isTrue();
    }

    @Test
    void writesOnlyWhatIsNewAndTakesAwayWhatIsGone() throws IOException {
        load("assembly", table("votes.csv", ROWS, "yes"), LoadProgress.UNSEEN);
        TableReport changed = load("assembly", table("votes.csv", ROWS - 100, "no"), LoadProgress.UNSEEN);

        assertThat(changed.relationships().created()).isEqualTo(10);
        assertThat(changed.relationships().removed()).isEqualTo(110);
        assertThat(relationships()).isEqualTo(ROWS - 100);
        String digest = GraphDigest.of(graph);
        loader.remove("assembly");
        assertThat(relationships()).isZero();
        load("assembly", table("votes.csv", ROWS - 100, "no"), LoadProgress.UNSEEN);
        assertThat(GraphDigest.of(graph)).isEqualTo(digest);
    }

    @Test
    void completesALoadThatEndedInTheMiddle() throws IOException {
        int rows = 6 * Batch.MOST; // more batches than are ever under way at once
        Path table = table("votes.csv", rows, "yes");
        assertThatThrownBy(() -> load("assembly", table, new EndAfterABatch())).isInstanceOf(Ended.class);
        assertThat(relationships()).isBetween(1L, rows - 1L);
        assertThat(loading()).isEqualTo(1);

        load("assembly", table, LoadProgress.UNSEEN);

        String digest = GraphDigest.of(graph);
        loader.remove("assembly");
        load("assembly", table, LoadProgress.UNSEEN);
        assertThat(GraphDigest.of(graph)).isEqualTo(digest);
        assertThat(loading()).isZero();
    }

    /** The numbers alternate, so that a third of the loads puts back what was there before. */
    @Test
    void keepsTheManifestsSmallHoweverOftenATableChanges() throws IOException {
        long largest = 0;
        for (int i = 0; i < 30; i++) {
            load("assembly", table("votes.csv", 400 - i % 3, i % 2 == 0 ? "yes" : "no"), LoadProgress.UNSEEN);
            largest = Math.max(largest, number("MATCH (m:Manifest) RETURN count(m)"));
        }
        assertThat(largest).isLessThan(40);
        String digest = GraphDigest.of(graph);
        assertThat(new BatchLedger(graph, "assembly").all().hashes()).hasSize(1 + 200 + 2 + 398);
        loader.remove("assembly");
        load("assembly", table("votes.csv", 398, "no"), LoadProgress.UNSEEN);
        assertThat(GraphDigest.of(graph)).isEqualTo(digest);
    }

    @Test
    void leavesWhatTheManifestsSayAsItIsWhenTheyAreCompacted() throws IOException {
        for (String vote : List.of("yes", "no", "yes", "no")) {
            load("assembly", table("votes.csv", ROWS - vote.length() * 100, vote), LoadProgress.UNSEEN);
        }
        Manifest before = new BatchLedger(graph, "assembly").all();
        BatchLedger ledger = new BatchLedger(graph, "assembly");
        ledger.readFirst((key, hash) -> {});
        ledger.begin(Map.of());
        long manifests = ledger.keys().size();

        new ManifestCompaction(ledger).run();

        assertThat(ledger.all()).isEqualTo(before);
        assertThat((long) ledger.keys().size()).isLessThan(manifests);
    }

    @Test
    void doesNotWriteOverWhatWasLoadedMeanwhile() throws IOException {
        Path table = table("votes.csv", 100, "yes");
        Path other = table("other.csv", 60, "no");

        assertThatThrownBy(() -> load("assembly", table, new LoadMeanwhile("assembly", other)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("somebody else has loaded \"assembly\"");
        assertThat(relationships()).isEqualTo(60);
        assertThat(loading()).isZero();
    }

    @Test
    void loadsTwoTablesAtOnceThatShareEveryEntityInOppositeOrder() throws IOException {
        Path table = table("votes.csv", ROWS, "yes");
        List<String> lines = Files.readAllLines(table);
        Collections.reverse(lines.subList(1, lines.size()));
        Path turned = Files.write(directory.resolve("turned.csv"), lines);

        CompletableFuture<TableReport> one = CompletableFuture.supplyAsync(() -> load("one", table));
        CompletableFuture<TableReport> other = CompletableFuture.supplyAsync(() -> load("other", turned));

        assertThat(one.join().relationships().created()).isEqualTo(ROWS);
        assertThat(other.join().relationships().created()).isEqualTo(ROWS);
        assertThat(relationships()).isEqualTo(2 * ROWS);
    }

    @Test
    void writesNothingWhereARowIsWrong() throws IOException {
        Path table = table("votes.csv", 50, "yes");
        Files.writeString(table, Files.readString(table) + "3,4,perhaps,2009-07-01\n5,6,yes,2009-02-30\n");

        assertThatThrownBy(() -> load("assembly", table, LoadProgress.UNSEEN))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(table + ":52:")
                .hasMessageContaining("perhaps")
                .hasMessageContaining(table + ":53:");
        assertThat(relationships()).isZero();
    }

    @Test
    void saysThatThereAreMoreProblemsThanItTells() throws IOException {
        Path table = Files.writeString(
                directory.resolve("votes.csv"), "who,motion,vote,day\n" + "3,4,perhaps,2009-07-01\n".repeat(1_001));

        assertThatThrownBy(() -> load("assembly", table))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(table + ":1001:3:")
                .hasMessageContaining("these are the first 1000 problems, and there are more");
    }

    @Test
    void writesNothingOfATableThatChangesWhileItIsRead() throws IOException {
        Path table = table("votes.csv", 50, "yes");
        long size = Files.size(table);
        AtomicLong read = new AtomicLong();

        assertThatThrownBy(() -> loader.load(
                        feed("assembly", table, bytes -> {
                            if (read.getAndSet(bytes) == size) {
                                append(table, "3,4,yes,2009-07-01\n");
                            }
                        }),
                        new RejectsFile(directory.resolve("none"), Map.of(), false, false),
                        LoadProgress.UNSEEN))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(table + ":1:1: the file changed while it was read");
        assertThat(relationships()).isZero();
        assertThat(loading()).isZero();
        load("assembly", table, LoadProgress.UNSEEN);
        assertThat(relationships()).isEqualTo(51);
    }

    @Test
    void writesNothingOfATableThatIsCutShort() throws IOException {
        Path table = table("votes.csv", ROWS, "yes");
        byte[] packed = gzip(Files.readAllBytes(table));
        Path cut = directory.resolve("votes.csv.gz");
        Files.write(cut, Arrays.copyOf(packed, packed.length / 2));

        assertThatThrownBy(() -> load("assembly", cut, LoadProgress.UNSEEN))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(cut + ":")
                .hasMessageContaining("the gzip file ends early or is damaged here; copy it again");
        assertThat(relationships()).isZero();
        Files.write(cut, packed);
        assertThat(load("assembly", cut, LoadProgress.UNSEEN).relationships()).isEqualTo(new Tally(ROWS, 0, 0, 0));
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }

    private static void append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void keepsRejectedRowsWithTheirReasons() throws IOException {
        Path table = table("votes.csv", 50, "yes");
        Files.writeString(table, Files.readString(table) + "3,4,perhaps,2009-07-01\n");
        Path kept = directory.resolve("rejects.csv");

        TableReport report;
        try (RejectsFile rejects = new RejectsFile(kept, Map.of(), true, false)) {
            report = loader.load(feed("assembly", table), rejects, LoadProgress.UNSEEN);
        }

        assertThat(report.tables()).containsExactly(new RowReport("votes", table.toString(), 51, 50, 0, 0, 1, 0));
        assertThat(Files.readAllLines(kept)).hasSize(2);
        assertThat(Files.readAllLines(kept).get(1))
                .contains("52")
                .contains("perhaps")
                .endsWith("3,4,perhaps,2009-07-01");
        assertThat(relationships()).isEqualTo(50);
    }

    @Test
    void doesNotLetAFaultPassBecauseTheRowIsToBeSkippedToo() throws IOException {
        Path table = Files.writeString(
                directory.resolve("votes.csv"), "who,vote,day\nNobody,yes,2009-07-01\nNobody,perhaps,2009-07-01\n");

        assertThatThrownBy(() -> load(over(SKIPPING, Map.of("votes", table)), false))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(table + ":3:")
                .hasMessageContaining("perhaps")
                .message()
                .doesNotContain(table + ":2:");
    }

    @Test
    void countsTheRowsOfAFileForEachTableThatItIs() throws IOException {
        Path table = Files.writeString(directory.resolve("pairs.csv"), "one,other,about\nfr,de,talks\nfr,xx,trade\n");

        TableReport report = load(over(TWO_TABLES, Map.of("ones", table, "others", table)), true);

        assertThat(report.tables())
                .containsExactlyInAnyOrder(
                        new RowReport("ones", table.toString(), 2, 2, 0, 0, 0, 0),
                        new RowReport("others", table.toString(), 2, 1, 0, 0, 1, 0));
        assertThat(relationships()).isEqualTo(3);
    }

    @Test
    void saysOfHowManyRejectedRowsThereIsSomethingNevertheless() throws IOException {
        Path table = Files.writeString(directory.resolve("votes.csv"), "who,motion,vote,day\n1,1,yes,2009-07-01\n");
        String toNobody = MAPPING.formatted("assembly").replace("to: \"motion-{motion}\"", "to: \"nobody-{motion}\"");

        TableReport report = load(over(toNobody, Map.of("votes", table)), true);

        assertThat(report.tables()).containsExactly(new RowReport("votes", table.toString(), 1, 0, 0, 0, 1, 1));
        assertThat(report.entities().created()).isEqualTo(2);
    }

    @Test
    void doesNotTakeForLoadedWhatWasLoadedInPart() throws IOException {
        Path table = table("votes.csv", 50, "yes");
        Files.writeString(table, Files.readString(table) + "3,4,perhaps,2009-07-01\n");
        for (int time = 0; time < 2; time++) {
            try (RejectsFile rejects = new RejectsFile(directory.resolve("rejects.csv"), Map.of(), true, false)) {
                assertThat(loader.load(feed("assembly", table), rejects, LoadProgress.UNSEEN)
                                .tables())
                        .extracting(RowReport::rejected)
                        .containsExactly(1);
            }
        }

        assertThatThrownBy(() -> load("assembly", table)).hasMessageContaining("perhaps");
    }

    @Test
    void writesRejectedRowsOverNothingButRejectedRows() throws IOException {
        Path table = table("votes.csv", 50, "perhaps");
        String before = Files.readString(table);
        Path link = Files.createSymbolicLink(directory.resolve("link.csv"), table);

        Path unfinished = directory.resolve("rejects.csv");
        Files.createSymbolicLink(directory.resolve("rejects.csv.part"), table);

        for (Path other : List.of(table, link, unfinished)) {
            assertThatThrownBy(() -> {
                        try (RejectsFile rejects = new RejectsFile(other, Map.of(), true, false)) {
                            loader.tryOut(feed("assembly", table), rejects);
                        }
                    })
                    .hasMessageContaining("there is something else of this name");
        }
        assertThat(Files.readString(table)).isEqualTo(before);
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("votes.csv", "link.csv", "rejects.csv.part");
    }

    private TableReport load(String mapping, Path table) {
        try {
            return load(mapping, table, LoadProgress.UNSEEN);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private TableReport load(String mapping, Path table, LoadProgress progress) throws IOException {
        try (RejectsFile rejects =
                new RejectsFile(directory.resolve(mapping + ".rejects.csv"), Map.of(), false, false)) {
            return loader.load(feed(mapping, table), rejects, progress);
        }
    }

    private MappedTables feed(String mapping, Path table) throws IOException {
        return feed(mapping, table, bytes -> {});
    }

    private MappedTables feed(String mapping, Path table, LongConsumer progress) throws IOException {
        return over(MAPPING.formatted(mapping), Map.of("votes", table), progress);
    }

    private MappedTables over(String yaml, Map<String, Path> tables) throws IOException {
        return over(yaml, tables, bytes -> {});
    }

    private MappedTables over(String yaml, Map<String, Path> tables, LongConsumer progress) throws IOException {
        Map<String, TableFile> open = new TreeMap<>();
        for (Map.Entry<String, Path> table : tables.entrySet()) {
            open.put(table.getKey(), TableFile.open(table.getValue().toString()));
        }
        MappingFile file = new MappingFile("mapping.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        return Mapping.read(file, VocabularyFile.bundled()).over(open, graph, progress);
    }

    private TableReport load(MappedTables feed, boolean skipping) {
        try (RejectsFile rejects = new RejectsFile(directory.resolve("rejects.csv"), Map.of(), skipping, false)) {
            return loader.load(feed, rejects, LoadProgress.UNSEEN);
        }
    }

    /** @param lastVote what the last ten voted */
    private Path table(String name, int rows, String lastVote) throws IOException {
        List<String> lines = IntStream.range(0, rows)
                .mapToObj(i -> "%d,%d,%s,2009-07-%02d"
                        .formatted(i % 200, i / 200, i < rows - 10 ? "yes" : lastVote, 1 + i / 200 % 28))
                .collect(Collectors.toList());
        lines.add(0, "who,motion,vote,day");
        return Files.write(directory.resolve(name), lines);
    }

    private long relationships() {
        return number("MATCH (:Actor)-[r]->(:Proposal) RETURN count(r)");
    }

    private long loading() {
        return number("MATCH (d:Dossier) WHERE d.loading IS NOT NULL RETURN count(d)");
    }

    private long number(String text) {
        return (Long) graph.read(new Statement("count", text), 1).rows().get(0).get(0);
    }

    /** Loads another table when the first is checked and not yet written. */
    private final class LoadMeanwhile implements LoadProgress {
        private final String mapping;
        private final Path table;

        LoadMeanwhile(String mapping, Path table) {
            this.mapping = mapping;
            this.table = table;
        }

        @Override
        public void begin(String stage, long total) {
            load(mapping, table);
        }

        @Override
        public void more(long done) {}
    }

    private static final class Ended extends RuntimeException {}

    private static final class EndAfterABatch implements LoadProgress {
        private long done;

        @Override
        public void begin(String stage, long total) {}

        @Override
        public void more(long more) {
            done += more;
            if (done > Batch.MOST) {
                throw new Ended();
            }
        }
    }
}
