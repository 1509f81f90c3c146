package entente.graph;

import entente.model.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The constraints and indexes: fixed ones from files, and one for each relationship type of the vocabulary. */
public final class Schema {
    private Schema() {}

    /**
     * Makes sure that all of them are there, and waits until they are filled. Doing it again changes nothing. All are
     * made in one transaction: one for each takes seconds of a database that has just started.
     *
     * @param files the directory of idempotent {@code .cypher} files, one statement each
     * @throws UncheckedIOException if the directory cannot be read; the message names it
     */
    public static void apply(Graph graph, Vocabulary vocabulary, Path files) {
        List<String> statements = Stream.concat(
                        statements(files).stream(),
                        vocabulary.types().keySet().stream().map(Schema::uniqueId))
                .toList();
        graph.write("schema", writing -> {
            for (String statement : statements) {
                writing.run(statement, Map.of());
            }
            return statements.size();
        });
        graph.write("schema", writing -> writing.run("CALL db.awaitIndexes(300)", Map.of()));
    }

    private static List<String> statements(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".cypher"))
                    .sorted()
                    .map(Schema::text)
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(directory + ": the schema files cannot be read", missing);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + ": cannot be read as UTF-8 text", unreadable);
        }
    }

    private static String uniqueId(String type) {
        return "CREATE CONSTRAINT relationship_id_" + type.toLowerCase(Locale.ROOT) + " IF NOT EXISTS FOR ()-[r:`"
                + type + "`]-() REQUIRE r.id IS UNIQUE";
    }
}
