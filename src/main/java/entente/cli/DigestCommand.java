package entente.cli;

import entente.load.GraphDigest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells whether two graphs are equal. */
@Command(
        name = "digest",
        mixinStandardHelpOptions = true,
        description =
                "Prints one hash over all that the graph holds. It is the same for equal graphs, whatever the order"
                        + " in which they were loaded.",
        footerHeading = "%nExample:%n",
        footer = "  entente digest --data DIR")
final class DigestCommand implements Callable<Integer> {
    @Mixin
    private GraphOptions graphOptions;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (OpenGraph open = graphOptions.openAsItIs()) {
            spec.commandLine().getOut().println(GraphDigest.of(open.graph()));
            GraphDigest.unfinished(open.graph())
                    .forEach(dossier -> spec.commandLine()
                            .getErr()
                            .println("entente: \"" + dossier
                                    + "\" is being loaded or removed, or that was ended half-way;"
                                    + " if it was, the same command completes it"));
            return ExitCode.DONE;
        }
    }
}
