package entente.explore;

import entente.graph.Reading;
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
            List<Long> nodes = Reached.list(Arrays.copyOfRange(frontier, start, end));
            long before = relationships;
            reading.each(statements.neighbours(nodes), row -> relationships += count(row, hop));
            show(nodes, hop, before);
        }
    }

    /** How many relationships to a neighbour belong to a hop, each counted once. */
    private long count(List<@Nullable Object> row, int hop) {
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

    /** Shows those of the relationships just counted that are on the page. */
    private void show(List<Long> nodes, int hop, long before) {
        long first = Math.max(request.page().skip(), before);
        long end = Math.min(request.page().end(), relationships);
        if (first >= end) {
            return;
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("nodes", nodes);
        parameters.put("nearer", Reached.list(reached.nearerThan(hop - 1)));
        parameters.put("frontier", Reached.list(reached.at(hop - 1)));
        parameters.put("skip", first - before);
        parameters.put("limit", end - first);
        reading.each(statements.relationships(parameters), shown::relationship);
    }
}
