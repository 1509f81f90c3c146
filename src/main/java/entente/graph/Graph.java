package entente.graph;

import entente.model.KeptRows;
import entente.model.Page;
import entente.model.RowSink;
import entente.model.Table;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;

/**
 * The one connection to Neo4j. Reads are bounded by {@link Limits} and go to any replica; writes go to the leader and
 * are seen by every later read of this graph.
 *
 * <p>Every method throws a {@link GraphException} where the database cannot do what is asked. Safe for use by many
 * threads.
 */
public final class Graph implements AutoCloseable {
    private static final String EXPLAIN = "EXPLAIN ";

    private final Sessions sessions;
    private final Connection connection;
    private final Limits limits;
    private final Places places;
    private final Keeper keeper;
    private final Thread strayReads;
    private final List<ReadListener> listeners = new CopyOnWriteArrayList<>();
    private final Planning planning;
    private final Versions versions;

    private Graph(Sessions sessions, Connection connection, Limits limits, Keeper keeper) {
        this.sessions = sessions;
        this.connection = connection;
        this.limits = limits;
        this.keeper = keeper;
        this.versions = new Versions(this::readVersion, keeper::lastCommit);
        this.planning = new Planning(limits.timeout().dividedBy(2));
        this.places = new Places(limits, new KeptDatabase());
        this.strayReads = StrayReads.watch(sessions, keeper);
    }

    /** The database as those see it who watch its reads; of one that others run, nobody has to know. */
    private final class KeptDatabase implements Watch.Watched {
        @Override
        public boolean runs(Set<String> names, Duration longerAgo) {
            return keeper != Keeper.NOBODY && sessions.run(names, longerAgo);
        }

        @Override
        public void restart() {
            keeper.restart();
            planning.forget();
        }
    }

    /**
     * Prepares to reach a database. None needs to answer yet: see {@link #verify()}.
     *
     * @throws IllegalArgumentException if the address is none of Neo4j's
     */
    public static Graph connect(Connection connection, Limits limits) {
        return connect(connection, limits, Keeper.NOBODY);
    }

    /**
     * Prepares to reach a database that can be restarted.
     *
     * @param keeper is told where the database has to be started again
     * @throws IllegalArgumentException if the address is none of Neo4j's
     */
    public static Graph connect(Connection connection, Limits limits, Keeper keeper) {
        return new Graph(Sessions.to(connection, limits), connection, limits, keeper);
    }

    public Connection connection() {
        return connection;
    }

    public Limits limits() {
        return limits;
    }

    public Keeper keeper() {
        return keeper;
    }

    /** What reads take at the moment. */
    public ReadLoad load() {
        return places.load();
    }

    /** What went wrong with the driver's connections so far. */
    public PoolCounts pool() {
        return sessions.counts();
    }

    /** Tells somebody of each read from now on. */
    public void tell(ReadListener listener) {
        listeners.add(listener);
    }

    public void tellNoLonger(ReadListener listener) {
        listeners.remove(listener);
    }

    /** Makes sure that the database answers and lets us in. */
    public void verify() {
        Sessions.translating(() -> {
            sessions.verify();
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
        KeptRows kept = new KeptRows();
        return kept.table(read(statement, Page.first(most), kept).truncated());
    }

    /**
     * Reads a part of the rows and holds none of them. Only a statement that {@link Guard} has passed, or one of
     * Entente's own, may be given.
     *
     * @param page which rows to pass on; a larger number of them than the limit in force counts as that
     * @param sink gets nothing where the read fails before the first row; called while the read has its place, which is
     *     taken from it where it keeps others waiting for seconds
     */
    public ReadSummary read(Statement statement, Page page, RowSink sink) {
        return inPlace(
                statement.name(),
                passing(
                        statement,
                        page,
                        sink,
                        () -> sessions.open(AccessMode.READ),
                        (wait, run) -> planning.run(wait, statement.text(), run)));
    }

    /**
     * Reads as the other does, a statement that anybody may have written: rows may be of any size, and such reads never
     * take all places.
     */
    public ReadSummary readOfStranger(Statement statement, Page page, RowSink sink) {
        return inStrangersPlace(
                statement.name(), passing(statement, page, sink, sessions::openForStrangers, Watch.Wait::during));
    }

    private Function<Watch.Wait, ReadSummary> passing(
            Statement statement,
            Page page,
            RowSink sink,
            Supplier<Session> opening,
            BiFunction<Watch.Wait, Supplier<Result>, Result> running) {
        BegunSink begun = new BegunSink(sink);
        return wait -> Sessions.retrying(Sessions.RETRY, begun::hasBegun, () -> {
            // Committed by itself, a statement takes one round trip to the database instead of three.
            try (Session session = opening.get()) {
                Result result = running.apply(
                        wait,
                        () -> session.run(
                                statement.text(),
                                statement.values(),
                                Sessions.transaction(statement.name(), limits.timeout())));
                BoundedRows.Passed passed = new BoundedRows(limits, wait).pass(result, page, begun);
                List<Notification> notifications = Notification.of(wait.during(result::consume));
                versions.noted(session);
                listeners.forEach(listener -> listener.passedOn(statement.name(), passed.rows()));
                return new ReadSummary(passed.rows(), passed.more(), notifications);
            }
        });
    }

    /**
     * Reads with several statements in one transaction, which may take as long as one read.
     *
     * @param name what the database's transaction list calls it
     * @param work called once, so that it may pass on what it reads while it reads
     */
    public <T extends @Nullable Object> T reading(String name, Function<Reading, T> work) {
        return inPlace(name, wait -> {
            try (Sessions.Begun begun = again(() -> wait.during(() -> sessions.begin(name, limits.timeout())))) {
                T found = work.apply(new Reading(begun.transaction(), limits, wait, planning));
                wait.during(() -> committed(begun));
                return found;
            }
        });
    }

    /**
     * Reads rows without a bound on their number or on time, for Entente's own statements that walk the whole graph.
     *
     * @param reader takes the rows as they come; called again from the start where the connection was lost
     */
    public <T extends @Nullable Object> T readAll(
            Statement statement, Function<Iterator<List<@Nullable Object>>, T> reader) {
        return Sessions.translating(() -> {
            try (Session session = sessions.open(AccessMode.READ)) {
                T found = session.executeRead(
                        transaction -> reader.apply(plainRows(transaction.run(statement.text(), statement.values()))),
                        Sessions.transaction(statement.name(), Duration.ZERO));
                versions.noted(session);
                return found;
            }
        });
    }

    /** Reads like {@link #readAll}, but calls the reader once, so that it may pass on what it reads while it reads. */
    public <T extends @Nullable Object> T walkAll(
            Statement statement, Function<Iterator<List<@Nullable Object>>, T> reader) {
        return Sessions.translating(() -> {
            try (Sessions.Begun begun = sessions.begin(statement.name(), Duration.ZERO)) {
                T found = reader.apply(plainRows(begun.transaction().run(statement.text(), statement.values())));
                committed(begun);
                return found;
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
        return Sessions.translating(() -> {
            try (Session session = sessions.open(AccessMode.WRITE)) {
                return session.executeWrite(
                        transaction -> work.apply(new Writing(transaction)), Sessions.transaction(name, Duration.ZERO));
            }
        });
    }

    /**
     * Runs work in one transaction of many, which together take long: it is tried again for half a minute where others
     * are in the way, or where the database comes back.
     *
     * @param name what the database's transaction list calls it
     * @param work called again from the start for another try, and then perhaps after it was kept: the answer to a
     *     commit may be lost
     */
    public <T extends @Nullable Object> T writePatiently(String name, Function<Writing, T> work) {
        return Sessions.translating(() -> Sessions.retrying(Sessions.PATIENT_RETRY, () -> false, () -> {
            try (Session session = sessions.open(AccessMode.WRITE);
                    Transaction transaction = session.beginTransaction(Sessions.transaction(name, Duration.ZERO))) {
                T result = work.apply(new Writing(transaction));
                transaction.commit();
                return result;
            }
        }));
    }

    /**
     * Runs work in a transaction that is not kept, to tell what it would do.
     *
     * @param name what the database's transaction list calls it
     */
    public <T extends @Nullable Object> T tryOut(String name, Function<Writing, T> work) {
        return Sessions.translating(() -> {
            try (Session session = sessions.open(AccessMode.WRITE);
                    Transaction transaction = session.beginTransaction(Sessions.transaction(name, Duration.ZERO))) {
                T result = work.apply(new Writing(transaction));
                transaction.rollback();
                return result;
            }
        });
    }

    /**
     * What changes with every commit and with nothing else, as far as the database that answers knows of it. A read
     * that follows may see later commits, but none that came before is missing. Where the database does not tell of its
     * commits, it is asked, one question at a time, however many ask at once.
     */
    public String version() {
        return versions.now();
    }

    /** The version as {@link #version} has it, where that is known without asking the database. */
    public @Nullable String versionAtOnce() {
        return versions.nowAtOnce();
    }

    private String readVersion() {
        return inPlace(
                "version",
                wait -> again(() -> wait.during(() -> {
                    try (Session session = sessions.open(AccessMode.READ)) {
                        session.run("RETURN 1", Sessions.transaction("version", limits.timeout()))
                                .consume();
                        return versions.noted(session);
                    }
                })));
    }

    /**
     * Does again what has passed nothing on: the driver may give a connection away that has just been closed, since the
     * one who read over it was interrupted.
     */
    private static <T extends @Nullable Object> T again(Supplier<T> work) {
        return Sessions.retrying(Sessions.RETRY, () -> false, work);
    }

    /**
     * What reads have seen so far, without a read of its own where there was one before: other programs may have
     * committed since.
     */
    public Seen seen() {
        return versions.seen();
    }

    /** Asks the database how it would run a statement, without running it. */
    Explanation explain(String text) {
        return explained(new Statement("explain", text), Graph::explanation, this::inPlace);
    }

    /** Asks as the other does, about a statement that anybody may have written. */
    Explanation explainOfStranger(String text) {
        return explained(new Statement("explain", text), Graph::explanation, this::inStrangersPlace);
    }

    private static Explanation explanation(Result result) {
        List<String> columns = result.keys();
        return Explanation.of(columns, result.consume());
    }

    /**
     * The database's plan for a statement that anybody may have written, which is not run. Only one that {@link Guard}
     * has passed may be given.
     */
    public PlanStep planOfStranger(Statement statement) {
        return explained(
                statement, result -> PlanStep.of(result.consume().queryPlan().orElseThrow()), this::inStrangersPlace);
    }

    private <T> T explained(
            Statement statement, Function<Result, T> reader, BiFunction<String, Function<Watch.Wait, T>, T> placing) {
        try {
            return placing.apply(
                    statement.name(),
                    wait -> again(() -> wait.during(() -> {
                        try (Session session = sessions.open(AccessMode.READ)) {
                            return reader.apply(session.run(
                                    EXPLAIN + statement.text(),
                                    statement.values(),
                                    Sessions.transaction(statement.name(), limits.timeout())));
                        }
                    })));
        } catch (GraphException.Faulty faulty) {
            throw faulty.behind(EXPLAIN.length());
        }
    }

    @Override
    public void close() {
        strayReads.interrupt();
        places.close();
        sessions.close();
    }

    private String committed(Sessions.Begun begun) {
        begun.transaction().commit();
        return versions.noted(begun.session());
    }

    private static Iterator<List<@Nullable Object>> plainRows(Result result) {
        return result.stream().map(PlainValues::row).iterator();
    }

    private <T extends @Nullable Object> T inPlace(String name, Function<Watch.Wait, T> read) {
        return timed(name, () -> places.in(name, read));
    }

    private <T extends @Nullable Object> T inStrangersPlace(String name, Function<Watch.Wait, T> read) {
        return timed(name, () -> places.inStrangers(name, read));
    }

    private <T extends @Nullable Object> T timed(String name, Supplier<T> read) {
        long began = System.nanoTime();
        RuntimeException failed = null;
        try {
            return read.get();
        } catch (RuntimeException failure) {
            failed = failure;
            throw failure;
        } finally {
            tell(name, Duration.ofNanos(System.nanoTime() - began), failed);
        }
    }

    private void tell(String name, Duration took, @Nullable RuntimeException failure) {
        listeners.forEach(listener -> listener.ended(name, took, failure));
    }
}
