package entente.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why the graph could not be read or written; each subclass is one thing that a caller can answer for. */
public abstract sealed class GraphException extends RuntimeException {
    private GraphException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** No database answers, or it does not let us in. Trying again later may help. */
    public static final class Away extends GraphException {
        public Away(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The read took longer than it may. */
    public static final class TimedOut extends GraphException {
        public TimedOut(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The database or Entente is too busy, or the statement wants more memory than it may have. */
    public static final class Overloaded extends GraphException {
        public Overloaded(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The statement would do more than read, or reads what it may not. */
    public static final class Refused extends GraphException {
        public Refused(String message) {
            super(message, null);
        }
    }

    /** The database found a fault in the statement. */
    public static final class Faulty extends GraphException {
        /** How Neo4j's codes begin where a statement, or a value that it was given, is to blame. */
        private static final List<String> OF_STATEMENTS =
                List.of("Neo.ClientError.Statement.", "Neo.ClientError.Procedure.");

        private final String code;
        private final @Nullable Integer line;
        private final @Nullable Integer column;

        /**
         * @param code Neo4j's status code, such as {@code Neo.ClientError.Statement.SyntaxError}
         * @param line from 1, or null where the fault has no place
         * @param column from 1, or null where the fault has no place
         */
        public Faulty(
                String message,
                String code,
                @Nullable Integer line,
                @Nullable Integer column,
                @Nullable Throwable cause) {
            super(message, cause);
            this.code = code;
            this.line = line;
            this.column = column;
        }

        /** The same fault, in the text that so many characters were put in front of. */
        Faulty behind(int characters) {
            if (line == null || line != 1 || column == null) {
                return this;
            }
            return new Faulty(String.valueOf(getMessage()), code, line, column - characters, getCause());
        }

        public String code() {
            return code;
        }

        /** Whether whoever wrote the statement or gave the values for it is to blame, and not the database. */
        public boolean isOfStatement() {
            return OF_STATEMENTS.stream().anyMatch(code::startsWith);
        }

        public @Nullable Integer line() {
            return line;
        }

        public @Nullable Integer column() {
            return column;
        }
    }
}
