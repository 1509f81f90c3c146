package entente.load;

import entente.graph.Graph;
import entente.graph.GraphException;
import entente.graph.Statement;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * One hash over all that the graph holds, the same for equal graphs whatever the order of loading. The SHA-256 of each
 * node and relationship are added up modulo 2^256, since a sum, unlike a sequence, has no order. When and from which
 * bytes a dossier was loaded does not count.
 */
public final class GraphDigest {
    private static final int MOST_ATTEMPTS = 3;
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);
    private static final List<String> EVERYTHING = List.of(
            "MATCH (e:Entity) UNWIND labels(e) AS label WITH e, label ORDER BY label"
                    + " WITH e, collect(label) AS labels RETURN labels, properties(e)",
            "MATCH (a:Entity)-[r]->(b:Entity) RETURN type(r), a.id, b.id, properties(r)",
            "MATCH (d:Dossier)-[a:ASSERTS]->(e:Entity) RETURN 'ASSERTS', d.id, e.id, properties(a)",
            "MATCH (d:Dossier)-[:REFERS_TO]->(e:Entity) RETURN 'REFERS_TO', d.id, e.id",
            "MATCH (d:Dossier) RETURN 'Dossier', d {.*, checksum: null, loadedAt: null}",
            "MATCH (s:Source) RETURN 'Source', properties(s)");

    private static final String UNFINISHED = "MATCH (d:Dossier) WHERE d.loading IS NOT NULL RETURN d.id ORDER BY d.id";

    private GraphDigest() {}

    /**
     * Walks the whole graph, and once more where it changed meanwhile.
     *
     * @return 64 hexadecimal digits
     * @throws GraphException.Overloaded if it kept changing
     */
    public static String of(Graph graph) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            String before = graph.version();
            String digest = digest(graph);
            if (graph.version().equals(before)) {
                return digest;
            }
        }
        throw new GraphException.Overloaded(
                "the graph changed each of the " + MOST_ATTEMPTS
                        + " times that it was read; ask again when nothing is loaded",
                null);
    }

    /** The dossiers of which a part is missing: they are being loaded, or a load of theirs was ended. */
    public static List<String> unfinished(Graph graph) {
        return graph.readAll(new Statement("unfinished", UNFINISHED), rows -> {
            List<String> dossiers = new ArrayList<>();
            rows.forEachRemaining(row -> dossiers.add(String.valueOf(row.get(0))));
            return dossiers;
        });
    }

    private static String digest(Graph graph) {
        BigInteger sum = BigInteger.ZERO;
        for (String part : EVERYTHING) {
            sum = sum.add(sum(graph, part)).mod(MODULUS);
        }
        return "%064x".formatted(sum);
    }

    private static BigInteger sum(Graph graph, String part) {
        return graph.readAll(new Statement("digest", part), rows -> {
            BigInteger sum = BigInteger.ZERO;
            while (rows.hasNext()) {
                sum = sum.add(new BigInteger(1, ContentHash.of(rows.next())));
            }
            return sum;
        });
    }
}
