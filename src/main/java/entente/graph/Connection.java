package entente.graph;

import org.jspecify.annotations.Nullable;

/**
 * Where a Neo4j is and how to sign in.
 *
 * @param uri a Bolt address, such as {@code bolt://127.0.0.1:7687} or {@code neo4j://cluster.example}
 * @param username the user, or null where the database asks for none
 * @param password the user's password, or null where the database asks for none
 * @param database the database's name, or null for the user's home database
 */
public record Connection(
        String uri,
        @Nullable String username,
        @Nullable String password,
        @Nullable String database) {
    @Override
    public String toString() {
        return uri + (database == null ? "" : " (database " + database + ")");
    }
}
