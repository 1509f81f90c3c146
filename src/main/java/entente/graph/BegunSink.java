package entente.graph;

import entente.model.RowSink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows whether anything was passed on, after which a read cannot begin again. */
final class BegunSink implements RowSink {
    private final RowSink sink;
    private boolean begun;

    BegunSink(RowSink sink) {
        this.sink = sink;
    }

    boolean hasBegun() {
        return begun;
    }

    @Override
    public void columns(List<String> columns) {
        begun = true;
        sink.columns(columns);
    }

    @Override
    public void row(List<@Nullable Object> values) {
        sink.row(values);
    }
}
