package entente.query;

import entente.model.Table;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a saved query.
 *
 * @param query the query that was run
 * @param parameters the values that were bound, by name, in the header's order: entities as ids, dates resolved
 * @param table the rows; its {@code truncated} tells whether there are more
 */
public record QueryResult(SavedQuery query, Map<String, @Nullable Object> parameters, Table table) {}
