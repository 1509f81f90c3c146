package entente.explore;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param entities the best first
 * @param truncated whether there are more
 * @param next at which position those begin, or null where there are none or a search goes no further
 */
public record EntityHits(
        List<Hit> entities, boolean truncated, @Nullable Long next) {
    /**
     * An entity that fits.
     *
     * @param kind such as {@code State}
     * @param matched the id, name, alias or code that fits best; null where none was asked for
     * @param score from 0 to 1, where it is that exactly; null where none was asked for
     */
    public record Hit(
            String id,
            String kind,
            String name,
            List<String> aliases,
            @Nullable String matched,
            @Nullable Double score) {}
}
