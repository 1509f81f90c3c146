package entente.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All shortest routes at once: the nodes on them by their steps from the start, so that every step from one layer to
 * the next is on a route.
 */
final class RouteLayers {
    private final List<long[]> layers;
    private final RouteStatements statements;

    RouteLayers(List<long[]> layers, RouteStatements statements) {
        this.layers = layers;
        this.statements = statements;
    }

    /** How many routes there are, without going along each; {@link Long#MAX_VALUE} stands for that and more. */
    long count() {
        Map<Long, Long> ways = Map.of(layers.get(0)[0], 1L);
        for (int step = 1; step < layers.size(); step++) {
            Map<Long, Long> before = ways;
            Map<Long, Long> after = new HashMap<>();
            statements.pairs(
                    layers.get(step - 1),
                    layers.get(step),
                    (node, next) -> after.merge(next, before.getOrDefault(node, 0L), RouteLayers::sum));
            ways = after;
        }
        return ways.values().stream().reduce(0L, RouteLayers::sum);
    }

    private static long sum(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /**
     * The first routes in the order of the entities' ids along the way, as the database's ids of their nodes. As every
     * beginning of a route leads to its end, no more beginnings are kept than routes are wanted.
     */
    List<List<Long>> first(int limit) {
        List<List<Long>> beginnings = List.of(List.of(layers.get(0)[0]));
        for (int step = 1; step < layers.size(); step++) {
            Map<Long, List<Long>> following = following(beginnings, layers.get(step), limit);
            beginnings = beginnings.stream()
                    .flatMap(beginning -> following.getOrDefault(last(beginning), List.of()).stream()
                            .map(next -> extended(beginning, next)))
                    .limit(limit)
                    .toList();
        }
        return beginnings;
    }

    private Map<Long, List<Long>> following(List<List<Long>> beginnings, long[] layer, int limit) {
        Map<Long, List<Long>> following = new HashMap<>();
        List<Long> ends = beginnings.stream().map(RouteLayers::last).distinct().toList();
        statements.first(
                ends,
                layer,
                limit,
                (node, next) -> following
                        .computeIfAbsent(node, key -> new ArrayList<>())
                        .add(next));
        return following;
    }

    private static Long last(List<Long> beginning) {
        return beginning.get(beginning.size() - 1);
    }

    private static List<Long> extended(List<Long> beginning, Long next) {
        List<Long> extended = new ArrayList<>(beginning);
        extended.add(next);
        return extended;
    }
}
