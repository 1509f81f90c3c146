package entente.explore;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the graph can hold, and how much of it there is: what whoever writes Cypher has to know.
 *
 * @param kinds of entity, in the vocabulary's order; each is a label
 * @param types of relationship between entities, in the vocabulary's order
 * @param codes the properties that hold codes that other data use
 * @param entityProperties what every entity may carry
 * @param relationshipProperties what every relationship between entities may carry
 * @param labels that several kinds share, and those of bookkeeping
 * @param bookkeepingTypes types of relationship that join what is no entity
 */
public record GraphSchema(
        List<Kind> kinds,
        List<Type> types,
        List<Property> codes,
        List<Property> entityProperties,
        List<Property> relationshipProperties,
        List<Bookkeeping> labels,
        List<Bookkeeping> bookkeepingTypes) {
    /**
     * A kind of entity.
     *
     * @param properties what its entities may carry beside what every entity may: each with text, texts, number, date
     *     or the list of its words
     */
    public record Kind(String name, String description, boolean actor, Map<String, Object> properties, long entities) {}

    /**
     * A type of relationship.
     *
     * @param from the kinds that it can start at; {@code Actor} and {@code Entity} stand for all that are
     * @param to the kinds that it can end at
     * @param sign 1 towards, -1 against, 0 for neither
     * @param properties as those of a kind
     * @param required those of the properties that it must carry
     */
    public record Type(
            String name,
            String description,
            Set<String> from,
            Set<String> to,
            boolean symmetric,
            boolean instant,
            int sign,
            Map<String, Object> properties,
            Set<String> required,
            long relationships) {}

    /** A property and what it means. */
    public record Property(String name, String type, String description) {}

    /**
     * A label or a type of relationship.
     *
     * @param count how many there are
     */
    public record Bookkeeping(String name, String description, long count) {}
}
