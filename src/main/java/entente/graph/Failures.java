package entente.graph;

import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.SecurityException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.neo4j.driver.exceptions.TransientException;

/** Turns the driver's exceptions into the graph's. */
final class Failures {
    private static final Pattern PLACE = Pattern.compile("\\(line (\\d+), column (\\d+) \\(offset: \\d+\\)\\)");
    /** The statement quoted with a caret under the fault, which follows the message of a syntax error. */
    private static final Pattern QUOTED_STATEMENT = Pattern.compile("\\s*\\(line \\d+, column \\d+.*", Pattern.DOTALL);

    /** What a procedure failed of is told with the name of a class of the database's, and may go on for pages. */
    private static final Pattern CAUSE =
            Pattern.compile("Caused by: (?:[\\w$]+\\.)+[\\w$]+: ([^\\n]*).*", Pattern.DOTALL);

    private static final String NOT_KEPT = "Neo.DatabaseError.Transaction.";
    private static final String NO_INDEX = "There is no such fulltext schema index";

    private Failures() {}

    /** Another try would need as much again. */
    static boolean isOfMemory(Neo4jException failure) {
        String code = code(failure);
        return code.contains("OutOfMemory") || code.contains("MemoryPool") || code.contains("MemoryLimit");
    }

    /** Whether the database did not answer, or the connection to it was lost. */
    static boolean isAway(Neo4jException failure) {
        return failure instanceof ServiceUnavailableException || failure instanceof SessionExpiredException;
    }

    private static String code(Neo4jException failure) {
        return failure.code() == null ? "" : failure.code();
    }

    static GraphException translate(Neo4jException failure) {
        String code = code(failure);
        if (code.contains("TransactionTimedOut")) {
            return new GraphException.TimedOut("the statement took longer than it may", failure);
        }
        if (isOfMemory(failure)) {
            return new GraphException.Overloaded("the statement needs more memory than it may have", failure);
        }
        if (failure instanceof AuthenticationException || failure instanceof SecurityException) {
            return new GraphException.Away("the database refuses the user name or the password", failure);
        }
        if (isAway(failure)) {
            return new GraphException.Away("no database answers", failure);
        }
        if (failure.getCause() instanceof TimeoutException) {
            return new GraphException.Overloaded("no connection to the database came free in time", failure);
        }
        if (failure instanceof TransientException) {
            return new GraphException.Overloaded("the database is busy: " + failure.getMessage(), failure);
        }
        return faulty(failure, code);
    }

    private static GraphException faulty(Neo4jException failure, String code) {
        String message = String.valueOf(failure.getMessage());
        if (code.startsWith(NOT_KEPT)) {
            return new GraphException.Faulty(
                    "the database could not put down what it was given; is its disk full? Make room there, start it"
                            + " again, and do this again (it says: " + message + ")",
                    code,
                    null,
                    failure);
        }
        if (message.contains(NO_INDEX)) {
            String lack = message.contains(EntityIndex.NAME)
                    ? "the database lacks Entente's index of names; loading a dossier, or 'entente serve', makes it"
                    : "there is no such full-text index; the one of names is called " + EntityIndex.NAME;
            return new GraphException.Faulty(lack, code, null, failure);
        }
        Matcher place = PLACE.matcher(message);
        boolean placed = place.find() && !"0".equals(place.group(1));
        return new GraphException.Faulty(
                CAUSE.matcher(QUOTED_STATEMENT.matcher(message).replaceFirst(""))
                        .replaceFirst("$1"),
                code,
                placed ? new StatementPlace(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2))) : null,
                failure);
    }
}
