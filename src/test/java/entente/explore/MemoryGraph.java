package entente.explore;

import entente.model.Confidence;
import entente.model.Direction;
import entente.model.RelationshipType;
import entente.model.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What walks must find, said as plainly as can be over relationships held in memory. */
record MemoryGraph(List<Fact> facts, Vocabulary vocabulary) {
    private static final int FAR = 1_000;

    record Fact(
            String from,
            String type,
            String to,
            int since,
            int until,
            @Nullable Confidence confidence) {
        /** The line from which {@link DrawnGraph} draws it. */
        String line() {
            return from + " " + type + " " + to + " from " + since + "-01-01 to " + until + "-01-01"
                    + (confidence == null ? "" : " confidence " + confidence.word());
        }
    }

    /** A filter in plain values. */
    record Passing(
            Set<String> types,
            Direction direction,
            @Nullable Integer year,
            @Nullable Confidence least) {}

    String[] lines() {
        return facts.stream().map(Fact::line).toArray(String[]::new);
    }

    private boolean passes(Fact fact, String end, Passing filter) {
        RelationshipType type = vocabulary.type(fact.type());
        boolean points = filter.direction() == Direction.BOTH
                || type.symmetric()
                || (filter.direction() == Direction.OUT ? fact.from() : fact.to()).equals(end);
        boolean holds = filter.year() == null || (fact.since() <= filter.year() && filter.year() < fact.until());
        boolean sure = filter.least() == null
                || (fact.confidence() != null && fact.confidence().compareTo(filter.least()) >= 0);
        return points && holds && sure && filter.types().contains(fact.type());
    }

    private Set<String> neighbours(String node, Passing filter) {
        Set<String> neighbours = new TreeSet<>();
        for (Fact fact : facts) {
            if (fact.from().equals(node) && passes(fact, node, filter)) {
                neighbours.add(fact.to());
            }
            if (fact.to().equals(node) && passes(fact, node, filter)) {
                neighbours.add(fact.from());
            }
        }
        return neighbours;
    }

    Map<String, Integer> steps(String center, Passing filter, int most) {
        Map<String, Integer> steps = new HashMap<>(Map.of(center, 0));
        for (int hop = 1; hop <= most; hop++) {
            int before = hop - 1;
            for (String node : List.copyOf(steps.keySet())) {
                if (Integer.valueOf(before).equals(steps.get(node))) {
                    neighbours(node, filter).forEach(neighbour -> steps.putIfAbsent(neighbour, before + 1));
                }
            }
        }
        return steps;
    }

    /** The steps to the nearer end of each relationship of a subgraph, by the relationship's id. */
    Map<String, Integer> subgraph(String center, Passing filter, int hops) {
        Map<String, Integer> steps = steps(center, filter, hops);
        Map<String, Integer> subgraph = new HashMap<>();
        IntStream.range(0, facts.size()).forEach(number -> {
            Fact fact = facts.get(number);
            int from = steps.getOrDefault(fact.from(), FAR);
            int to = steps.getOrDefault(fact.to(), FAR);
            boolean passes = (from <= to && passes(fact, fact.from(), filter))
                    || (to <= from && passes(fact, fact.to(), filter));
            if (passes && Math.min(from, to) < hops) {
                subgraph.put("r" + (number + 1), Math.min(from, to));
            }
        });
        return subgraph;
    }

    /** The shortest routes, in the order of the ids along the way. */
    List<List<String>> routes(String from, String to, Passing filter, int most) {
        List<List<String>> routes = List.of(List.of(from));
        for (int hop = 0; hop <= most; hop++) {
            List<List<String>> there = routes.stream()
                    .filter(route -> route.get(route.size() - 1).equals(to))
                    .toList();
            if (!there.isEmpty()) {
                return there;
            }
            routes = routes.stream().flatMap(route -> longer(route, filter)).toList();
        }
        return List.of();
    }

    private Stream<List<String>> longer(List<String> route, Passing filter) {
        return neighbours(route.get(route.size() - 1), filter).stream()
                .filter(next -> !route.contains(next))
                .map(next -> {
                    List<String> longer = new ArrayList<>(route);
                    longer.add(next);
                    return longer;
                });
    }
}
