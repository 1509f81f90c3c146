package entente.graph;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.SimpleQueryRunner;

/** A transaction under way, in which statements see what those before them wrote. */
public final class Writing {
    private final SimpleQueryRunner transaction;

    Writing(SimpleQueryRunner transaction) {
        this.transaction = transaction;
    }

    /**
     * Runs one of Entente's own statements.
     *
     * @return its rows, as the plain values of {@link entente.model.Table}
     */
    public List<List<@Nullable Object>> run(String text, Map<String, ? extends @Nullable Object> parameters) {
        return transaction
                .run(text, new Statement("write", text, parameters).values())
                .list(PlainValues::row);
    }
}
