package entente.graph;

import entente.model.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * The one connection to Neo4j. Reads are bounded by {@link Limits} and go to any replica; writes go to the leader and
 * are seen by every later read of this graph.
 *
 * <p>Every method throws a {@link GraphException} where the database cannot do what is asked. Safe for use by many
 * threads.
 */
public final class Graph implements AutoCloseable {
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Driver driver;
    private final Connection connection;
    private final Limits limits;
    private final Semaphore places;

    private Graph(Driver driver, Connection connection, Limits limits) {
        this.driver = driver;
        this.connection = connection;
        this.limits = limits;
        this.places = new Semaphore(limits.concurrency(), true);
    }

    /**
     * Prepares to reach a database. None needs to answer yet: see {@link #verify()}.
     *
     * @throws IllegalArgumentException if the address is none of Neo4j's
     */
    public static Graph connect(Connection connection, Limits limits) {
        Config config = Config.builder()
                .withUserAgent("entente/" + version())
                .withMaxTransactionRetryTime(RETRY.toMillis(), TimeUnit.MILLISECONDS)
                .withConnectionTimeout(5, TimeUnit.SECONDS)
                .withConnectionAcquisitionTimeout(limits.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .build();
        return new Graph(GraphDatabase.driver(connection.uri(), credentials(connection), config), connection, limits);
    }

    private static AuthToken credentials(Connection connection) {
        return connection.password() == null
                ? AuthTokens.none()
                : AuthTokens.basic(
                        connection.username() == null ? "neo4j" : connection.username(), connection.password());
    }

    private static String version() {
        String version = Graph.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    public Connection connection() {
        return connection;
    }

    public Limits limits() {
        return limits;
    }

    /** Makes sure that the database answers and lets us in. */
    public void verify() {
        translating(() -> {
            driver.verifyConnectivity();
            return true;
        });
    }

    /**
     * Reads at most so many rows. Only a statement that {@link Guard} has passed, or one of Entente's own, may be
     * given.
     *
     * @param most how many rows to keep; a larger number than the limit in force counts as that
     */
    public Table read(Statement statement, int most) {
        return translating(() -> inPlace(() -> {
            try (Session session = session(AccessMode.READ)) {
                return session.executeRead(
                        transaction -> collect(
                                transaction.run(statement.text(), parameters(statement)),
                                Math.min(most, limits.rows())),
                        configuration(statement, limits.timeout()));
            }
        }));
    }

    /**
     * Reads rows without a bound on their number or on time, for Entente's own statements that walk the whole graph.
     *
     * @param reader takes the rows as they come; called again from the start where the connection was lost
     */
    public <T extends @Nullable Object> T readAll(
            Statement statement, Function<Iterator<List<@Nullable Object>>, T> reader) {
        return translating(() -> {
            try (Session session = session(AccessMode.READ)) {
                return session.executeRead(
                        transaction ->
                                reader.apply(plainRows(transaction.run(statement.text(), parameters(statement)))),
                        configuration(statement, Duration.ZERO));
            }
        });
    }

    /**
     * Runs work in one transaction: all of it is kept, or nothing.
     *
     * @param name what the database's transaction list calls it
     * @param work called again from the start where the database asks for another try
     */
    public <T extends @Nullable Object> T write(String name, Function<Writing, T> work) {
        return translating(() -> {
            try (Session session = session(AccessMode.WRITE)) {
                return session.executeWrite(
                        transaction -> work.apply(new Writing(transaction)),
                        configuration(new Statement(name, ""), Duration.ZERO));
            }
        });
    }

    /**
     * Runs work in a transaction that is not kept, to tell what it would do.
     *
     * @param name what the database's transaction list calls it
     */
    public <T extends @Nullable Object> T tryOut(String name, Function<Writing, T> work) {
        return translating(() -> {
            try (Session session = session(AccessMode.WRITE);
                    Transaction transaction =
                            session.beginTransaction(configuration(new Statement(name, ""), Duration.ZERO))) {
                T result = work.apply(new Writing(transaction));
                transaction.rollback();
                return result;
            }
        });
    }

    /** Asks the database how it would run a statement, without running it. */
    Explanation explain(String text) {
        return translating(() -> {
            try (Session session = session(AccessMode.READ)) {
                Result result =
                        session.run("EXPLAIN " + text, configuration(new Statement("explain", text), limits.timeout()));
                List<String> columns = result.keys();
                return Explanation.of(columns, result.consume());
            }
        });
    }

    @Override
    public void close() {
        driver.close();
    }

    private Session session(AccessMode mode) {
        SessionConfig.Builder configuration = SessionConfig.builder().withDefaultAccessMode(mode);
        if (connection.database() != null) {
            configuration.withDatabase(connection.database());
        }
        // Later reads wait for earlier writes of this graph, whichever replica they reach.
        return driver.session(configuration
                .withBookmarkManager(driver.executableQueryBookmarkManager())
                .build());
    }

    private static TransactionConfig configuration(Statement statement, Duration timeout) {
        return TransactionConfig.builder()
                .withTimeout(timeout)
                .withMetadata(Map.of("application", "entente", "version", version(), "query", statement.name()))
                .build();
    }

    @SuppressWarnings("unchecked") // the driver only reads the map
    private static Map<String, Object> parameters(Statement statement) {
        return (Map<String, Object>) statement.parameters();
    }

    private static Iterator<List<@Nullable Object>> plainRows(Result result) {
        return result.stream().map(PlainValues::row).iterator();
    }

    private Table collect(Result result, int most) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        long bytes = 0;
        while (result.hasNext()) {
            if (rows.size() == most || bytes > limits.bytes()) {
                return new Table(result.keys(), rows, true);
            }
            List<@Nullable Object> row = PlainValues.row(result.next());
            bytes += SizeEstimate.of(row);
            rows.add(row);
        }
        return new Table(result.keys(), rows, false);
    }

    private <T> T inPlace(Supplier<T> read) {
        try {
            if (!places.tryAcquire(limits.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new GraphException.Overloaded("too many reads at once", null);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new GraphException.Overloaded("interrupted while waiting for a place", interrupted);
        }
        try {
            return read.get();
        } finally {
            places.release();
        }
    }

    private static <T extends @Nullable Object> T translating(Supplier<T> call) {
        try {
            return call.get();
        } catch (Neo4jException failure) {
            throw Failures.translate(failure);
        }
    }
}
