package entente.graph;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.neo4j.driver.observation.metrics.MetricsObservationProvider;

/** Opens the driver's sessions on one database, and names to it what runs in them. */
final class Sessions implements AutoCloseable {
    /**
     * <em>Measured</em>: 1,000 relationships are read by eight clients as fast a hundred at a time as a thousand at a
     * time, and half as fast ten at a time.
     */
    private static final int ROWS_AHEAD = 100;

    private static final String VERSION =
            Objects.requireNonNullElse(Graph.class.getPackage().getImplementationVersion(), "development");
    private static final String BEHIND_NUMBER = ":";
    /** Tells the transactions of this process from those of others on the same database. */
    private static final String PROCESS = ProcessHandle.current().pid() + BEHIND_NUMBER + UUID.randomUUID();

    static final Duration RETRY = Duration.ofSeconds(2);
    /** Longer than the bundled database takes to start again. */
    static final Duration PATIENT_RETRY = Duration.ofSeconds(30);
    /** For writes, and for walks of the whole graph. */
    private static final int CONNECTIONS_BESIDE_READS = 20;

    private static final String LONG_TRANSACTIONS = """
            SHOW TRANSACTIONS YIELD metaData, elapsedTime
            WHERE metaData.process = $process AND metaData.query IN $names AND elapsedTime.milliseconds > $milliseconds
            RETURN 1 AS one""";

    private static final String PROCESSES = """
            SHOW TRANSACTIONS YIELD metaData
            WHERE metaData.application = 'entente' AND metaData.process <> $process
              AND metaData.process =~ '\\d{1,18}:.*'
            RETURN DISTINCT metaData.process AS process""";

    private static final Duration FIRST_PAUSE = Duration.ofMillis(25);
    /** So that a database that comes back is found soon. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /**
     * The driver's threads only take bytes apart, and others wait for what is in them. <em>Measured</em> on two
     * processors: eight clients of a saved query get 4 % more answers, for 9 % less of Entente's processor time, with
     * one such thread instead of the driver's own choice of two a processor.
     */
    private static final int READING_THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private final Driver driver;
    private final MetricsObservationProvider observed;
    private final @Nullable String database;

    private Sessions(Driver driver, MetricsObservationProvider observed, @Nullable String database) {
        this.driver = driver;
        this.observed = observed;
        this.database = database;
    }

    /**
     * Prepares to reach a database.
     *
     * @param limits how many reads there may be at once, each of which has a connection and may need another for a read
     *     within it, and how long to wait for one
     * @throws IllegalArgumentException if the address is none of Neo4j's
     */
    @SuppressWarnings("deprecation") // the driver's own choice writes each message as text before it asks who reads it
    static Sessions to(Connection connection, Limits limits) {
        MetricsObservationProvider observed = MetricsObservationProvider.newInstance();
        Config config = Config.builder()
                .withObservationProvider(observed)
                .withLogging(Logging.slf4j())
                .withUserAgent("entente/" + VERSION)
                .withMaxTransactionRetryTime(RETRY.toMillis(), TimeUnit.MILLISECONDS)
                .withConnectionTimeout(5, TimeUnit.SECONDS)
                .withMaxConnectionPoolSize(2 * limits.concurrency() + CONNECTIONS_BESIDE_READS)
                .withConnectionAcquisitionTimeout(limits.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .withEventLoopThreads(READING_THREADS)
                .withTelemetryDisabled(true) // a message more with each read, and nobody's business
                .build();
        Driver driver = GraphDatabase.driver(connection.uri(), credentials(connection), config);
        return new Sessions(driver, observed, connection.database());
    }

    private static AuthToken credentials(Connection connection) {
        return connection.password() == null
                ? AuthTokens.none()
                : AuthTokens.basic(
                        connection.username() == null ? "neo4j" : connection.username(), connection.password());
    }

    PoolCounts counts() {
        return PoolCounts.of(observed.metrics().connectionPoolMetrics());
    }

    void verify() {
        driver.verifyConnectivity();
    }

    /** For rows of which nothing is known: the driver holds so many before anybody can see how large they are. */
    Session openForStrangers() {
        return open(
                SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).withFetchSize(ROWS_AHEAD));
    }

    Session open(AccessMode mode) {
        return open(SessionConfig.builder().withDefaultAccessMode(mode));
    }

    /** A transaction that has begun, with its session. */
    record Begun(Session session, Transaction transaction) implements AutoCloseable {
        @Override
        public void close() {
            try (session) {
                transaction.close();
            }
        }
    }

    /**
     * Whether the database runs a transaction of this process that has one of these names and began longer ago.
     *
     * @throws GraphException if it does not say so
     */
    boolean run(Set<String> names, Duration longerAgo) {
        Map<String, Object> values =
                Map.of("process", PROCESS, "names", List.copyOf(names), "milliseconds", longerAgo.toMillis());
        return translating(() -> {
            try (Session session = open(AccessMode.READ)) {
                return session.run(LONG_TRANSACTIONS, values, transaction("transactions", longerAgo))
                        .hasNext();
            }
        });
    }

    /**
     * The processes of Entente, other than this one, of which the database runs transactions: their numbers on the
     * machine that they run on.
     *
     * @throws GraphException if it does not say so
     */
    List<Long> others() {
        return translating(() -> {
            try (Session session = open(AccessMode.READ)) {
                return session
                        .run(PROCESSES, Map.of("process", PROCESS), transaction("transactions", Watch.DRIVER))
                        .list(row -> row.get("process").asString())
                        .stream()
                        .map(process -> Long.valueOf(process.split(BEHIND_NUMBER, 2)[0]))
                        .toList();
            }
        });
    }

    /** Begins to read in a transaction with several statements. */
    Begun begin(String name, Duration timeout) {
        Session session = open(AccessMode.READ);
        try {
            return new Begun(session, session.beginTransaction(transaction(name, timeout)));
        } catch (RuntimeException failure) {
            session.close();
            throw failure;
        }
    }

    private Session open(SessionConfig.Builder configuration) {
        if (database != null) {
            configuration.withDatabase(database);
        }
        // Reads wait for what was committed before, whichever replica they reach. One server needs it as well: it tells
        // of a commit a moment before it has applied it. A read that did not wait would see the graph of before, and
        // end with the commit's bookmark.
        configuration.withBookmarkManager(driver.executableQueryBookmarkManager());
        try {
            return driver.session(configuration.build());
        } catch (IllegalStateException closed) {
            throw new GraphException.Away(Watch.CLOSED, closed);
        }
    }

    /**
     * What the database is told of a transaction.
     *
     * @param name what its list of transactions calls it
     * @param timeout after which it ends it; zero for never
     */
    static TransactionConfig transaction(String name, Duration timeout) {
        return TransactionConfig.builder()
                .withTimeout(timeout)
                .withMetadata(Map.of("application", "entente", "version", VERSION, "process", PROCESS, "query", name))
                .build();
    }

    /** Runs what uses a session, and says what goes wrong in the graph's own exceptions. */
    static <T extends @Nullable Object> T translating(Supplier<T> call) {
        try {
            return call.get();
        } catch (Neo4jException failure) {
            throw Failures.translate(failure);
        }
    }

    /**
     * Does work again where the database or the connection asks for another try, as managed transactions do.
     *
     * @param howLong after its first failure it is not tried again; how long it took to fail does not count
     * @param tooLate tells that what the work did cannot be thrown away any more
     */
    static <T extends @Nullable Object> T retrying(Duration howLong, BooleanSupplier tooLate, Supplier<T> work) {
        Long firstFailure = null;
        for (Duration pause = FIRST_PAUSE; ; pause = longer(pause)) {
            try {
                return work.get();
            } catch (Neo4jException failure) {
                long now = System.nanoTime();
                firstFailure = firstFailure == null ? now : firstFailure;
                boolean goesOn = failure instanceof RetryableException
                        && !Failures.isOfMemory(failure)
                        && !tooLate.getAsBoolean()
                        && now - firstFailure + pause.toNanos() < howLong.toNanos();
                if (!goesOn || !slept(pause)) {
                    throw failure;
                }
            }
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private static boolean slept(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        driver.close();
    }
}
