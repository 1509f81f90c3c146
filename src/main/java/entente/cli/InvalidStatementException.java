package entente.cli;

import entente.graph.GraphException;
import entente.graph.StatementPlace;

/** A statement that was typed is faulty or may not be run. The message shows where. */
final class InvalidStatementException extends RuntimeException {
    private static final int SHOWN_BEFORE = 50;
    private static final int SHOWN_AFTER = 25;

    private InvalidStatementException(String message, GraphException cause) {
        super(message, cause);
    }

    static InvalidStatementException of(GraphException.Refused refused, String statement) {
        return of(refused, "the statement is refused: " + refused.getMessage(), statement);
    }

    static InvalidStatementException of(GraphException.Faulty faulty, String statement) {
        return of(faulty, String.valueOf(faulty.getMessage()), statement);
    }

    private static InvalidStatementException of(GraphException failure, String message, String statement) {
        StatementPlace place = failure.place();
        if (place == null) {
            return new InvalidStatementException(message, failure);
        }
        String where = "line " + place.line() + ", column " + place.column();
        return new InvalidStatementException(where + ": " + message + pointed(statement, place), failure);
    }

    /** The line with a caret below the place, or the part of a long line around it. */
    private static String pointed(String statement, StatementPlace place) {
        String whole = statement.lines().skip(place.line() - 1L).findFirst().orElse("");
        int before = Math.max(0, Math.min(place.column() - 1, whole.length()));
        int from = Math.max(0, before - SHOWN_BEFORE);
        String shown = whole.substring(from, Math.min(whole.length(), before + SHOWN_AFTER));
        String indent = shown.substring(0, before - from).replaceAll("[^\t]", " ");
        return "\n  " + shown + "\n  " + indent + "^";
    }
}
