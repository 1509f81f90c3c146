package entente.explore;

import entente.explore.Citations.Cited;
import entente.explore.SourceDetails.Origin;
import entente.explore.SourceDetails.SourceKey;
import entente.graph.Graph;
import entente.graph.Reading;
import entente.graph.Statement;
import entente.model.Names;
import entente.model.Page;
import entente.model.Table;
import entente.model.Vocabulary;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads sources, and which relationships cite them. */
public final class Sources {
    private static final int MOST_NEAR = 10;
    /** Longer ids cost too much to compare with all others. */
    private static final int LONGEST_COMPARED = 60;

    private static final double LIKE_ENOUGH = 0.6;

    private static final String OF_ID =
            "MATCH (s:Source {id: $id}) RETURN s.key, coalesce(s.title, s.id) ORDER BY s.key";
    private static final String ALL = "MATCH (s:Source) RETURN s.key, coalesce(s.title, s.id), s.id ORDER BY s.key";
    private static final String DOSSIER = "MATCH (d:Dossier {id: $id}) RETURN d.id";
    private static final String OF_DOSSIER = """
            MATCH (s:Source) WHERE s.key STARTS WITH $dossier + '/'
            RETURN s.key AS key, s.id AS id, s.title AS title, s.author AS author, s.publisher AS publisher,
              s.publishedOn AS publishedOn, s.publishedOnPrecision AS publishedOnPrecision
            ORDER BY key SKIP $skip""";
    private static final String SOURCE = """
            MATCH (s:Source {key: $key})
            OPTIONAL MATCH (d:Dossier {id: s.dossier})
            RETURN s.key, s.id, s.dossier, d.title, properties(s)""";

    private final Graph graph;
    private final Vocabulary vocabulary;

    /** Reads a graph whose types of relationship the vocabulary knows. */
    public Sources(Graph graph, Vocabulary vocabulary) {
        this.graph = graph;
        this.vocabulary = vocabulary;
    }

    /** The sources that bear an id in their dossiers. */
    public List<SourceKey> find(String id) {
        return keys(new Statement("sources", OF_ID, Map.of("id", id)));
    }

    /** Sources that may have been meant by an id that none bears, the likeliest first. */
    public List<SourceKey> near(String id) {
        if (id.length() > LONGEST_COMPARED) {
            return List.of();
        }
        return graph.read(new Statement("sources", ALL), Integer.MAX_VALUE).rows().stream()
                .filter(row -> likeness(id, row) >= LIKE_ENOUGH)
                .sorted(Comparator.comparingDouble(row -> -likeness(id, row)))
                .limit(MOST_NEAR)
                .map(Sources::key)
                .toList();
    }

    /**
     * A page of the sources of a dossier, by id. Each row has {@code key, id, title, author, publisher, publishedOn,
     * publishedOnPrecision}.
     *
     * @return empty where there is no such dossier
     * @throws entente.graph.GraphException if the database cannot answer
     */
    public Optional<Table> ofDossier(String dossier, Page page) {
        Map<String, Object> parameters = Map.of("dossier", dossier, "skip", page.skip());
        return graph.reading(
                "sources",
                reading -> reading.read(new Statement("dossier", DOSSIER, Map.of("id", dossier)), 1).rows().stream()
                        .map(found -> reading.read(new Statement("sources", OF_DOSSIER, parameters), page.limit()))
                        .findFirst());
    }

    /**
     * The source of a key.
     *
     * @param page which of its citations to give
     * @return empty where there is none
     * @throws entente.graph.GraphException if the database cannot answer
     */
    public Optional<SourceDetails> details(String key, Page page) {
        return graph.reading(
                "source",
                reading -> reading.read(new Statement("source", SOURCE, Map.of("key", key)), 1).rows().stream()
                        .map(row -> details(reading, row, page))
                        .findFirst());
    }

    private SourceDetails details(Reading reading, List<@Nullable Object> row, Page page) {
        String id = Rows.text(row, 1);
        String dossier = Rows.text(row, 2);
        Citations citing = Citations.read(reading, vocabulary, new Cited(dossier, id), page);
        return new SourceDetails(
                Rows.text(row, 0),
                id,
                new Origin(dossier, (String) row.get(3)),
                safe(Rows.properties(row.get(4))),
                citing.count(),
                citing.shown(),
                citing.count() > page.end());
    }

    private static Map<String, @Nullable Object> safe(Map<String, @Nullable Object> properties) {
        Object url = properties.get("url");
        if (url != null && !url.toString().matches("(?i)https?://\\S+")) {
            properties.remove("url");
        }
        return properties;
    }

    private List<SourceKey> keys(Statement statement) {
        return graph.read(statement, Integer.MAX_VALUE).rows().stream()
                .map(Sources::key)
                .toList();
    }

    private static SourceKey key(List<@Nullable Object> row) {
        return new SourceKey(Rows.text(row, 0), Rows.text(row, 1));
    }

    private static double likeness(String id, List<@Nullable Object> row) {
        String other = Rows.text(row, 2);
        return other.startsWith(id) ? 1 : Names.likeness(id, other);
    }
}
