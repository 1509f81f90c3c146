package entente.cli;

import entente.graph.EntityNames;
import entente.graph.Graph;
import entente.query.Ask;
import entente.query.QueryResult;
import entente.query.Understood;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers a question in plain words. */
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = "Answers a question in plain words, with the saved query that fits it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  entente ask \"who backs the Osh base?\"",
            "  entente ask \"who backs the Osh base as of 2009-06-30?\"",
            "  entente ask \"which states border Kyrgyzstan?\" --format csv",
            "",
            "'entente query' lists what can be asked."
        })
final class AskCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "QUESTION", description = "The question, in quotes.")
    private String question;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "--PARAMETER VALUE",
            description = "Parameters of the query that the question leaves open, such as --as-of 2009-07-31.")
    private List<String> values = new ArrayList<>();

    @Mixin
    private QueryOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Map<String, List<String>> beside = QueryArguments.parse(values);
        try (OpenGraph open = options.open()) {
            Graph graph = open.graph();
            Understood understood = new Ask(QueryOptions.catalogue(graph), new EntityNames(graph)).understand(question);
            QueryResult result = options.answer(graph, understood, beside);
            spec.commandLine().getErr().println(reading(result));
            options.show(result);
            return ExitCode.DONE;
        }
    }

    /** How the question was taken, in the words of the command that asks the same. */
    private static String reading(QueryResult result) {
        return result.query().title() + " (query " + result.query().name()
                + result.parameters().entrySet().stream()
                        .filter(parameter -> parameter.getValue() != null)
                        .map(parameter -> " " + QueryHelp.option(parameter.getKey()) + " " + parameter.getValue())
                        .collect(Collectors.joining())
                + ")";
    }
}
