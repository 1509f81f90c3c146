package entente.cli;

import entente.load.LoadReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Removes a dossier. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description =
                "Removes what a dossier says. What other dossiers say stays; a dossier whose entities others use is"
                        + " not removed.",
        footerHeading = "%nExample:%n",
        footer = "  entente remove my-topic")
final class RemoveCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DOSSIER", description = "The dossier's id, as 'entente dossiers' shows it.")
    private String dossier;

    @Mixin
    private GraphOptions graphOptions;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (OpenGraph open = graphOptions.openToLoad()) {
            LoadReport report = open.loader().remove(dossier);
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%s: removed, with %d relationships and what it said of %d entities%n",
                            dossier,
                            report.relationships().tally().removed(),
                            report.entities().tally().removed());
            return ExitCode.DONE;
        }
    }
}
