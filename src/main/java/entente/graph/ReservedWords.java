package entente.graph;

import entente.model.Vocabulary;
import java.util.Set;

/** The words that a vocabulary cannot give a meaning, since they have one already. */
final class ReservedWords {
    static final Set<String> KINDS = Set.of(Vocabulary.ENTITY, Vocabulary.ACTOR, "Source", "Dossier", "Manifest");
    static final Set<String> TYPES = Set.of("ASSERTS", "CITES", "REFERS_TO", "LISTS");

    /** What every entity or relationship carries, in the graph or in a dossier. */
    private static final Set<String> PROPERTIES = Set.of(
            "id",
            "name",
            "aliases",
            "summary",
            "kind",
            "base",
            "key",
            "type",
            "from",
            "to",
            "since",
            "until",
            "on",
            "validFrom",
            "validTo",
            "confidence",
            "basis",
            "source",
            "sources",
            "dossier",
            "claim",
            "statedBy",
            "actor",
            "agreement",
            "between",
            "supports",
            "opposes",
            "neutralOn");

    private ReservedWords() {}

    /** Beside each date stands its precision. */
    static boolean isProperty(String name) {
        return PROPERTIES.contains(name) || name.endsWith("Precision");
    }
}
