package entente.load;

import entente.load.Dossier.EntityFact;
import entente.load.Dossier.Reference;
import entente.load.Dossier.RelationshipFact;
import entente.load.Dossier.SourceFact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a dossier asserts, row by row as the graph takes it. */
final class Assertions {
    static final String ENTITIES = "entity";
    static final String SOURCES = "source";

    private final Dossier dossier;

    Assertions(Dossier dossier) {
        this.dossier = dossier;
    }

    Manifest manifest() {
        Map<String, String> hashes = new TreeMap<>();
        sources().forEach(row -> hashes.put(SOURCES + " " + row.get("id"), ContentHash.brief(row)));
        dossier.entities().forEach(entity -> hashes.put(ENTITIES + " " + entity.id(), ContentHash.brief(row(entity))));
        dossier.relationships()
                .forEach(fact -> hashes.put(fact.type().name() + " " + fact.id(), ContentHash.brief(row(fact))));
        return new Manifest(hashes);
    }

    /** Each with its key in the graph, its id and its properties. */
    List<Map<String, Object>> sources() {
        return dossier.sources().stream().map(this::row).toList();
    }

    private Map<String, Object> row(SourceFact source) {
        String key = dossier.id() + "/" + source.id();
        Map<String, Object> properties = new LinkedHashMap<>(source.properties());
        properties.putAll(Map.of("key", key, "id", source.id(), "dossier", dossier.id()));
        return Map.of("id", source.id(), "key", key, "properties", properties);
    }

    /** With its id and what the dossier says of it, its kind among that. */
    static Map<String, Object> row(EntityFact entity) {
        Map<String, Object> properties = new LinkedHashMap<>(entity.properties());
        properties.remove("id");
        properties.put("kind", entity.kind().name());
        return Map.of("id", entity.id(), "properties", properties);
    }

    /** With its ends and all its properties. */
    Map<String, Object> row(RelationshipFact fact) {
        Map<String, Object> properties = new LinkedHashMap<>(fact.properties());
        properties.put("id", fact.id());
        properties.put("dossier", dossier.id());
        properties.put(
                "sources",
                fact.citations().isEmpty()
                        ? List.of(String.valueOf(dossier.properties().get("source")))
                        : fact.citations().stream()
                                .map(Reference::id)
                                .distinct()
                                .toList());
        return Map.of("id", fact.id(), "from", fact.from().id(), "to", fact.to().id(), "properties", properties);
    }
}
