package entente.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A node of the graph.
 *
 * @param id the entity's id; for a bookkeeping node without one, the database's own
 * @param labels the kind, and beside it {@code Entity} and, where it can act, {@code Actor}
 * @param properties all of them, the id and name among them
 */
public record Entity(String id, List<String> labels, Map<String, @Nullable Object> properties) {}
