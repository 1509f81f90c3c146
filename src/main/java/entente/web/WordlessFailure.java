package entente.web;

import org.jspecify.annotations.Nullable;

/**
 * A failure as the log has it: of which kind it is and where it arose, with those that caused it, but without their
 * words, which may quote what was asked.
 */
final class WordlessFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private WordlessFailure(Throwable failure, @Nullable WordlessFailure cause) {
        super(failure.getClass().getName(), cause);
        setStackTrace(failure.getStackTrace());
    }

    static WordlessFailure of(Throwable failure) {
        Throwable cause = failure.getCause();
        return new WordlessFailure(failure, cause == null ? null : of(cause));
    }
}
