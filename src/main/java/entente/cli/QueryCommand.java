package entente.cli;

import entente.model.Table;
import entente.query.Catalogue;
import entente.query.QueryDirectory;
import entente.query.SavedQuery;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a saved query, or tells which there are. */
@Command(
        name = "query",
        description = "Runs a saved query. Without a name, lists the queries and what they take.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  entente query",
            "  entente query who-backs --target \"Osh base\" --as-of 2009-07-31",
            "  entente query neighbours --entity kyrgyzstan --format csv",
            "  entente query who-backs --help"
        })
final class QueryCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The query's name.")
    private @Nullable String name;

    @Parameters(
            index = "1..*",
            paramLabel = "--PARAMETER VALUE",
            description = "The query's parameters; repeat one that takes a list.")
    private List<String> values = new ArrayList<>();

    @Option(
            names = {"-h", "--help"},
            description = "Show this help message; after NAME, what that query takes and gives.")
    private boolean help;

    @Mixin
    private QueryOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (name == null || help) {
            tell();
        } else {
            run(name);
        }
        return ExitCode.DONE;
    }

    private void run(String query) throws IOException {
        try (OpenGraph open = options.open()) {
            Catalogue catalogue = QueryOptions.catalogue(open.graph());
            warnOf(catalogue);
            options.show(options.run(open.graph(), catalogue.query(query), QueryArguments.parse(values)));
        }
    }

    /** Tells what there is to run, which takes no database. */
    private void tell() throws IOException {
        if (name == null && help) {
            spec.commandLine().usage(spec.commandLine().getOut());
            return;
        }
        Catalogue catalogue = QueryDirectory.readToShow(Distribution.queries());
        if (name == null) {
            warnOf(catalogue);
            options.output().write(list(catalogue));
        } else {
            PrintWriter out = spec.commandLine().getOut();
            out.print(QueryHelp.of(catalogue.query(name)));
            out.flush();
        }
    }

    private void warnOf(Catalogue catalogue) {
        catalogue.faults().forEach(fault -> spec.commandLine().getErr().println("entente: " + fault));
    }

    private static Table list(Catalogue catalogue) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (SavedQuery query : catalogue.queries()) {
            rows.add(List.of(
                    query.name(),
                    query.title(),
                    query.parameters().stream().map(QueryHelp::usage).collect(Collectors.joining(" "))));
        }
        return new Table(List.of("query", "title", "parameters"), rows, false);
    }
}
