package entente.load;

import entente.load.Batch.Fresh;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * What a dossier asserted before and asserts no longer. The ids are kept in a temporary file, since a dossier may lose
 * all that it has.
 */
final class LeavingFacts implements AutoCloseable {
    private final FactSpool spool = new FactSpool();
    private final Map<String, List<Fresh>> waiting = new TreeMap<>();
    private final Set<String> entities = new TreeSet<>();
    private long relationships;
    private long sources;

    /** Finds them; from now on the index knows of none that is left. */
    void find(BatchLedger ledger, FactIndex index) {
        if (index.left() == 0) {
            return;
        }
        ledger.read((key, hash) -> {
            if (index.isLeft(key)) {
                index.remember(key, Manifest.GONE);
                add(Manifest.section(key), Manifest.id(key));
            }
        });
        List.copyOf(waiting.keySet()).forEach(this::spool);
    }

    private void add(String section, String id) {
        if (Manifest.isType(section)) {
            relationships++;
        } else if (section.equals(Assertions.ENTITIES)) {
            entities.add(id);
        } else {
            sources++;
        }
        List<Fresh> facts = waiting.computeIfAbsent(section, none -> new ArrayList<>());
        facts.add(new Fresh(id, null, null, false, Manifest.GONE, 0));
        if (facts.size() == Batch.MOST) {
            spool(section);
        }
    }

    private void spool(String section) {
        List<Fresh> facts = waiting.remove(section);
        if (facts != null) {
            spool.write(new Batch(section, Map.of(), List.of(), List.of(List.of()), facts));
        }
    }

    /** The ids of the entities among them. */
    Set<String> entities() {
        return entities;
    }

    /** How many of them are relationships. */
    long relationships() {
        return relationships;
    }

    /** How many of them are sources. */
    long sources() {
        return sources;
    }

    /** Hands over a section and ids in it, as many at a time as go into one transaction. */
    void read(Predicate<String> sections, BiConsumer<String, List<String>> reader) {
        spool.read(batch -> {
            if (sections.test(batch.section())) {
                reader.accept(
                        batch.section(), batch.facts().stream().map(Fresh::id).toList());
            }
        });
    }

    @Override
    public void close() {
        spool.close();
    }
}
