package entente.cli;

import entente.graph.Graph;
import entente.model.Table;
import entente.query.Catalogue;
import entente.query.Parameter;
import entente.query.SavedQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a saved query, or tells which there are. */
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description = "Runs a saved query. Without a name, lists the queries and what they take.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  entente query",
            "  entente query who-backs --target \"Osh base\" --as-of 2009-07-31",
            "  entente query neighbours --entity kyrgyzstan --format csv"
        })
final class QueryCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The query's name.")
    private @Nullable String name;

    @Parameters(
            index = "1..*",
            paramLabel = "--PARAMETER VALUE",
            description = "The query's parameters; repeat one that takes a list.")
    private List<String> values = new ArrayList<>();

    @Mixin
    private QueryOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (OpenGraph open = options.open()) {
            Catalogue catalogue = QueryOptions.catalogue(open.graph());
            catalogue.faults().forEach(fault -> spec.commandLine().getErr().println("entente: " + fault));
            options.output().write(name == null ? list(catalogue) : rows(open.graph(), catalogue.query(name)));
            return ExitCode.DONE;
        }
    }

    private Table rows(Graph graph, SavedQuery query) {
        return options.run(graph, query, QueryArguments.parse(values)).table();
    }

    private static Table list(Catalogue catalogue) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (SavedQuery query : catalogue.queries()) {
            rows.add(List.of(
                    query.name(),
                    query.title(),
                    query.parameters().stream().map(QueryCommand::usage).collect(Collectors.joining(" "))));
        }
        return new Table(List.of("query", "title", "parameters"), rows, false);
    }

    private static String usage(Parameter parameter) {
        String usage = "--" + parameter.name() + " " + parameter.type().word();
        return parameter.required() ? usage : "[" + usage + "]";
    }
}
