package entente;

import entente.graph.Graph;
import entente.graph.VocabularyFile;
import entente.load.FactFeed;
import entente.load.LoadProgress;
import entente.load.Loader;
import entente.load.Problem;
import entente.load.Rejects;
import entente.load.mapping.Mapping;
import entente.load.mapping.MappingFile;
import entente.load.table.TableFile;
import entente.model.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The data sets that the bundled mappings are for, in a directory.
 *
 * @param ending of their files
 */
public record DataSets(Path directory, String ending) {
    /** The files of each mapping's tables, without their ending. */
    private static final Map<String, Map<String, String>> FILES = Map.of(
            "un-votes", Map.of("votes", "un_votes", "rollcalls", "un_roll_calls", "issues", "un_issues"),
            "world-countries", Map.of("countries", "world-countries"),
            "cow-contiguity", Map.of("contiguity", "cow_contdir"),
            "cow-states", Map.of("states", "cow_states2016"),
            "atop", Map.of("members", "atop5_1m"));

    /** The few rows that tests have of each. */
    public static final DataSets EXCERPTS = new DataSets(Path.of("src/test/resources/excerpts"), ".csv");

    /** The file of a table. */
    public Path file(String name) {
        return directory.resolve(name + ending);
    }

    /**
     * Loads what a bundled mapping makes of its tables.
     *
     * @return the rows that were not taken up
     */
    public List<List<String>> load(Graph graph, String mapping) {
        return load(graph, mapping, LoadProgress.UNSEEN);
    }

    /** The same, with somebody who looks on. */
    public List<List<String>> load(Graph graph, String mapping, LoadProgress progress) {
        Map<String, TableFile> tables = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, String> table : new TreeMap<>(FILES.get(mapping)).entrySet()) {
                tables.put(table.getKey(), TableFile.open(file(table.getValue()).toString()));
            }
            return load(graph, mapping, tables, progress);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } finally {
            tables.values().forEach(DataSets::close);
        }
    }

    private static List<List<String>> load(
            Graph graph, String id, Map<String, TableFile> tables, LoadProgress progress) {
        Vocabulary vocabulary = VocabularyFile.bundled();
        Mapping mapping = Mapping.read(MappingFile.bundled(id), vocabulary);
        List<List<String>> rejected = new ArrayList<>();
        Rejects rejects = new Rejects() {
            @Override
            public void add(FactFeed.Row row, List<Problem> reasons, boolean inPart) {
                rejected.add(row.cells());
            }

            @Override
            public void end() {}
        };
        new Loader(graph, vocabulary).load(mapping.over(tables, graph, bytes -> {}), rejects, progress);
        return rejected;
    }

    private static void close(TableFile table) {
        try {
            table.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
