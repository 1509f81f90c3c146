package entente.graph;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How large the values of a statement's parameters are, in characters and elements.
 *
 * @param all of them together, which stands for each, as any may hold nearly all
 * @param element the largest that one element of a list has
 * @param depths how many lists and maps lie within each other in those that are one, by their names
 */
record ParameterSize(double all, double element, Map<String, Integer> depths) {
    private static final double SMALL_VALUES = 1_000;

    /** What any statement is judged for at least, so that small values need no verdict of their own. */
    static final ParameterSize SMALL = new ParameterSize(SMALL_VALUES, SMALL_VALUES, Map.of());

    static ParameterSize of(Map<String, ? extends @Nullable Object> parameters) {
        double element = parameters.values().stream()
                .mapToDouble(value -> value instanceof Collection<?> list ? largest(list) : 0)
                .max()
                .orElse(0);
        Map<String, Integer> depths = new HashMap<>();
        parameters.forEach((name, value) -> {
            int depth = depth(value);
            if (depth > 0) {
                depths.put(name, depth);
            }
        });
        return new ParameterSize(rounded(sum(parameters.values())), rounded(element), depths);
    }

    /** Whether what is bounded with parameters of this size is so with those of another. */
    boolean covers(ParameterSize other) {
        return all >= other.all
                && element >= other.element
                && other.depths.entrySet().stream()
                        .allMatch(list -> depths.getOrDefault(list.getKey(), 0) >= list.getValue());
    }

    /** Up, so that values of nearly the same size need one verdict together. */
    private static double rounded(double size) {
        return size <= SMALL_VALUES ? SMALL_VALUES : 2.0 * Long.highestOneBit((long) size);
    }

    private static double of(@Nullable Object value) {
        if (value instanceof String text) {
            return Math.max(1, text.length());
        }
        if (value instanceof Collection<?> list) {
            return 1 + sum(list);
        }
        return value instanceof Map<?, ?> map ? 1 + sum(map.keySet()) + sum(map.values()) : 1;
    }

    private static double sum(Collection<?> values) {
        return values.stream().mapToDouble(ParameterSize::of).sum();
    }

    private static double largest(Collection<?> values) {
        return values.stream().mapToDouble(ParameterSize::of).max().orElse(0);
    }

    private static int deepest(Collection<?> values) {
        return values.stream().mapToInt(ParameterSize::depth).max().orElse(0);
    }

    private static int depth(@Nullable Object value) {
        if (value instanceof Collection<?> list) {
            return 1 + deepest(list);
        }
        return value instanceof Map<?, ?> map ? 1 + deepest(map.values()) : 0;
    }
}
