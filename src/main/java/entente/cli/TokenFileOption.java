package entente.cli;

import entente.web.access.TokenFile;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the tokens are. */
final class TokenFileOption {
    @Option(
            names = "--tokens",
            paramLabel = "FILE",
            defaultValue = "${env:ENTENTE_TOKENS}",
            description = "The file that keeps the tokens; tokens.json of the data directory unless named.")
    private @Nullable Path file;

    /** @param directory where the file is unless it is named; it need not be there */
    TokenFile file(Supplier<Path> directory) {
        return new TokenFile(
                file == null || file.toString().isBlank() ? directory.get().resolve("tokens.json") : file);
    }
}
