package entente.graph.bundled;

import static org.assertj.core.api.Assertions.assertThat;

import entente.graph.Connection;
import entente.graph.Keeper;
import java.nio.file.Path;
import java.time.Duration;
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

    /** It does so a moment after it answers. */
    static void awaitTelling(BundledDatabase database) {
        Deadline deadline = Deadline.in(Duration.ofSeconds(30));
        while (database.lastCommit() == Keeper.NOT_TOLD) {
            assertThat(deadline.hasPassed()).isFalse();
            deadline.pause();
        }
    }

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
