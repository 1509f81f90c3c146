package entente.cli;

import java.nio.file.Path;

/**
 * Where the program's own files are: the directory that holds {@code bin}, {@code lib}, {@code neo4j} and
 * {@code cypher}.
 */
final class Distribution {
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

    /** What to type to start the program again. */
    static String command() {
        return System.getProperty("entente.command", "entente");
    }

    private static Path cypher() {
        String elsewhere = System.getenv("ENTENTE_CYPHER");
        return elsewhere == null || elsewhere.isBlank() ? home().resolve("cypher") : Path.of(elsewhere);
    }

    private static Path home() {
        return Path.of(System.getProperty("entente.home", "."));
    }
}
