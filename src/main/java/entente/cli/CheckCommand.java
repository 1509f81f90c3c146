package entente.cli;

import entente.graph.Guard;
import entente.load.DossierFile;
import entente.load.InvalidInputException;
import entente.load.LoadProgress;
import entente.load.Problem;
import entente.load.mapping.MappingFile;
import entente.query.QueryDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks dossiers, mappings and saved queries. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Checks dossiers, mappings and saved queries against the graph, and changes nothing.",
            "Of a mapping it says in words what it yields."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  entente check my-topic.yaml",
            "  entente check cypher/queries/stances/who-backs.cypher",
            "  entente check my-mapping.yaml --table votes=votes.csv --preview 3"
        })
final class CheckCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Dossiers and mappings (YAML, JSON) and saved queries (.cypher).")
    private List<String> files = new ArrayList<>();

    @Mixin
    private MappingOptions mappingOptions;

    @Mixin
    private GraphOptions graphOptions;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<String> mappings = files.stream().filter(MappingFile::isMapping).toList();
        if (mappingOptions.areGiven() && mappings.size() != 1) {
            throw new UsageException("--table and --preview go with one mapping");
        }
        List<String> dossiers = files.stream()
                .filter(file -> !file.endsWith(".cypher") && !mappings.contains(file))
                .toList();
        List<Path> queries = files.stream()
                .filter(file -> file.endsWith(".cypher"))
                .map(Path::of)
                .toList();
        for (Path query : queries) {
            if (!Files.isRegularFile(query)) {
                throw new IOException(query + ": no such file");
            }
        }
        List<DossierFile> read = LoadCommand.read(dossiers);
        try (OpenGraph open = graphOptions.openAsItIs()) {
            List<String> wrong = new ArrayList<>(wrongWithDossiers(open, read));
            for (String mapping : mappings) {
                wrong.addAll(wrongWithMapping(open, mapping));
            }
            Guard guard = new Guard(open.graph());
            queries.stream()
                    .flatMap(query -> QueryDirectory.faultsOf(query, guard, open.vocabulary()).stream())
                    .forEach(fault -> wrong.add(fault.toString()));
            wrong.forEach(fault -> spec.commandLine().getErr().println("entente: " + fault));
            if (!wrong.isEmpty()) {
                return ExitCode.INVALID_INPUT;
            }
            files.forEach(file -> spec.commandLine().getOut().println(new Problem(null, file + ": in order")));
            return ExitCode.DONE;
        }
    }

    private static List<String> wrongWithDossiers(OpenGraph open, List<DossierFile> dossiers) {
        if (dossiers.isEmpty()) {
            return List.of();
        }
        try {
            open.tryOut(dossiers, LoadProgress.UNSEEN);
            return List.of();
        } catch (InvalidInputException invalid) {
            return invalid.problems().stream().map(Problem::toString).toList();
        }
    }

    private List<String> wrongWithMapping(OpenGraph open, String mapping) throws IOException {
        try {
            long wrong = mappingOptions.check(open, mapping);
            return wrong == 0
                    ? List.of()
                    : List.of(mapping + ": " + wrong + " of the rows shown " + (wrong == 1 ? "is" : "are") + " wrong");
        } catch (InvalidInputException invalid) {
            return invalid.problems().stream().map(Problem::toString).toList();
        }
    }
}
