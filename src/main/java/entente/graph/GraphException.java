package entente.graph;

import java.util.List;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/** Why the graph could not be read or written; each subclass is one thing that a caller can answer for. */
public abstract sealed class GraphException extends RuntimeException {
    private GraphException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Where in the statement it lies, or null where that is not known. */
    public @Nullable StatementPlace place() {
        return null;
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
        private final @Nullable StatementPlace place;

        public Refused(String message) {
            this(message, null);
        }

        private Refused(String message, @Nullable StatementPlace place) {
            super(message, null);
            this.place = place;
        }

        /** The same, of this part of the statement, or of the smaller one that it is of already. */
        Refused in(ParseTree part) {
            return place == null ? new Refused(String.valueOf(getMessage()), StatementPlace.of(part)) : this;
        }

        @Override
        public @Nullable StatementPlace place() {
            return place;
        }
    }

    /** The database found a fault in the statement. */
    public static final class Faulty extends GraphException {
        /** How Neo4j's codes begin where a statement, or a value that it was given, is to blame. */
        private static final List<String> OF_STATEMENTS =
                List.of("Neo.ClientError.Statement.", "Neo.ClientError.Procedure.");

        private final String code;
        private final @Nullable StatementPlace place;

        /**
         * @param code Neo4j's status code, such as {@code Neo.ClientError.Statement.SyntaxError}
         * @param place null where the fault has none
         */
        public Faulty(String message, String code, @Nullable StatementPlace place, @Nullable Throwable cause) {
            super(message, cause);
            this.code = code;
            this.place = place;
        }

        /** The same fault, in the text that so many characters were put in front of. */
        Faulty behind(int characters) {
            return place == null
                    ? this
                    : new Faulty(String.valueOf(getMessage()), code, place.behind(characters), getCause());
        }

        public String code() {
            return code;
        }

        /** Whether whoever wrote the statement or gave the values for it is to blame, and not the database. */
        public boolean isOfStatement() {
            return OF_STATEMENTS.stream().anyMatch(code::startsWith);
        }

        @Override
        public @Nullable StatementPlace place() {
            return place;
        }
    }
}
