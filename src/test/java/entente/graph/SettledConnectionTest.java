package entente.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.Neo4jExtension;
import entente.Relay;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.exceptions.Neo4jException;

/** When the driver's one connection is reset between those who use it. */
@ExtendWith(Neo4jExtension.class)
class SettledConnectionTest {
    /**
     * A chunk of two bytes that is the message RESET, and the end of the message (Bolt, "Message transfer encoding").
     */
    private static final String RESET = "\u0000\u0002\u00b0\u000f\u0000\u0000";

    private Relay relay;
    private Driver driver;
    private int before;

    @BeforeEach
    void oneConnection(Connection connection) throws Exception {
        relay = new Relay(0, URI.create(connection.uri()));
        driver = driver(connection, Duration.ofMinutes(10));
        readOne();
        before = relay.heard().length();
    }

    /** @param idle how long a connection may have been idle that is not asked whether it is alive */
    private Driver driver(Connection connection, Duration idle) {
        return GraphDatabase.driver(
                "bolt://127.0.0.1:" + relay.port(),
                AuthTokens.basic(connection.username(), connection.password()),
                Config.builder()
                        .withMaxConnectionPoolSize(1)
                        .withConnectionAcquisitionTimeout(30, TimeUnit.SECONDS)
                        .withConnectionLivenessCheckTimeout(idle.toMillis(), TimeUnit.MILLISECONDS)
                        .build());
    }

    @AfterEach
    void close() throws Exception {
        driver.close();
        relay.close();
    }

    @Test
    void isNotResetAfterAStatementThatWasReadToItsEnd() {
        readOne();
        readOne();

        assertThat(resets()).isZero();
    }

    @Test
    void isNotResetAfterRowsThatCameInSeveralPieces() {
        try (Session session =
                driver.session(SessionConfig.builder().withFetchSize(2).build())) {
            assertThat(session.run("UNWIND range(1, 7) AS n RETURN n").list()).hasSize(7);
        }
        readOne();

        assertThat(resets()).isZero();
    }

    @Test
    void isResetAfterAFailure() {
        try (Session session = driver.session()) {
            assertThatThrownBy(() -> session.run("RETURN 1 / 0").consume()).isInstanceOf(Neo4jException.class);
        }
        readOne();

        assertThat(resets()).isEqualTo(1);
    }

    @Test
    void isResetAfterAFailureAmongTheRows() {
        try (Session session =
                driver.session(SessionConfig.builder().withFetchSize(1).build())) {
            assertThatThrownBy(() ->
                            session.run("UNWIND [1, 1, 0] AS n RETURN 1 / n").list())
                    .isInstanceOf(Neo4jException.class);
        }
        readOne();

        assertThat(resets()).isEqualTo(1);
    }

    @Test
    void isResetAfterRowsThatWereNotRead() {
        try (Session session =
                driver.session(SessionConfig.builder().withFetchSize(2).build())) {
            session.run("UNWIND range(1, 1000000) AS n RETURN n").next();
        }
        readOne();

        assertThat(resets()).isEqualTo(1);
    }

    @Test
    void isResetAfterATransaction() {
        try (Session session = driver.session()) {
            session.executeRead(transaction -> transaction.run("RETURN 1").list());
        }
        readOne();

        assertThat(resets()).isEqualTo(1);
    }

    @Test
    void isResetAfterATransactionThatWasLeft() {
        try (Session session = driver.session()) {
            Transaction transaction = session.beginTransaction();
            transaction.run("RETURN 1").list();
        }
        readOne();

        assertThat(resets()).isEqualTo(1);
    }

    @Test
    void isAskedWhetherItIsAliveWhenNobodyUsedIt(Connection connection) throws InterruptedException {
        driver.close();
        driver = driver(connection, Duration.ofMillis(1));
        readOne();
        before = relay.heard().length();
        Thread.sleep(100);
        readOne();

        assertThat(resets()).isEqualTo(1);
    }

    private void readOne() {
        try (Session session = driver.session()) {
            assertThat(session.run("RETURN 1 AS one").single().get("one").asInt())
                    .isEqualTo(1);
        }
    }

    private int resets() {
        return relay.heard().substring(before).split(RESET, -1).length - 1;
    }
}
