package entente.load.mapping;

import entente.load.Dossier.Reference;
import entente.load.Dossier.RelationshipFact;
import entente.load.document.Place;
import entente.model.Slug;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Relationships that differ in their ends alone, such as the votes on one roll call: only the first of them is read.
 */
final class AlikeFacts {
    private static final int MOST_KEPT = 500;

    private final Map<List<Outcome>, RelationshipFact> kept = new HashMap<>();

    /**
     * A relationship that is like an earlier one.
     *
     * @param others what the fields come to that are no ends
     * @return null where there is none, or an end cannot be an id
     */
    @Nullable
    RelationshipFact like(List<Outcome> others, Place row, Reference from, Reference to) {
        RelationshipFact earlier = kept.get(others);
        return earlier == null || !Slug.isSlug(from.id()) || !Slug.isSlug(to.id())
                ? null
                : earlier.between(row, from, to);
    }

    /** Keeps a relationship with which nothing is wrong. */
    void keep(List<Outcome> others, RelationshipFact fact) {
        if (fact.hasGivenId()) {
            return;
        }
        if (kept.size() == MOST_KEPT) {
            kept.clear();
        }
        kept.put(others, fact);
    }
}
