package entente.load;

import entente.load.Dossier.Reference;
import entente.load.Dossier.RelationshipFact;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What relationships say besides their ids and ends. Many rows of a table say the same of others, so that is made ready
 * to be hashed and written once: facts that were made of each other have the same map of properties.
 */
final class SaidOfEnds {
    private static final int MOST_KEPT = 1_000;

    private final FactRows rows;
    private final ContentHash hashes;
    private final IdentityHashMap<Map<String, Object>, Said> kept = new IdentityHashMap<>();

    /**
     * What one or several relationships say.
     *
     * @param properties all but the id, as the graph takes them
     */
    record Said(List<String> citations, Map<String, Object> properties, ContentHash.Encoded encoded) {}

    SaidOfEnds(FactRows rows, ContentHash hashes) {
        this.rows = rows;
        this.hashes = hashes;
    }

    Said of(RelationshipFact fact) {
        Said known = kept.get(fact.properties());
        if (known != null && cites(fact, known.citations())) {
            return known;
        }
        if (kept.size() == MOST_KEPT) {
            kept.clear();
        }
        Map<String, Object> properties = rows.contentOf(fact);
        List<String> citations = fact.citations().stream().map(Reference::id).toList();
        Said said = new Said(citations, properties, hashes.encoded(properties));
        kept.put(fact.properties(), said);
        return said;
    }

    private static boolean cites(RelationshipFact fact, List<String> citations) {
        List<Reference> cited = fact.citations();
        for (int index = 0; index < cited.size(); index++) {
            if (index >= citations.size() || !cited.get(index).id().equals(citations.get(index))) {
                return false;
            }
        }
        return cited.size() == citations.size();
    }
}
