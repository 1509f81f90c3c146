package entente.load.mapping;

import entente.graph.Graph;
import entente.graph.VocabularyFile;
import entente.load.Dossier.EntityFact;
import entente.load.Dossier.RelationshipFact;
import entente.load.FactFeed.Part;
import entente.load.FactFeed.Row;
import entente.load.table.TableFile;
import entente.model.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tables that a test writes, and what a mapping makes of them. */
final class Tables {
    static final Vocabulary VOCABULARY = VocabularyFile.bundled();

    private final Path directory;
    private final Graph graph;
    private final Vocabulary vocabulary;
    private final Map<String, String> files = new LinkedHashMap<>();

    Tables(Path directory, Graph graph) {
        this(directory, graph, VOCABULARY);
    }

    Tables(Path directory, Graph graph, Vocabulary vocabulary) {
        this.directory = directory;
        this.graph = graph;
        this.vocabulary = vocabulary;
    }

    /** Adds a table, in a file {@code NAME.csv}. */
    Tables with(String name, String content) {
        try {
            Path file = Files.writeString(directory.resolve(name + ".csv"), content);
            return with(name, file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Tables with(String name, Path file) {
        files.put(name, file.toString());
        return this;
    }

    static Mapping mapping(String yaml) {
        return Mapping.read(file(yaml), VOCABULARY);
    }

    private static MappingFile file(String yaml) {
        return new MappingFile("mapping.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    MappedTables mapped(String yaml) {
        return mapped(file(yaml));
    }

    MappedTables mapped(MappingFile mapping) {
        Map<String, TableFile> opened = new LinkedHashMap<>();
        files.forEach((name, file) -> {
            try {
                opened.put(name, TableFile.open(file));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        return Mapping.read(mapping, vocabulary).over(opened, graph, bytes -> {});
    }

    List<Row> rows(Part part, String yaml) {
        List<Row> rows = new ArrayList<>();
        mapped(yaml).read(part, rows::add);
        return rows;
    }

    List<EntityFact> entities(String yaml) {
        return rows(Part.ENTITIES, yaml).stream()
                .flatMap(row -> row.entities().stream())
                .toList();
    }

    /** {@code TYPE from to from-date/to-date}, and what else is said. */
    List<String> relationships(String yaml) {
        return rows(Part.RELATIONSHIPS, yaml).stream()
                .flatMap(row -> row.relationships().stream())
                .map(Tables::shown)
                .toList();
    }

    /** What is wrong with the rows, or why they are skipped, without the directory. */
    List<String> problems(Part part, String yaml) {
        return rows(part, yaml).stream()
                .flatMap(row -> row.faults().stream())
                .map(problem -> problem.toString().replace(directory + "/", ""))
                .toList();
    }

    private static String shown(RelationshipFact fact) {
        return fact.type().name() + " " + fact.from().id() + " " + fact.to().id() + " "
                + fact.properties().get("validFrom") + "/" + fact.properties().get("validTo")
                + fact.citations().stream().map(citation -> " " + citation.id()).collect(Collectors.joining());
    }
}
