package entente.explore;

import entente.model.Relationship;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source and what rests on it.
 *
 * @param key its dossier's id, a slash and its own id, which is unique within its dossier only
 * @param properties its title and what else is known of it; a link is to http or https, or left out
 * @param relationships how many cite it
 * @param citations of a page of them, by type and id
 * @param truncated whether more cite it after these
 */
public record SourceDetails(
        String key,
        String id,
        Origin dossier,
        Map<String, @Nullable Object> properties,
        long relationships,
        List<Citation> citations,
        boolean truncated) {
    /** The dossier that the source belongs to. */
    public record Origin(String id, @Nullable String title) {}

    /**
     * A relationship that cites the source.
     *
     * @param locators where in the source; none where it cites the source as a whole
     */
    public record Citation(List<String> locators, Relationship relationship) {}

    /** A source without what is known of it. */
    public record SourceKey(String key, String title) {}
}
