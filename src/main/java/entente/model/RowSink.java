package entente.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes rows one by one, so that nobody has to hold them all. */
public interface RowSink {
    /** Called once, before the first row, and also where there is none. */
    void columns(List<String> columns);

    /**
     * Takes a row.
     *
     * @param values as long as the columns; of the kinds that a {@link Table} holds
     */
    void row(List<@Nullable Object> values);
}
