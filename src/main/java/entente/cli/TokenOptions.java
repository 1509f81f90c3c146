package entente.cli;

import entente.graph.bundled.DataDirectory;
import entente.web.access.TokenFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whose tokens a command is about. */
final class TokenOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The server's data directory; your user's unless named.")
    private @Nullable Path data;

    @Mixin
    private TokenFileOption tokens;

    TokenFile file() {
        return tokens.file(() -> data == null ? DataDirectory.usualPath() : data);
    }
}
