package entente.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Facts that are written together, in one transaction. The values that all of them share are kept once, and of the rest
 * only the values: that is most of what a spool and the database have to unpack.
 *
 * @param section as a {@link Manifest} names it: {@link Assertions#ENTITIES} or a relationship type
 * @param shared the properties that all facts have, with the same value
 * @param columns the names of all other properties
 */
record Batch(String section, Map<String, Object> shared, List<String> columns, List<Fresh> facts) {
    /** How many facts at most. */
    static final int MOST = 10_000;

    /**
     * A fact that the graph does not hold, or holds with another content.
     *
     * @param from where a relationship starts; null for an entity
     * @param to where a relationship ends; null for an entity
     * @param changed whether the graph holds it with another content
     * @param hash of its content, as a manifest keeps it
     * @param values of the batch's columns, null where the fact has no such property
     */
    record Fresh(
            String id,
            @Nullable String from,
            @Nullable String to,
            boolean changed,
            String hash,
            List<@Nullable Object> values) {}

    /** A fact that belongs to no batch yet. */
    record Loose(Fresh fact, Map<String, Object> properties) {}

    static Batch of(String section, List<Loose> facts) {
        Map<String, Object> shared = new TreeMap<>(facts.get(0).properties());
        TreeSet<String> keys = new TreeSet<>();
        for (Loose loose : facts) {
            keys.addAll(loose.properties().keySet());
            shared.entrySet()
                    .removeIf(
                            entry -> !entry.getValue().equals(loose.properties().get(entry.getKey())));
        }
        keys.removeAll(shared.keySet());
        List<String> columns = List.copyOf(keys);
        return new Batch(
                section,
                shared,
                columns,
                facts.stream().map(loose -> fitted(loose, columns)).toList());
    }

    private static Fresh fitted(Loose loose, List<String> columns) {
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        for (String column : columns) {
            values.add(loose.properties().get(column));
        }
        Fresh fact = loose.fact();
        return new Fresh(fact.id(), fact.from(), fact.to(), fact.changed(), fact.hash(), values);
    }

    /** All properties of one of the facts. */
    Map<String, Object> properties(Fresh fact) {
        Map<String, Object> properties = new LinkedHashMap<>(shared);
        for (int i = 0; i < columns.size(); i++) {
            Object value = fact.values().get(i);
            if (value != null) {
                properties.put(columns.get(i), value);
            }
        }
        return properties;
    }

    /** What the graph will hold when this is written. */
    Manifest manifest() {
        Map<String, String> hashes = new LinkedHashMap<>();
        facts.forEach(fact -> hashes.put(Manifest.key(section, fact.id()), fact.hash()));
        return new Manifest(hashes);
    }

    List<String> changedIds() {
        return facts.stream().filter(Fresh::changed).map(Fresh::id).toList();
    }
}
