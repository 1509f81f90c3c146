package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.graph.Graph;
import entente.graph.GraphException;
import entente.graph.Statement;
import entente.graph.VocabularyFile;
import entente.load.GraphDigest;
import entente.load.LoadProgress;
import entente.load.Loader;
import entente.load.RejectsFile;
import entente.load.mapping.Mapping;
import entente.load.mapping.MappingFile;
import entente.load.table.TableFile;
import entente.model.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** A mapping and generated tables for it, large enough that loading one takes seconds and many batches. */
final class Assembly {
    static final int ROWS = 24_000;
    static final String MAPPING = "assembly.yaml";

    private static final int STATES = 200;
    private static final String LOADING = "MATCH (d:Dossier) WHERE d.loading IS NOT NULL RETURN count(d)";
    private static final String STANCES = "MATCH ()-[r:SUPPORTS]->() RETURN count(r)";
    private static final String YAML = """
            mapping: assembly
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

    private Assembly() {}

    static void writeMapping(Path directory) throws IOException {
        Files.writeString(directory.resolve(MAPPING), YAML);
    }

    /** Everybody votes yes. */
    static void writeVotes(Path file) throws IOException {
        write(file, ROWS, row -> "yes");
    }

    /** A third votes no, and the last motions were never put to the vote. */
    static void writeOtherVotes(Path file) throws IOException {
        write(file, ROWS - ROWS / 6, row -> row % 3 == 0 ? "no" : "yes");
    }

    static String csv(int rows, IntFunction<String> vote) {
        List<String> lines = new ArrayList<>(List.of("who,motion,vote,day"));
        for (int row = 0; row < rows; row++) {
            int motion = row / STATES;
            lines.add("%d,%d,%s,2009-07-%02d".formatted(row % STATES, motion, vote.apply(row), 1 + motion % 28));
        }
        return String.join("\n", lines) + "\n";
    }

    /** Loads a table in this process. */
    static void load(Graph graph, Path table) throws IOException {
        Vocabulary vocabulary = VocabularyFile.bundled();
        Mapping mapping = Mapping.read(new MappingFile(MAPPING, YAML.getBytes(StandardCharsets.UTF_8)), vocabulary);
        try (TableFile votes = TableFile.open(table.toString());
                RejectsFile none = new RejectsFile(Path.of("none"), Map.of(), false, false)) {
            new Loader(graph, vocabulary)
                    .load(mapping.over(Map.of("votes", votes), graph, bytes -> {}), none, LoadProgress.UNSEEN);
        }
    }

    /** That all of the votes are there and no more, and nothing is loading. The graph is loaded anew for it. */
    static void isAsIfLoadedUndisturbed(Graph graph, Path table) throws IOException {
        assertThat(number(graph, LOADING)).isZero();
        assertThat(number(graph, STANCES)).isEqualTo(ROWS);
        String digest = GraphDigest.of(graph);
        new Loader(graph, VocabularyFile.bundled()).remove("assembly");
        load(graph, table);
        assertThat(GraphDigest.of(graph)).isEqualTo(digest);
    }

    /** Waits until some of the table is written, and the load goes on. */
    static void awaitWriting(Graph graph, Process load) throws InterruptedException {
        while (load.isAlive() && number(graph, STANCES) == 0) {
            Thread.sleep(10);
        }
        assertThat(load.isAlive()).as("the load goes on").isTrue();
    }

    /** 0 where the database does not answer yet. */
    static long loading(Graph graph) {
        return number(graph, LOADING);
    }

    private static long number(Graph graph, String text) {
        try {
            return (Long)
                    graph.read(new Statement("count", text), 1).rows().get(0).get(0);
        } catch (GraphException.Away away) {
            return 0;
        }
    }

    private static void write(Path file, int rows, IntFunction<String> vote) throws IOException {
        Files.writeString(file, csv(rows, vote), StandardCharsets.UTF_8);
    }
}
