package entente.load;

import entente.load.Dossier.EntityFact;
import entente.load.Dossier.Reference;
import entente.load.Dossier.RelationshipFact;
import entente.load.Dossier.SourceFact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The facts of one dossier as rows that the graph takes. */
final class FactRows {
    static final String ID = "id";

    private final String dossier;
    private final boolean base;
    private final String speaker;

    /** @param dossier its facts do not matter here */
    FactRows(Dossier dossier) {
        this.dossier = dossier.id();
        this.base = dossier.base();
        this.speaker = String.valueOf(dossier.properties().get("source"));
    }

    /** With its id, its key in the graph and its properties. */
    Map<String, Object> of(SourceFact source) {
        String key = dossier + "/" + source.id();
        Map<String, Object> properties = new LinkedHashMap<>(source.properties());
        properties.putAll(Map.of("key", key, ID, source.id(), "dossier", dossier));
        return Map.of(ID, source.id(), "key", key, "properties", properties);
    }

    /**
     * With its id and what the dossier says of it, its kind among that. Whether the dossier is a base decides what is
     * shown, so it is part of what is asserted.
     */
    Map<String, Object> of(EntityFact entity) {
        Map<String, Object> properties = new LinkedHashMap<>(entity.properties());
        properties.remove(ID);
        properties.put("kind", entity.kind().name());
        if (base) {
            properties.put("base", true);
        }
        return Map.of(ID, entity.id(), "properties", properties);
    }

    /** With its id, its ends and all its properties. */
    Map<String, Object> of(RelationshipFact fact) {
        Map<String, Object> properties = contentOf(fact);
        properties.put(ID, fact.id());
        return Map.of(ID, fact.id(), "from", fact.from().id(), "to", fact.to().id(), "properties", properties);
    }

    /** All properties of a relationship but the id. */
    Map<String, Object> contentOf(RelationshipFact fact) {
        Map<String, Object> properties = new LinkedHashMap<>(fact.properties());
        properties.put("dossier", dossier);
        properties.put("sources", sources(fact));
        return properties;
    }

    private List<String> sources(RelationshipFact fact) {
        return fact.citations().isEmpty()
                ? List.of(speaker)
                : fact.citations().stream().map(Reference::id).distinct().toList();
    }
}
