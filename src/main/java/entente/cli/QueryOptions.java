package entente.cli;

import entente.graph.EntityNames;
import entente.graph.Graph;
import entente.graph.Guard;
import entente.query.Catalogue;
import entente.query.QueryDirectory;
import entente.query.QueryResult;
import entente.query.QueryRunner;
import entente.query.SavedQuery;
import entente.query.Understood;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command takes that asks the graph, and how it runs a saved query. */
final class QueryOptions {
    /** How saved queries call the day that they read the graph at. */
    private static final String AS_OF = "asOf";

    @Option(
            names = "--limit",
            paramLabel = "ROWS",
            defaultValue = "1000",
            description = "At most so many rows; ${DEFAULT-VALUE} unless named.")
    private int limit;

    @Mixin
    private GraphOptions graphOptions;

    @Mixin
    private OutputOptions output;

    OpenGraph open() {
        return graphOptions.openToRead();
    }

    OutputOptions output() {
        return output;
    }

    /** Shows what a query gave, and what else to ask where that is nothing. */
    void show(QueryResult result) throws IOException {
        output.write(result.table());
        if (result.table().rows().isEmpty()) {
            Object day = result.parameters().get(AS_OF);
            output.tell(
                    day == null
                            ? "there is nothing on record of that"
                            : "nothing on record holds on " + day + "; another day may be asked with --as-of DATE");
        }
    }

    /** The saved queries, each judged when it is handed out: a command runs one of them. */
    static Catalogue catalogue(Graph graph) {
        return QueryDirectory.readToRunOne(Distribution.queries(), new Guard(graph));
    }

    QueryResult run(Graph graph, SavedQuery query, Map<String, List<String>> arguments) {
        return new QueryRunner(graph, new EntityNames(graph)).run(query, arguments, limit(graph));
    }

    QueryResult answer(Graph graph, Understood understood, Map<String, List<String>> beside) {
        return new QueryRunner(graph, new EntityNames(graph)).answer(understood, beside, limit(graph));
    }

    /** How many rows to show at the most. */
    int limit(Graph graph) {
        int most = graph.limits().rows();
        UsageException.unlessWithin("--limit", limit, most);
        return limit;
    }
}
