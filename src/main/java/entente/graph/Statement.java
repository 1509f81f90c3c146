package entente.graph;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Cypher statement and the values bound to its parameters.
 *
 * @param name what the database's transaction list calls it, such as {@code who-backs}
 * @param text the Cypher
 * @param parameters null, Boolean, Number, String, temporal values, and lists and maps of these
 */
public record Statement(String name, String text, Map<String, ? extends @Nullable Object> parameters) {
    public Statement(String name, String text) {
        this(name, text, Map.of());
    }

    /** The parameters as the driver's methods want them. */
    @SuppressWarnings("unchecked") // the driver only reads the map
    Map<String, Object> values() {
        return (Map<String, Object>) parameters;
    }
}
