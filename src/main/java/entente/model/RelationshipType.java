package entente.model;

import java.util.Map;
import java.util.Set;

/**
 * A type of relationship.
 *
 * @param name the type in the graph, such as {@code SUPPORTS}
 * @param description what the start does to the end, in a few words
 * @param from the kinds that it can start at; {@code Actor} and {@code Entity} stand for all that are
 * @param to the kinds that it can end at
 * @param symmetric whether it means the same from either end; it is then stored in the order of the ids
 * @param instant whether it is over when its day is
 * @param sign +1 towards, -1 against, 0 for neither
 * @param properties what it may carry beside what every relationship may
 * @param required those of the properties that it must carry
 */
public record RelationshipType(
        String name,
        String description,
        Set<String> from,
        Set<String> to,
        boolean symmetric,
        boolean instant,
        int sign,
        Map<String, PropertyType> properties,
        Set<String> required) {

    /** Tells whether an entity of the kind can stand at the start. */
    public boolean startsAt(EntityKind kind) {
        return kind.isAmong(from);
    }

    /** Tells whether an entity of the kind can stand at the end. */
    public boolean endsAt(EntityKind kind) {
        return kind.isAmong(to);
    }
}
