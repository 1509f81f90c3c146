package entente.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program: what all its commands share. */
@Command(
        name = "entente",
        mixinStandardHelpOptions = true,
        versionProvider = EntenteCommand.Version.class,
        description = "Who stands where, since when, and who says so: a relationship explorer on Neo4j.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ServeCommand.class,
            AskCommand.class,
            QueryCommand.class,
            CypherCommand.class,
            LoadCommand.class,
            CheckCommand.class,
            RemoveCommand.class,
            DossiersCommand.class,
            DigestCommand.class,
            ExportCommand.class,
            NewCommand.class,
            VocabularyCommand.class,
            TokenCommand.class,
            PrepareCommand.class,
            CommandLine.HelpCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  entente ask \"who backs the Osh base?\"     answers from the sample dossier",
            "  entente new dossier my-topic               writes a dossier to fill in",
            "  entente load my-topic.yaml                 puts it into the graph",
            "  entente serve                              the same over HTTP",
            "",
            "Where the graph is: --data DIR, or else the Neo4j that NEO4J_URI names (with",
            "NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE), or else a Neo4j of",
            "Entente's own in your user's data directory.",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 invalid input, 4 database away."
        })
public final class EntenteCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /**
     * Runs the program.
     *
     * @return the exit code
     */
    public static int run(String... arguments) {
        CommandLine commandLine = commandLine();
        if (!OutputOptions.onTerminal()) {
            // What reads a pipe or a file expects UTF-8, whatever the locale.
            commandLine.setOut(new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        }
        try {
            return commandLine.execute(arguments);
        } catch (OutOfMemoryError full) {
            commandLine
                    .getErr()
                    .println("entente: the memory is full; ENTENTE_JAVA_OPTS=-Xmx2g gives this command 2 GB");
            return ExitCode.FAILED;
        }
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new EntenteCommand());
        commandLine
                .setExecutionExceptionHandler((failure, at, parsed) -> Failures.handle(failure, at.getErr()))
                .setParameterExceptionHandler(Failures::handleUsage)
                .setUsageHelpAutoWidth(true);
        // What these two take depends on the saved query.
        List.of("query", "ask")
                .forEach(name -> Objects.requireNonNull(
                                commandLine.getSubcommands().get(name))
                        .setUnmatchedOptionsArePositionalParams(true));
        return commandLine;
    }

    /** Without a command there is nothing to do but say which there are. */
    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        spec.commandLine().usage(err);
        return ExitCode.USAGE;
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = EntenteCommand.class.getPackage().getImplementationVersion();
            return new String[] {"entente " + (version == null ? "development" : version)};
        }
    }
}
