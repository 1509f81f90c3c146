package entente.graph;

import entente.model.Entity;
import entente.model.Relationship;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** About how many bytes a plain value takes, so that a result can be bounded. */
public final class SizeEstimate {
    private static final long SMALL = 24;

    private SizeEstimate() {}

    /** Bytes of the value and of all that it holds: a byte a character, and some for each object. */
    public static long of(@Nullable Object value) {
        if (value instanceof String text) {
            return SMALL + text.length();
        }
        if (value instanceof Collection<?> list) {
            return SMALL + list.stream().mapToLong(SizeEstimate::of).sum();
        }
        if (value instanceof Map<?, ?> map) {
            return of(map.keySet()) + of(map.values());
        }
        if (value instanceof Entity entity) {
            return of(entity.labels()) + of(entity.properties());
        }
        if (value instanceof Relationship relationship) {
            return SMALL + of(relationship.properties());
        }
        return SMALL;
    }
}
