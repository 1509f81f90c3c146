package entente.cli;

import entente.export.SpoolException;
import entente.graph.GraphException;
import entente.graph.InvalidVocabularyException;
import entente.graph.bundled.DatabaseStartException;
import entente.load.InvalidInputException;
import entente.model.Names;
import entente.model.ShownText;
import entente.query.InvalidQueryException;
import entente.query.QueryException;
import entente.query.UnreadableDirectoryException;
import entente.web.AddressException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The one place that turns failures into messages and exit codes. */
final class Failures {
    private Failures() {}

    /** Tells the user what is wrong with the arguments, in place of the whole usage, and where to read on. */
    static int handleUsage(CommandLine.ParameterException failure, String[] arguments) {
        CommandLine at = failure.getCommandLine();
        PrintWriter err = at.getErr();
        String command = unknownCommand(failure);
        if (command == null) {
            err.println("entente: " + failure.getMessage());
            CommandLine.UnmatchedArgumentException.printSuggestions(failure, err);
        } else {
            err.println("entente: no command is called \"" + command + "\""
                    + Names.didYouMean(command, at.getSubcommands().keySet()));
        }
        err.println("Try: " + at.getCommandSpec().qualifiedName() + " --help");
        err.flush();
        return ExitCode.USAGE;
    }

    /** The word that stands where a command should, or null where that is not what is wrong. */
    private static @Nullable String unknownCommand(CommandLine.ParameterException failure) {
        return failure instanceof CommandLine.UnmatchedArgumentException unmatched
                        && unmatched.getCommandLine().getParent() == null
                        && !unmatched.isUnknownOption()
                ? unmatched.getUnmatched().get(0)
                : null;
    }

    /**
     * Tells the user what failed.
     *
     * @return the exit code
     * @throws Exception the failure itself, where it is a fault of the program
     */
    static int handle(Exception failure, PrintWriter err) throws Exception {
        int code = code(failure);
        err.println("entente: " + ShownText.lines(message(failure)));
        err.flush();
        return code;
    }

    private static int code(Exception failure) throws Exception {
        if (failure instanceof InvalidInputException
                || failure instanceof InvalidQueryException
                || failure instanceof InvalidStatementException
                || failure instanceof InvalidVocabularyException) {
            return ExitCode.INVALID_INPUT;
        }
        if (failure instanceof QueryException
                || failure instanceof InvalidPathException
                || failure instanceof UsageException
                || failure instanceof AddressException.Open) {
            return ExitCode.USAGE;
        }
        if (failure instanceof GraphException.Away || failure instanceof DatabaseStartException) {
            return ExitCode.DATABASE_AWAY;
        }
        if (failure instanceof GraphException
                || failure instanceof IOException
                || failure instanceof UncheckedIOException
                || failure instanceof UnreadableDirectoryException
                || failure instanceof SpoolException
                || failure instanceof AddressException) {
            return ExitCode.FAILED;
        }
        throw failure;
    }

    private static String message(Exception failure) {
        if (failure instanceof QueryException unknown
                && unknown.reason() == QueryException.Reason.UNKNOWN_QUERY
                && unknown.candidates().isEmpty()) {
            return unknown.getMessage() + "; 'entente query' lists those that there are";
        }
        if (failure instanceof QueryException question && !question.candidates().isEmpty()) {
            return question.getMessage()
                    + question.candidates().stream()
                            .map(candidate -> "\n  " + candidate.id() + "  (" + candidate.name() + ")")
                            .collect(Collectors.joining());
        }
        if (failure instanceof InvalidInputException invalid) {
            int problems = invalid.problems().size();
            return (invalid.isPartWritten() ? "only a part was written; " : "nothing was written; ")
                    + (problems == 1 ? "1 problem" : problems + " problems") + "\n"
                    + invalid.getMessage();
        }
        if (failure instanceof InvalidPathException path) {
            return "\"" + path.getInput() + "\" is no name of a file here: " + path.getReason()
                    + "; names with other letters than English ones need a locale with UTF-8, such as LC_ALL=C.UTF-8";
        }
        if (failure instanceof GraphException.TimedOut) {
            return failure.getMessage()
                    + "; where the machine is busy, --timeout SECONDS or ENTENTE_TIMEOUT gives it longer";
        }
        if (failure instanceof GraphException.Away && GraphOptions.serverOfEnvironment() == null) {
            return failure.getMessage()
                    + "; Entente's own database ended or does not let this command in: its log is in"
                    + " neo4j/logs of the data directory";
        }
        if (failure instanceof GraphException.Away) {
            return failure.getMessage() + "; is it running at " + GraphOptions.serverOfEnvironment()
                    + ", as NEO4J_URI says, and do NEO4J_USERNAME and NEO4J_PASSWORD let you in?";
        }
        return String.valueOf(failure.getMessage());
    }
}
