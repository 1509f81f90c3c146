package entente.load;

import entente.load.Dossier.EntityFact;
import entente.load.Dossier.Reference;
import entente.load.Dossier.RelationshipFact;
import entente.load.Dossier.SourceFact;
import entente.model.EntityKind;
import entente.model.RelationshipType;
import java.util.LinkedHashMap;
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
    private final Manifest manifest;

    Assertions(Dossier dossier) {
        this.dossier = dossier;
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
                .map(this::row)
                .toList();
    }

    /** Each with its id and what the dossier says of it, its kind among that. */
    Map<EntityKind, List<Map<String, Object>>> entities(Set<String> ids) {
        return dossier.entities().stream()
                .filter(entity -> ids.contains(entity.id()))
                .collect(Collectors.groupingBy(EntityFact::kind, Collectors.mapping(this::row, Collectors.toList())));
    }

    /** Each with its ends and all its properties. */
    List<Map<String, Object>> relationships(RelationshipType type, Set<String> ids) {
        return dossier.relationships().stream()
                .filter(fact -> fact.type().equals(type) && ids.contains(fact.id()))
                .map(this::row)
                .toList();
    }

    private Manifest listed() {
        Map<String, String> hashes = new TreeMap<>();
        dossier.sources().forEach(source -> hashes.put(SOURCES + " " + source.id(), ContentHash.brief(row(source))));
        dossier.entities().forEach(entity -> hashes.put(ENTITIES + " " + entity.id(), ContentHash.brief(row(entity))));
        dossier.relationships()
                .forEach(fact -> hashes.put(fact.type().name() + " " + fact.id(), ContentHash.brief(row(fact))));
        return new Manifest(hashes);
    }

    private Map<String, Object> row(SourceFact source) {
        String key = dossier.id() + "/" + source.id();
        Map<String, Object> properties = new LinkedHashMap<>(source.properties());
        properties.putAll(Map.of("key", key, "id", source.id(), "dossier", dossier.id()));
        return Map.of("id", source.id(), "key", key, "properties", properties);
    }

    /** Whether the dossier is a base decides what is shown, so it is part of what is asserted. */
    private Map<String, Object> row(EntityFact entity) {
        Map<String, Object> properties = new LinkedHashMap<>(entity.properties());
        properties.remove("id");
        properties.put("kind", entity.kind().name());
        if (dossier.base()) {
            properties.put("base", true);
        }
        return Map.of("id", entity.id(), "properties", properties);
    }

    private Map<String, Object> row(RelationshipFact fact) {
        Map<String, Object> properties = new LinkedHashMap<>(fact.properties());
        properties.put("id", fact.id());
        properties.put("dossier", dossier.id());
        properties.put("sources", sources(fact));
        return Map.of("id", fact.id(), "from", fact.from().id(), "to", fact.to().id(), "properties", properties);
    }

    private List<String> sources(RelationshipFact fact) {
        return fact.citations().isEmpty()
                ? List.of(String.valueOf(dossier.properties().get("source")))
                : fact.citations().stream().map(Reference::id).distinct().toList();
    }
}
