package entente.load;

import entente.load.Dossier.EntityFact;
import entente.model.EntityKind;
import entente.model.RelationshipType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a dossier asserts, row by row as the graph takes it, and the manifest of that. */
final class Assertions {
    static final String ENTITIES = "entity";
    static final String SOURCES = "source";

    private final Dossier dossier;
    private final FactRows rows;
    private final Manifest manifest;

    Assertions(Dossier dossier) {
        this.dossier = dossier;
        this.rows = new FactRows(dossier);
        this.manifest = listed();
    }

    Dossier dossier() {
        return dossier;
    }

    Manifest manifest() {
        return manifest;
    }

    /** Each with its key in the graph and its properties. */
    List<Map<String, Object>> sources(Set<String> ids) {
        return dossier.sources().stream()
                .filter(source -> ids.contains(source.id()))
                .map(rows::of)
                .toList();
    }

    /** Each with its id and what the dossier says of it, its kind among that. */
    Map<EntityKind, List<Map<String, Object>>> entities(Set<String> ids) {
        return dossier.entities().stream()
                .filter(entity -> ids.contains(entity.id()))
                .collect(Collectors.groupingBy(EntityFact::kind, Collectors.mapping(rows::of, Collectors.toList())));
    }

    /** Each with its ends and all its properties. */
    List<Map<String, Object>> relationships(RelationshipType type, Set<String> ids) {
        return dossier.relationships().stream()
                .filter(fact -> fact.type().equals(type) && ids.contains(fact.id()))
                .map(rows::of)
                .toList();
    }

    private Manifest listed() {
        Map<String, String> hashes = new TreeMap<>();
        dossier.sources()
                .forEach(source -> hashes.put(Manifest.key(SOURCES, source.id()), ContentHash.brief(rows.of(source))));
        dossier.entities()
                .forEach(entity -> hashes.put(Manifest.key(ENTITIES, entity.id()), ContentHash.brief(rows.of(entity))));
        dossier.relationships()
                .forEach(fact ->
                        hashes.put(Manifest.key(fact.type().name(), fact.id()), ContentHash.brief(rows.of(fact))));
        return new Manifest(hashes);
    }
}
