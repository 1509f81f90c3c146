package entente.cli;

import entente.model.Table;
import entente.web.access.Token;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the tokens. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the tokens: what they are called, allow and end in, but not the tokens themselves.",
        footerHeading = "%nExample:%n",
        footer = "  entente token list --format csv")
final class TokenListCommand implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of("name", "role", "ending", "created", "lastDay", "expired");

    @Mixin
    private TokenOptions options;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() throws IOException {
        output.write(new Table(
                COLUMNS,
                options.file().read().stream().map(TokenListCommand::row).toList(),
                false));
        return ExitCode.DONE;
    }

    private static List<@Nullable Object> row(Token token) {
        Instant end = token.expires();
        return Arrays.asList(
                token.name(),
                token.role().toString(),
                token.ending(),
                day(token.created()),
                end == null ? null : day(end.minusNanos(1)),
                token.hasExpired());
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
