package entente.explore;

import entente.explore.GraphSchema.Bookkeeping;
import entente.explore.GraphSchema.Kind;
import entente.graph.Graph;
import entente.graph.Statement;
import entente.model.EntityKind;
import entente.model.PropertyType;
import entente.model.RelationshipType;
import entente.model.Vocabulary;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells what a graph can hold and how much of it there is. */
public final class Schemas {
    private final Graph graph;
    private final Vocabulary vocabulary;

    /** Reads a graph that holds what the vocabulary knows. */
    public Schemas(Graph graph, Vocabulary vocabulary) {
        this.graph = graph;
        this.vocabulary = vocabulary;
    }

    /**
     * The vocabulary with its counts, which the database keeps and need not count.
     *
     * @throws entente.graph.GraphException if the database cannot answer
     */
    public GraphSchema schema() {
        Map<String, Long> nodes = counts(
                "MATCH (n:`%1$s`) RETURN '%1$s' AS name, count(n) AS count",
                vocabulary.kinds().keySet(), Meanings.labels().keySet());
        Map<String, Long> relationships = counts(
                "MATCH ()-[r:`%1$s`]->() RETURN '%1$s' AS name, count(r) AS count",
                vocabulary.types().keySet(), Meanings.types().keySet());
        return new GraphSchema(
                vocabulary.kinds().values().stream()
                        .map(kind -> kind(kind, nodes))
                        .toList(),
                vocabulary.types().values().stream()
                        .map(type -> type(type, relationships))
                        .toList(),
                Meanings.CODES,
                Meanings.ENTITY_PROPERTIES,
                Meanings.RELATIONSHIP_PROPERTIES,
                counted(Meanings.labels(), nodes),
                counted(Meanings.types(), relationships));
    }

    /** Names of the vocabulary and of {@link Meanings} have letters and underscores only. */
    private Map<String, Long> counts(String each, Collection<String> known, Collection<String> bookkeeping) {
        String text = Stream.concat(known.stream(), bookkeeping.stream())
                .map(each::formatted)
                .collect(Collectors.joining(" UNION ALL "));
        Map<String, Long> counts = new LinkedHashMap<>();
        graph.read(new Statement("schema", text), Integer.MAX_VALUE)
                .rows()
                .forEach(row -> counts.put(Rows.text(row, 0), Rows.number(row, 1)));
        return counts;
    }

    private static Kind kind(EntityKind kind, Map<String, Long> counts) {
        return new Kind(
                kind.name(), kind.description(), kind.actor(), words(kind.properties()), count(kind.name(), counts));
    }

    private static GraphSchema.Type type(RelationshipType type, Map<String, Long> counts) {
        return new GraphSchema.Type(
                type.name(),
                type.description(),
                type.from(),
                type.to(),
                type.symmetric(),
                type.instant(),
                type.sign(),
                words(type.properties()),
                type.required(),
                count(type.name(), counts));
    }

    private static List<Bookkeeping> counted(Map<String, String> meanings, Map<String, Long> counts) {
        return meanings.entrySet().stream()
                .map(meaning -> new Bookkeeping(meaning.getKey(), meaning.getValue(), count(meaning.getKey(), counts)))
                .toList();
    }

    private static long count(String name, Map<String, Long> counts) {
        return counts.getOrDefault(name, 0L);
    }

    /** As the vocabulary's file writes them. */
    private static Map<String, Object> words(Map<String, PropertyType> properties) {
        Map<String, Object> words = new LinkedHashMap<>();
        properties.forEach((name, type) -> words.put(name, word(type)));
        return words;
    }

    private static Object word(PropertyType type) {
        if (type instanceof PropertyType.Word choice) {
            return choice.words();
        }
        return type instanceof PropertyType.Text
                ? "text"
                : type instanceof PropertyType.Texts
                        ? "texts"
                        : type instanceof PropertyType.Numeric ? "number" : "date";
    }
}
