package entente.graph;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Is told of the reads of a graph, on the threads that read. */
public interface ReadListener {
    /**
     * A read has ended.
     *
     * @param name what the database's list of transactions calls it: one of Entente's own names, or a saved query's
     * @param took from when it waited for its place among the others
     * @param failure why it could not be done, or null where it was
     */
    void ended(String name, Duration took, @Nullable RuntimeException failure);

    /** So many rows were passed on by a read that has not failed. */
    default void passedOn(String name, int rows) {}
}
