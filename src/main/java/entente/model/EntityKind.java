package entente.model;

import java.util.Map;
import java.util.Set;

/**
 * A kind of entity.
 *
 * @param name the label, such as {@code State}
 * @param description what it is, in a sentence
 * @param actor whether its entities can act, and so take a stance
 * @param properties what its entities may carry beside name, aliases and summary
 */
public record EntityKind(String name, String description, boolean actor, Map<String, PropertyType> properties) {

    /** Tells whether it is one of some kinds, among which {@code Actor} and {@code Entity} stand for all that are. */
    public boolean isAmong(Set<String> kinds) {
        return kinds.contains(Vocabulary.ENTITY) || kinds.contains(name) || (actor && kinds.contains(Vocabulary.ACTOR));
    }
}
