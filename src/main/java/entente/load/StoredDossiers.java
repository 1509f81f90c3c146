package entente.load;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import entente.graph.Graph;
import entente.graph.GraphException;
import entente.graph.Statement;
import entente.load.Dossier.RelationshipFact;
import entente.model.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes the dossiers of the graph back as files. Loaded into an empty graph, all of them together give a graph of the
 * same {@link GraphDigest}.
 *
 * <p>A file is JSON in the format of {@code dossier.schema.json}, a fact a line, in the order of the ids: two files of
 * the same facts are the same. The facts are read one by one and not held.
 */
public final class StoredDossiers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String IDS = "MATCH (d:Dossier) RETURN d.id ORDER BY d.id";
    private static final String DOSSIER = "MATCH (d:Dossier {id: $dossier}) RETURN properties(d)";
    private static final String SOURCES =
            "MATCH (:Dossier {id: $dossier})-[:CITES]->(s:Source) RETURN properties(s) ORDER BY s.id";
    private static final String REFERS =
            "MATCH (:Dossier {id: $dossier})-[:REFERS_TO]->(e:Entity) RETURN e.id ORDER BY e.id";
    /** Only the ids are sorted, and not what is said of the entities. */
    private static final String ENTITIES = """
            MATCH (:Dossier {id: $dossier})-[a:ASSERTS]->(e:Entity)
            WITH a, e.id AS id
            ORDER BY id
            RETURN id, properties(a)""";
    /** Comes in the order of the index of ids, so that nothing is sorted, however many there are. */
    static final String RELATIONSHIPS = """
            MATCH (a)-[r:`%s`]->(b)
            WHERE r.id STARTS WITH $begin AND r.dossier = $dossier
            RETURN '%s', a.id, b.id, properties(r)
            ORDER BY r.id""";

    private final Graph graph;
    private final Vocabulary vocabulary;

    /** @param vocabulary has the types of all relationships */
    public StoredDossiers(Graph graph, Vocabulary vocabulary) {
        this.graph = graph;
        this.vocabulary = vocabulary;
    }

    /** The ids of all dossiers, in their order. */
    public List<String> ids() {
        return graph.readAll(new Statement("dossier-ids", IDS), rows -> {
            List<String> ids = new ArrayList<>();
            rows.forEachRemaining(row -> ids.add(String.valueOf(row.get(0))));
            return ids;
        });
    }

    /**
     * Writes a dossier.
     *
     * @param id one of {@link #ids}
     * @param out stays open
     * @throws IOException if {@code out} cannot be written to
     * @throws GraphException.Overloaded if its load has not ended: a part of a dossier would look whole
     * @throws IllegalArgumentException if the vocabulary has no type of one of its relationships
     */
    public void write(String id, Writer out) throws IOException {
        Map<?, ?> properties = properties(id);
        refuseHalfLoaded(id, properties);
        try (JsonGenerator json = JSON.getFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            for (Map.Entry<String, Object> entry :
                    StoredFacts.dossier(properties).entrySet()) {
                json.writePOJOField(entry.getKey(), entry.getValue());
            }
            section(json, "sources", id, SOURCES, row -> StoredFacts.source(map(row.get(0))));
            section(json, "refers", id, REFERS, row -> String.valueOf(row.get(0)));
            section(
                    json,
                    "entities",
                    id,
                    ENTITIES,
                    row -> StoredFacts.entity(String.valueOf(row.get(0)), map(row.get(1))));
            json.writeArrayFieldStart("relationships");
            for (Map.Entry<String, Boolean> type : types(id).entrySet()) {
                String text = RELATIONSHIPS.formatted(type.getKey(), type.getKey());
                String begin = type.getValue() ? "" : id + "/";
                lines(json, text, Map.of("dossier", id, "begin", begin), this::relationship);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static void refuseHalfLoaded(String id, Map<?, ?> properties) {
        if (properties.get("loading") != null) {
            throw new GraphException.Overloaded(
                    "the dossier " + id + " is being loaded, or its load was ended before it was done, so that a part"
                            + " of it is missing; load it again or remove it, and export then",
                    null);
        }
    }

    private Map<?, ?> properties(String id) {
        return graph.readAll(
                new Statement("dossier", DOSSIER, Map.of("dossier", id)),
                rows -> map(rows.next().get(0)));
    }

    private void section(
            JsonGenerator json, String name, String dossier, String text, Function<List<@Nullable Object>, Object> fact)
            throws IOException {
        json.writeArrayFieldStart(name);
        lines(json, text, Map.of("dossier", dossier), fact);
        json.writeEndArray();
    }

    private void lines(
            JsonGenerator json, String text, Map<String, ?> values, Function<List<@Nullable Object>, Object> fact) {
        graph.walkAll(new Statement("stored-facts", text, values), rows -> {
            rows.forEachRemaining(row -> line(json, fact.apply(row)));
            return true;
        });
    }

    /** The types of the dossier's relationships, and whether some of these have ids that they were given. */
    private Map<String, Boolean> types(String id) {
        Map<String, Boolean> types = new TreeMap<>();
        new BatchLedger(graph, id).read((key, hash) -> {
            String section = Manifest.section(key);
            if (Manifest.isType(section)) {
                types.merge(section, RelationshipFact.isGiven(Manifest.id(key)), Boolean::logicalOr);
            }
        });
        return types;
    }

    private static void line(JsonGenerator json, Object fact) {
        try {
            json.writeRawValue("\n" + JSON.writeValueAsString(fact));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Object relationship(List<@Nullable Object> row) {
        return StoredFacts.relationship(
                vocabulary.type(String.valueOf(row.get(0))),
                String.valueOf(row.get(1)),
                String.valueOf(row.get(2)),
                map(row.get(3)));
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return (Map<?, ?>) Objects.requireNonNull(value);
    }
}
