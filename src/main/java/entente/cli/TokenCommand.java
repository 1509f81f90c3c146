package entente.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The tokens by which the server knows its callers. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description =
                "Makes, lists and revokes the tokens of a server's callers. A server that runs takes a new one, and"
                        + " takes a revoked one no longer, from the next request on.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {TokenCreateCommand.class, TokenListCommand.class, TokenRevokeCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  entente token create my-team",
            "  entente token create ada --role analyst --expires 2027-12-31",
            "  entente token list",
            "  entente token revoke my-team"
        })
final class TokenCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** Without a command there is nothing to do but say which there are. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
