package entente.explore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Goes from both ends towards the middle, each time a step from the end where fewer nodes wait, until the two meet. The
 * steps taken by then are the length of the shortest routes.
 */
final class RouteSearch {
    private final Side start;
    private final Side end;

    RouteSearch(RouteStatements statements, long from, long to) {
        this.start = new Side(statements, from);
        this.end = new Side(statements.reversed(), to);
    }

    /**
     * The nodes of all shortest routes: those where they start, those after one step, and so on.
     *
     * @return empty where the two ends are further apart than a route may be long
     */
    List<long[]> layers(int maxHops) {
        long[] middle = start.meet(end);
        while (middle.length == 0 && start.steps + end.steps < maxHops) {
            Side next = start.frontier.length <= end.frontier.length ? start : end;
            if (next.frontier.length == 0) {
                return List.of();
            }
            next.step();
            middle = start.meet(end);
        }
        return middle.length == 0 ? List.of() : layers(middle);
    }

    private List<long[]> layers(long[] middle) {
        Deque<long[]> layers = new ArrayDeque<>(List.of(middle));
        for (int steps = start.steps - 1; steps >= 0; steps--) {
            layers.addFirst(start.towards(layers.getFirst(), end.statements, steps));
        }
        for (int steps = end.steps - 1; steps >= 0; steps--) {
            layers.addLast(end.towards(layers.getLast(), start.statements, steps));
        }
        return new ArrayList<>(layers);
    }

    /** What has been reached from one end. */
    private static final class Side {
        private final RouteStatements statements;
        private final Reached reached = new Reached();
        private long[] frontier;
        private int steps;

        Side(RouteStatements statements, long end) {
            this.statements = statements;
            this.frontier = new long[] {end};
            reached.add(end, 0);
        }

        void step() {
            steps++;
            statements.neighbours(frontier).forEach(node -> reached.add(node, steps));
            frontier = reached.at(steps);
        }

        long[] meet(Side other) {
            return Arrays.stream(frontier)
                    .filter(node -> other.reached.steps(node) != Reached.NOT)
                    .toArray();
        }

        /** Those of the nodes so many steps from this end that nodes further away lead back to. */
        long[] towards(long[] further, RouteStatements back, int steps) {
            return back.neighbours(further, reached.at(steps)).sorted().toArray();
        }
    }
}
