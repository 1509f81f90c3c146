package entente.cli;

import entente.graph.bundled.ClassArchive;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the program's own files are: the directory that holds {@code bin}, {@code lib}, {@code neo4j} and
 * {@code cypher}.
 */
final class Distribution {
    /** The property that names the archive that the bundled Neo4j shall make. */
    static final String MADE_NEO4J_ARCHIVE = "entente.neo4j.archive";

    private Distribution() {}

    static Path neo4jLibraries() {
        return home().resolve("neo4j").resolve("lib");
    }

    static Path schema() {
        return cypher().resolve("schema");
    }

    static Path queries() {
        return cypher().resolve("queries");
    }

    /** Where archives of classes are kept, which {@code bin/entente} looks up there, too. */
    static Path archives() {
        String elsewhere = System.getenv("ENTENTE_ARCHIVES");
        return elsewhere == null || elsewhere.isBlank() ? home().resolve("archives") : Path.of(elsewhere);
    }

    /** What the bundled Neo4j starts from, or makes, where this process was started by {@code entente prepare}. */
    static ClassArchive neo4jArchive() {
        String made = System.getProperty(MADE_NEO4J_ARCHIVE);
        return made == null
                ? new ClassArchive(archives().resolve("neo4j.jsa"), false)
                : new ClassArchive(Path.of(made), true);
    }

    /** What the user gives the bundled Neo4j's Java; no option has spaces. */
    static List<String> neo4jJavaOptions() {
        String options = System.getenv("ENTENTE_NEO4J_JAVA_OPTS");
        return options == null || options.isBlank()
                ? List.of()
                : List.of(options.strip().split("\\s+"));
    }

    /** What to type to start the program again. */
    static String command() {
        return System.getProperty("entente.command", "entente");
    }

    private static Path cypher() {
        String elsewhere = System.getenv("ENTENTE_CYPHER");
        return elsewhere == null || elsewhere.isBlank() ? home().resolve("cypher") : Path.of(elsewhere);
    }

    static Path home() {
        return Path.of(System.getProperty("entente.home", "."));
    }
}
