package entente.explore;

import entente.model.Direction;
import entente.model.Entity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entity and what is known of it.
 *
 * @param entity as the dossiers together describe it
 * @param assertedBy the dossiers that describe it, in the order in which they count: base dossiers first, then by id
 * @param counts of its relationships to other entities, by type and direction
 */
public record EntityDetails(Entity entity, List<Assertion> assertedBy, List<Count> counts) {
    /**
     * A dossier's description of the entity.
     *
     * @param dossier its id
     * @param title its title, or null where it has none
     * @param base whether it is a base dossier
     * @param says the properties as this dossier gives them, {@code kind} among them
     */
    public record Assertion(String dossier, @Nullable String title, boolean base, Map<String, @Nullable Object> says) {}

    /**
     * How often the entity stands in a type of relationship.
     *
     * @param type such as {@code SUPPORTS}
     * @param direction seen from the entity
     * @param assertions how many relationships say so, each by one dossier
     * @param neighbours how many distinct entities stand at the other end
     */
    public record Count(String type, Direction direction, long assertions, long neighbours) {}
}
