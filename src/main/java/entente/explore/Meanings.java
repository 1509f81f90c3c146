package entente.explore;

import entente.explore.GraphSchema.Property;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What those names of the graph mean that the vocabulary does not explain. */
final class Meanings {
    static final List<Property> CODES = List.of(
            new Property("iso2", "texts", "codes of two letters in ISO 3166-1, the present one first"),
            new Property("iso3", "texts", "codes of three letters in ISO 3166-1, the present one first"),
            new Property("cow", "texts", "numbers of the Correlates of War project, as texts"));

    static final List<Property> ENTITY_PROPERTIES = List.of(
            new Property("id", "text", "unique: lower-case letters and digits with hyphens between"),
            new Property("name", "text", "what it is called"),
            new Property("aliases", "texts", "what else it is called"),
            new Property("summary", "text", "what it is, in a line"));

    static final List<Property> RELATIONSHIP_PROPERTIES = List.of(
            new Property("id", "text", "unique among those of its type"),
            new Property(
                    "validFrom",
                    "date",
                    "the first day on which it holds; 0001-01-01 in the graph, and null in answers, where it is not"
                            + " known. As of a day: WHERE r.validFrom <= $asOf < r.validTo"),
            new Property(
                    "validTo",
                    "date",
                    "the day after the last on which it holds; 9999-12-31 in the graph, and null in answers, where it"
                            + " is not known or has not come"),
            new Property("fromPrecision", "text", "day, month, year or unknown"),
            new Property("toPrecision", "text", "day, month, year or unknown"),
            new Property("on", "date", "the day of the act, such as a vote, whose effect lasts; onPrecision beside it"),
            new Property("confidence", "text", "high, moderate or low; absent where nobody says"),
            new Property("basis", "text", "stated, voted, signed, recorded or inferred; absent where nobody says"),
            new Property("sources", "texts", "sourceId or sourceId#locator; a source's key is dossier/sourceId"),
            new Property("summary", "text", "the fact in a line"),
            new Property("claim", "text", "a question; facts that share it and differ are rival answers to it"),
            new Property("statedBy", "text", "the id of the actor whose words these are"),
            new Property("dossier", "text", "the id of the dossier that asserts it"));

    private Meanings() {}

    static Map<String, String> labels() {
        Map<String, String> meanings = new LinkedHashMap<>();
        meanings.put("Entity", "anything the graph describes");
        meanings.put("Actor", "an entity that can act, and so take a stance");
        meanings.put("Dossier", "the facts that one file asserts; id, title, base, loadedAt");
        meanings.put("Source", "where a fact comes from; key is dossier/id, for an id is unique in its dossier only");
        meanings.put("Manifest", "what a dossier listed when it was last loaded; for loading alone");
        return meanings;
    }

    static Map<String, String> types() {
        Map<String, String> meanings = new LinkedHashMap<>();
        meanings.put("ASSERTS", "from a dossier to an entity that it describes; its properties are what it says");
        meanings.put("REFERS_TO", "from a dossier to an entity that it uses and others describe");
        meanings.put("CITES", "from a dossier to its sources");
        meanings.put("LISTS", "from a dossier to its manifest");
        return meanings;
    }
}
