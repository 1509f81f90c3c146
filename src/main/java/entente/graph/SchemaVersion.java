package entente.graph;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Tells whether a database still plans as it did: it is the same one, of the same version, with the same indexes. */
final class SchemaVersion {
    private static final List<Statement> WHAT_PLANS_DEPEND_ON = List.of(
            new Statement("schema-version", "CALL db.info() YIELD id RETURN id"),
            new Statement("schema-version", "CALL dbms.components() YIELD versions RETURN versions"),
            new Statement(
                    "schema-version",
                    "SHOW INDEXES YIELD name, state, type, labelsOrTypes, properties"
                            + " RETURN name, state, type, labelsOrTypes, properties ORDER BY name"));

    private final Graph graph;
    private final Duration pause;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Object version;
    private volatile long askedAt;

    /** @param pause how long an answer of the database's holds, so that not every read has to ask */
    SchemaVersion(Graph graph, Duration pause) {
        this.graph = graph;
        this.pause = pause;
    }

    /**
     * Equal to an earlier one if nothing that plans depend on has changed since. While one thread asks, the others take
     * what was known before.
     */
    Object current() {
        Object known = version;
        if (known != null && System.nanoTime() - askedAt < pause.toNanos()) {
            return known;
        }
        if (known != null && !asking.tryLock()) {
            return known;
        }
        if (known == null) {
            awaitTurn();
        }
        try {
            Object meanwhile = version;
            if (known == null && meanwhile != null) {
                return meanwhile;
            }
            Object now = ask();
            version = now;
            askedAt = System.nanoTime();
            return now;
        } finally {
            asking.unlock();
        }
    }

    private void awaitTurn() {
        try {
            if (!asking.tryLock(graph.limits().timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new GraphException.Away("the database has not told its schema yet", null);
            }
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            throw new GraphException.Away("interrupted while waiting for the schema", givenUp);
        }
    }

    private Object ask() {
        try {
            return graph.<Object>reading(
                    "schema-version",
                    reading -> WHAT_PLANS_DEPEND_ON.stream()
                            .map(statement ->
                                    reading.read(statement, Integer.MAX_VALUE).rows())
                            .toList());
        } catch (GraphException.Faulty notForUs) {
            // A database may keep such things from its readers: then nothing is known to be as it was.
            return new Object();
        }
    }
}
