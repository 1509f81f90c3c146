package entente.cli;

import entente.graph.GraphException;

/** A statement that was typed is faulty or may not be run. The message shows where. */
final class InvalidStatementException extends RuntimeException {
    private static final int SHOWN_BEFORE = 50;
    private static final int SHOWN_AFTER = 25;

    private InvalidStatementException(String message, GraphException cause) {
        super(message, cause);
    }

    static InvalidStatementException of(GraphException.Refused refused) {
        return new InvalidStatementException("the statement is refused: " + refused.getMessage(), refused);
    }

    static InvalidStatementException of(GraphException.Faulty faulty, String statement) {
        Integer line = faulty.line();
        Integer column = faulty.column();
        if (line == null || column == null) {
            return new InvalidStatementException(String.valueOf(faulty.getMessage()), faulty);
        }
        return new InvalidStatementException(
                "line " + line + ", column " + column + ": " + faulty.getMessage() + pointed(statement, line, column),
                faulty);
    }

    /** The line with a caret below the place, or the part of a long line around it. */
    private static String pointed(String statement, int line, int column) {
        String whole = statement.lines().skip(line - 1L).findFirst().orElse("");
        int place = Math.max(0, Math.min(column - 1, whole.length()));
        int from = Math.max(0, place - SHOWN_BEFORE);
        String shown = whole.substring(from, Math.min(whole.length(), place + SHOWN_AFTER));
        String indent = shown.substring(0, place - from).replaceAll("[^\t]", " ");
        return "\n  " + shown + "\n  " + indent + "^";
    }
}
