package entente.explore;

import entente.graph.Reading;
import entente.model.Page;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One walk, step by step away from the centre. The nodes that are a step further away are found together with the
 * numbers of relationships to them, so that only what is shown is read.
 */
final class SubgraphWalk {
    /** How many nodes a statement starts from: enough that statements are few, and few enough that it can sort. */
    private static final int NODES_AT_ONCE = 5_000;

    private final Reading reading;
    private final SubgraphRequest request;
    private final ShownGraph shown;
    private final SubgraphStatements statements;
    private final Reached reached = new Reached();
    private long relationships;

    SubgraphWalk(Reading reading, SubgraphRequest request, ShownGraph shown) {
        this.reading = reading;
        this.request = request;
        this.shown = shown;
        this.statements = new SubgraphStatements(request.filter());
    }

    Subgraph from(long center) {
        reached.add(center, 0);
        for (int hop = 1; hop <= request.hops(); hop++) {
            step(hop);
        }
        shown.flush();
        return new Subgraph(
                reached.size(), relationships, Math.min(request.page().end(), relationships));
    }

    private void step(int hop) {
        long[] frontier = reached.at(hop - 1);
        for (int start = 0; start < frontier.length; start += NODES_AT_ONCE) {
            int end = Math.min(frontier.length, start + NODES_AT_ONCE);
            from(Reached.list(Arrays.copyOfRange(frontier, start, end)), hop);
        }
    }

    /** Relationships that are all shown are counted by that; only where some are not are they counted beforehand. */
    private void from(List<Long> nodes, int hop) {
        Page page = request.page();
        long before = relationships;
        if (before >= page.skip()) {
            long room = page.end() - before;
            long found = room > 0 ? show(nodes, hop, 0, room) : 0;
            if (found < room) {
                relationships += found;
            } else {
                count(nodes, hop);
            }
            return;
        }
        count(nodes, hop);
        long end = Math.min(page.end(), relationships);
        if (page.skip() < end) {
            show(nodes, hop, page.skip() - before, end - page.skip());
        }
    }

    private void count(List<Long> nodes, int hop) {
        reading.each(statements.neighbours(nodes), row -> relationships += counted(row, hop));
    }

    /** How many relationships to a neighbour belong to a hop, each counted once. */
    private long counted(List<@Nullable Object> row, int hop) {
        long neighbour = Rows.number(row, 0);
        int steps = reached.steps(neighbour);
        if (steps == Reached.NOT) {
            reached.add(neighbour, hop);
        } else if (steps < hop - 1) {
            return 0;
        } else if (steps == hop - 1) {
            return Rows.number(row, 2);
        }
        return Rows.number(row, 1);
    }

    /** Shows relationships that belong to a hop, notes the nodes that they lead to, and tells how many they are. */
    private long show(List<Long> nodes, int hop, long skip, long limit) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("nodes", nodes);
        parameters.put("nearer", Reached.list(reached.nearerThan(hop - 1)));
        parameters.put("frontier", Reached.list(reached.at(hop - 1)));
        parameters.put("skip", skip);
        parameters.put("limit", limit);
        return reading.each(statements.relationships(parameters), row -> {
            reached.add(ShownGraph.start(row), hop);
            reached.add(ShownGraph.end(row), hop);
            shown.relationship(row);
        });
    }
}
