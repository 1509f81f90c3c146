package entente.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets a token be taken no longer. */
@Command(
        name = "revoke",
        mixinStandardHelpOptions = true,
        description = "Revokes a token: a server that runs refuses it from the next request on.",
        footerHeading = "%nExample:%n",
        footer = "  entente token revoke my-team")
final class TokenRevokeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "What the token is called.")
    private String name;

    @Mixin
    private TokenOptions options;

    @Override
    public Integer call() throws IOException {
        if (!options.file().revoke(name)) {
            throw new UsageException(
                    "there is no token \"" + name + "\"; 'entente token list' lists those that there are");
        }
        return ExitCode.DONE;
    }
}
