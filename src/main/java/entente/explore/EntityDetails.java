package entente.explore;

import entente.model.Direction;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entity and what is known of it.
 *
 * @param labels its kind, and beside it {@code Entity} and, where it can act, {@code Actor}
 * @param properties as the dossiers together describe it, the id and name among them
 * @param assertedBy the dossiers that describe it, in the order in which they count: base dossiers first, then by id
 * @param counts of its relationships to other entities, by type and direction
 */
public record EntityDetails(
        String id,
        List<String> labels,
        String name,
        Map<String, @Nullable Object> properties,
        List<Assertion> assertedBy,
        List<Count> counts) {
    /**
     * A dossier's description of the entity.
     *
     * @param id the dossier's
     * @param title the dossier's, or null where it has none
     * @param base whether it is a base dossier
     * @param says the properties as this dossier gives them, {@code kind} among them
     */
    public record Assertion(String id, @Nullable String title, boolean base, Map<String, @Nullable Object> says) {}

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
