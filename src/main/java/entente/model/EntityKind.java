package entente.model;

import java.util.Map;

/**
 * A kind of entity.
 *
 * @param name the label, such as {@code State}
 * @param description what it is, in a sentence
 * @param actor whether its entities can act, and so take a stance
 * @param properties what its entities may carry beside name, aliases and summary
 */
public record EntityKind(String name, String description, boolean actor, Map<String, PropertyType> properties) {}
