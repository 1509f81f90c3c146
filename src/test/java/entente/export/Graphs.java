package entente.export;

import entente.model.Entity;
import entente.model.Relationship;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Graphs for the tests of formats. */
final class Graphs {
    /** A graph that is held whole. */
    record Whole(List<Entity> entities, List<Relationship> relationships) {}

    static final Entity KAZAKHSTAN = entity(
            "kazakhstan",
            "State",
            Map.of(
                    "name",
                    "Kazakhstan",
                    "aliases",
                    List.of("Republic of Kazakhstan", "Қазақстан"),
                    "iso2",
                    List.of("KZ")));
    static final Entity OSH = entity("osh-base", "Base", Map.of("name", "Osh base", "status", "proposed"));

    /** Two relationships of one type between the same ends, and one of another type with the id of the first. */
    static final Whole SAMPLE = new Whole(
            List.of(KAZAKHSTAN, OSH),
            List.of(
                    relationship("r1", "SUPPORTS", lasting("2009-07-01", "2010-01-01")),
                    relationship("osh/SUPPORTS/kazakhstan/osh-base", "SUPPORTS", lasting(null, null)),
                    relationship("r1", "NEUTRAL_ON", with("position", "wary & <cautious>"))));

    private Graphs() {}

    static String written(GraphFormat format, Whole graph) {
        return written(format, graph, Map.of("truncated", false));
    }

    /** As it arrives: in UTF-8. */
    static String written(GraphFormat format, Whole graph, Map<String, ? extends @Nullable Object> about) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
                GraphWriter writer = format.begin(out)) {
            graph.entities().forEach(writer::entity);
            graph.relationships().forEach(writer::relationship);
            writer.finish(about);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Entity entity(String id, String kind, Map<String, Object> properties) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(properties);
        all.put("id", id);
        List<String> labels = kind.equals("State") ? List.of("Entity", "Actor", kind) : List.of("Entity", kind);
        return new Entity(id, labels, all);
    }

    private static Relationship relationship(String id, String type, Map<String, @Nullable Object> more) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("id", id);
        properties.put("dossier", "osh");
        properties.put("sources", List.of("osh-article#12", "osh-article"));
        properties.put("confidence", "moderate");
        properties.putAll(more);
        return new Relationship(id, type, "kazakhstan", "osh-base", properties);
    }

    private static Map<String, @Nullable Object> lasting(@Nullable String from, @Nullable String to) {
        Map<String, @Nullable Object> period = new LinkedHashMap<>();
        period.put("validFrom", from == null ? null : LocalDate.parse(from));
        period.put("fromPrecision", from == null ? "unknown" : "month");
        period.put("validTo", to == null ? null : LocalDate.parse(to));
        period.put("toPrecision", to == null ? "unknown" : "year");
        return period;
    }

    private static Map<String, @Nullable Object> with(String name, Object value) {
        Map<String, @Nullable Object> properties = lasting("2009-07-01", null);
        properties.put(name, value);
        return properties;
    }
}
