package entente.cli;

import entente.model.Slug;
import entente.web.access.Role;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a token. */
@Command(
        name = "create",
        mixinStandardHelpOptions = true,
        description = "Makes a token and prints it. It is kept nowhere, so this is the one time to take it down.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  entente token create my-team",
            "  entente token create ada --role analyst --expires 2027-12-31",
            "  curl -H \"Authorization: Bearer TOKEN\" http://HOST:7878/api/v1/dossiers"
        })
final class TokenCreateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "What to call it: lower-case letters, digits and hyphens.")
    private String name;

    @Option(
            names = "--role",
            defaultValue = "reader",
            description = "reader: saved queries and all that explores the graph; analyst: Cypher statements as well."
                    + " ${DEFAULT-VALUE} unless named.")
    private Role role;

    @Option(
            names = "--expires",
            paramLabel = "DAY",
            description = "The last day on which it is taken, in UTC, such as 2027-12-31; none unless named.")
    private @Nullable LocalDate expires;

    @Mixin
    private TokenOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!Slug.isSlug(name)) {
            throw new UsageException("\"" + name
                    + "\" cannot be a name here; names are lower-case letters and digits with hyphens between");
        }
        String token = options.file()
                .create(name, role, end())
                .orElseThrow(() -> new UsageException("there is a token " + name + " already; revoke it first, with"
                        + " \"entente token revoke " + name + "\", or choose another name"));
        PrintWriter out = spec.commandLine().getOut();
        out.println(token);
        out.flush();
        return ExitCode.DONE;
    }

    private @Nullable Instant end() {
        if (expires == null) {
            return null;
        }
        Instant end = expires.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        if (end.isBefore(Instant.now())) {
            throw new UsageException("--expires: " + expires + " is past");
        }
        return end;
    }
}
