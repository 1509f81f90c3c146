package entente.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Facts that are written together, in one transaction.
 *
 * @param section as a {@link Manifest} names it: {@link Assertions#ENTITIES} or a relationship type
 */
record Batch(String section, List<Fresh> facts) {
    /** How many facts at most; <em>measured</em> to be as fast as larger ones. */
    static final int MOST = 10_000;

    /**
     * A fact that the graph does not hold, or holds with another content.
     *
     * @param from where a relationship starts; null for an entity
     * @param to where a relationship ends; null for an entity
     * @param changed whether the graph holds it with another content
     * @param hash of its content, as a manifest keeps it
     */
    record Fresh(
            String id,
            @Nullable String from,
            @Nullable String to,
            boolean changed,
            String hash,
            Map<String, Object> properties) {

        String key(String section) {
            return Manifest.key(section, id);
        }
    }

    /** What the graph will hold when this is written. */
    Manifest manifest() {
        Map<String, String> hashes = new LinkedHashMap<>();
        facts.forEach(fact -> hashes.put(fact.key(section), fact.hash()));
        return new Manifest(hashes);
    }

    List<String> changedIds() {
        return facts.stream().filter(Fresh::changed).map(Fresh::id).toList();
    }
}
