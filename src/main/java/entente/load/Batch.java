package entente.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Facts that are written together, in one transaction. The values that all of them share are kept once, and what
 * several have in common, such as the votes on one roll call, once for these: that is most of what a spool and the
 * database have to unpack.
 *
 * @param section as a {@link Manifest} names it: {@link Assertions#ENTITIES} or a relationship type
 * @param shared the properties that all facts have, with the same value
 * @param columns the names of all other properties
 * @param contents values of the columns, null where a fact has no such property
 */
record Batch(
        String section,
        Map<String, Object> shared,
        List<String> columns,
        List<List<@Nullable Object>> contents,
        List<Fresh> facts) {
    /** How many facts at most. */
    static final int MOST = 10_000;

    /**
     * A fact that the graph does not hold, or holds with another content.
     *
     * @param from where a relationship starts; null for an entity
     * @param to where a relationship ends; null for an entity
     * @param changed whether the graph holds it with another content
     * @param hash of its content, as a manifest keeps it
     * @param content which of the batch's contents it has
     */
    record Fresh(String id, @Nullable String from, @Nullable String to, boolean changed, String hash, int content) {}

    /**
     * A fact that belongs to no batch yet.
     *
     * @param properties without the id; facts that have the same map share their content
     */
    record Loose(
            String id,
            @Nullable String from,
            @Nullable String to,
            boolean changed,
            String hash,
            Map<String, Object> properties) {}

    /**
     * Puts them in the order of their ids: an index is faster to extend where neighbours come together, and loads that
     * write the same entities wait for each other instead of blocking each other.
     */
    static Batch of(String section, List<Loose> facts) {
        IdentityHashMap<Map<String, Object>, Integer> numbers = new IdentityHashMap<>();
        List<Map<String, Object>> distinct = new ArrayList<>();
        List<Fresh> numbered = new ArrayList<>(facts.size());
        for (Loose loose : facts) {
            int number = numbers.computeIfAbsent(loose.properties(), first -> {
                distinct.add(first);
                return distinct.size() - 1;
            });
            numbered.add(new Fresh(loose.id(), loose.from(), loose.to(), loose.changed(), loose.hash(), number));
        }
        numbered.sort(Comparator.comparing(Fresh::id));
        Map<String, Object> shared = shared(distinct);
        List<String> columns = columns(distinct, shared);
        return new Batch(
                section,
                shared,
                columns,
                distinct.stream().map(properties -> values(properties, columns)).toList(),
                numbered);
    }

    private static Map<String, Object> shared(List<Map<String, Object>> all) {
        Map<String, Object> shared = new TreeMap<>(all.get(0));
        for (Map<String, Object> properties : all) {
            shared.entrySet().removeIf(entry -> !entry.getValue().equals(properties.get(entry.getKey())));
        }
        return shared;
    }

    private static List<String> columns(List<Map<String, Object>> all, Map<String, Object> shared) {
        Set<String> keys = new TreeSet<>();
        Set<String> last = Set.of();
        for (Map<String, Object> properties : all) {
            if (!properties.keySet().equals(last)) {
                last = properties.keySet();
                keys.addAll(last);
            }
        }
        keys.removeAll(shared.keySet());
        return List.copyOf(keys);
    }

    private static List<@Nullable Object> values(Map<String, Object> properties, List<String> columns) {
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        for (String column : columns) {
            values.add(properties.get(column));
        }
        return values;
    }

    /** All properties of one of the facts but its id. */
    Map<String, Object> properties(Fresh fact) {
        Map<String, Object> properties = new LinkedHashMap<>(shared);
        List<@Nullable Object> values = contents.get(fact.content());
        for (int i = 0; i < columns.size(); i++) {
            Object value = values.get(i);
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
