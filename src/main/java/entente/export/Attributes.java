package entente.export;

import entente.model.Entity;
import entente.model.Relationship;
import entente.model.Vocabulary;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What formats with a flat list of attributes say of an entity or a relationship, by name. Null is left out. */
final class Attributes {
    private Attributes() {}

    /** Its kind, its labels and all its properties, the id and the name among them. */
    static Map<String, Object> of(Entity entity) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        entity.labels().stream()
                .filter(label -> !label.equals(Vocabulary.ENTITY) && !label.equals(Vocabulary.ACTOR))
                .findFirst()
                .ifPresent(kind -> attributes.put("kind", kind));
        attributes.put("labels", entity.labels());
        return with(entity.properties(), attributes);
    }

    /** Its id, its type and all its properties. */
    static Map<String, Object> of(Relationship relationship) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("id", relationship.id());
        attributes.put("type", relationship.type());
        return with(relationship.properties(), attributes);
    }

    /** The name to show for an entity: its id where it has none. */
    static String label(Entity entity) {
        Object name = entity.properties().get("name");
        return name == null ? entity.id() : name.toString();
    }

    /**
     * An id that no other entity or relationship has: those of relationships are unique among their type only. One that
     * Entente derived names the type already.
     */
    static String uniqueId(Relationship relationship) {
        String id = relationship.id();
        return id.contains("/" + relationship.type() + "/") ? id : relationship.type() + "/" + id;
    }

    /** Text as it is, anything nested as its JSON. */
    static String text(Object value) {
        return value instanceof Collection || value instanceof Map ? PlainJson.text(value) : value.toString();
    }

    private static Map<String, Object> with(Map<String, @Nullable Object> properties, Map<String, Object> attributes) {
        properties.forEach((name, value) -> {
            if (value != null && !value.equals(attributes.get(name))) {
                attributes.put(free(name, attributes), value);
            }
        });
        return attributes;
    }

    /** A property that bears a name which is given already gets another, so that neither is lost. */
    static String free(String name, Map<String, Object> attributes) {
        return attributes.containsKey(name) ? free(name + "_", attributes) : name;
    }
}
