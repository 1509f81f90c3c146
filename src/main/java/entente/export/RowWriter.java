package entente.export;

import entente.model.RowSink;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows down while they come. What cannot be written is an {@link java.io.UncheckedIOException}.
 *
 * <p>The stream gets the bytes when there are many of them or when all is finished, and stays open.
 */
public interface RowWriter extends RowSink {
    /**
     * Ends what was begun.
     *
     * @param about what is known of the rows as a whole, at the end
     */
    void finish(Map<String, ? extends @Nullable Object> about) throws IOException;
}
