package entente.cli;

import entente.explore.Dossiers;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the dossiers. */
@Command(
        name = "dossiers",
        mixinStandardHelpOptions = true,
        description = "Lists the dossiers that the graph holds.",
        footerHeading = "%nExample:%n",
        footer = "  entente dossiers --format csv")
final class DossiersCommand implements Callable<Integer> {
    @Mixin
    private GraphOptions graphOptions;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() throws IOException {
        try (OpenGraph open = graphOptions.openToRead()) {
            output.write(new Dossiers(open.graph()).all());
            return ExitCode.DONE;
        }
    }
}
