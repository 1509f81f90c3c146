package entente.explore;

import entente.graph.Graph;
import entente.graph.Statement;
import entente.model.Table;

/** Tells which dossiers the graph holds. */
public final class Dossiers {
    private static final String ALL = """
            MATCH (d:Dossier)
            RETURN d.id AS id, d.title AS title, d.description AS description, coalesce(d.base, false) AS base,
              d.status AS status, d.entities AS entities, d.relationships AS relationships,
              COUNT { (d)-[:CITES]->(:Source) } AS sources,
              CASE WHEN d.loadedAt IS NOT NULL
                THEN toString(datetime({datetime: d.loadedAt, timezone: 'Z'})) END AS loadedAt,
              d.source AS source, d.checksum AS checksum, d.loading IS NOT NULL AS loading
            ORDER BY base DESC, id""";

    private final Graph graph;

    public Dossiers(Graph graph) {
        this.graph = graph;
    }

    /**
     * All of them, in the order in which they count: base dossiers first, then by id. Each row has {@code id, title,
     * description, base, status, entities, relationships, sources, loadedAt, source, checksum, loading}: the numbers
     * are counts, {@code loadedAt} is a time in UTC as ISO 8601 writes it, {@code source} is the id of the dossier's
     * own source.
     *
     * @throws entente.graph.GraphException if the database cannot answer
     */
    public Table all() {
        return graph.read(new Statement("dossiers", ALL), Integer.MAX_VALUE);
    }
}
