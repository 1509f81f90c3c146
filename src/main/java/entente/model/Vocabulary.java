package entente.model;

import java.util.Map;

/**
 * The kinds and types that the graph may hold. Labels, relationship types and property names come from here and from
 * nowhere else.
 *
 * @param kinds by name, in the order of the file
 * @param types by name, in the order of the file
 */
public record Vocabulary(Map<String, EntityKind> kinds, Map<String, RelationshipType> types) {
    /** The label of every entity. */
    public static final String ENTITY = "Entity";
    /** The label of every entity that can act. */
    public static final String ACTOR = "Actor";

    /**
     * The kind of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public EntityKind kind(String name) {
        EntityKind kind = kinds.get(name);
        if (kind == null) {
            throw new IllegalArgumentException(
                    "unknown kind \"" + name + "\"" + Names.didYouMean(name, kinds.keySet()));
        }
        return kind;
    }

    /**
     * The type of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public RelationshipType type(String name) {
        RelationshipType type = types.get(name);
        if (type == null) {
            throw new IllegalArgumentException(
                    "unknown type \"" + name + "\"" + Names.didYouMean(name, types.keySet()));
        }
        return type;
    }
}
