package entente.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A relationship of the graph.
 *
 * @param id unique among those of its type
 * @param type such as {@code SUPPORTS}
 * @param from the id of the entity at its start
 * @param to the id of the entity at its end
 * @param properties all of them; an open end of the period is null
 */
public record Relationship(String id, String type, String from, String to, Map<String, @Nullable Object> properties) {}
