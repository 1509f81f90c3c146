package entente.load;

import entente.graph.Writing;
import entente.load.Batch.Fresh;
import entente.load.Dossier.SourceFact;
import entente.load.document.Place;
import entente.model.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts a dossier in the place of its earlier version, batch by batch, each in a transaction of its own. Ended at any
 * point, what was written is in the manifests, and the next load of the dossier writes the rest.
 */
final class BatchedReplacement {
    private final Vocabulary vocabulary;
    private final Dossier head;
    private final BatchLedger ledger;

    BatchedReplacement(Vocabulary vocabulary, Dossier head, BatchLedger ledger) {
        this.vocabulary = vocabulary;
        this.head = head;
        this.ledger = ledger;
    }

    void writeSources() {
        FactRows rows = new FactRows(head);
        List<Map<String, Object>> sources = new ArrayList<>();
        Map<String, String> hashes = new TreeMap<>();
        for (SourceFact source : head.sources()) {
            Map<String, Object> row = rows.of(source);
            sources.add(row);
            hashes.put(Manifest.key(Assertions.SOURCES, source.id()), ContentHash.brief(row));
        }
        ledger.write(
                new Manifest(hashes),
                writing -> new WrittenEntities(writing, vocabulary).writeSources(head.id(), sources));
    }

    void write(Batch batch) {
        ledger.write(batch.manifest(), writing -> {
            if (Manifest.isType(batch.section())) {
                new WrittenRelationships(writing, vocabulary).replace(batch, head);
            } else {
                writeEntities(writing, batch);
            }
        });
    }

    private void writeEntities(Writing writing, Batch batch) {
        WrittenEntities entities = new WrittenEntities(writing, vocabulary);
        Map<String, List<Map<String, Object>>> byKind = new TreeMap<>();
        for (Fresh fact : batch.facts()) {
            Map<String, Object> properties = batch.properties(fact);
            byKind.computeIfAbsent((String) properties.get("kind"), kind -> new ArrayList<>())
                    .add(Map.of("id", fact.id(), "properties", properties));
        }
        byKind.forEach((kind, rows) -> entities.write(head.id(), vocabulary.kind(kind), rows));
        refresh(writing, batch.facts().stream().map(Fresh::id).toList());
    }

    /** @param section what the ids belong to, as manifests name it */
    void remove(String section, List<String> ids) {
        Map<String, String> gone = new LinkedHashMap<>();
        ids.forEach(id -> gone.put(Manifest.key(section, id), Manifest.GONE));
        ledger.write(new Manifest(gone), writing -> {
            if (Manifest.isType(section)) {
                new WrittenRelationships(writing, vocabulary).remove(section, ids);
            } else if (section.equals(Assertions.ENTITIES)) {
                new WrittenEntities(writing, vocabulary).removeAssertions(head.id(), ids);
                refresh(writing, ids);
            } else {
                new WrittenEntities(writing, vocabulary).removeSources(head.id(), ids);
            }
        });
    }

    private void refresh(Writing writing, List<String> ids) {
        Map<String, @Nullable Place> touched = new TreeMap<>();
        ids.forEach(id -> touched.put(id, head.place()));
        new ShownEntities(writing).refresh(touched);
    }
}
