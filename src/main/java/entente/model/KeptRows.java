package entente.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the rows that it takes, for those who need all of them at once. */
public final class KeptRows implements RowSink {
    private List<String> columns = List.of();
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    @Override
    public void columns(List<String> names) {
        columns = names;
    }

    @Override
    public void row(List<@Nullable Object> values) {
        rows.add(values);
    }

    /**
     * What was kept.
     *
     * @param truncated whether there was more than was kept
     */
    public Table table(boolean truncated) {
        return new Table(columns, rows, truncated);
    }
}
