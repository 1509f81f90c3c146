package entente.graph.bundled;

import entente.graph.Connection;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;

/** Signs in to a bundled database as any client does. */
final class Signing {
    static final Path NEO4J_LIBRARIES = Path.of(System.getProperty("entente.home"), "neo4j", "lib");

    private Signing() {}

    /** The first column of what the statement returns; a failure is not retried. */
    static List<Object> in(BundledDatabase database, String statement) {
        return in(database.connection(), statement);
    }

    static List<Object> in(Connection connection, String statement) {
        try (Driver driver = GraphDatabase.driver(
                        connection.uri(),
                        AuthTokens.basic(
                                Objects.requireNonNull(connection.username()),
                                Objects.requireNonNull(connection.password())));
                Session session = driver.session()) {
            return session.run(statement).list(row -> row.get(0).asObject());
        }
    }
}
