package entente.export;

import entente.model.GraphSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A graph that is being written. Taking a piece throws {@link UncheckedIOException} where it cannot be written. */
public interface GraphWriter extends GraphSink, AutoCloseable {
    /**
     * Writes what is left, and what is to be told of the graph as a whole, and flushes.
     *
     * @param about such as {@code truncated} and {@code totals}, for a reader to find where the format has a place
     */
    void finish(Map<String, ? extends @Nullable Object> about) throws IOException;

    /** Gives up what is held meanwhile. A graph that is not finished by then stays in pieces, or unwritten. */
    @Override
    void close() throws IOException;
}
