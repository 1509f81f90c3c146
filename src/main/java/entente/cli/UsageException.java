package entente.cli;

import org.jspecify.annotations.Nullable;

/** What the user typed cannot be meant. The message says what to type instead. */
final class UsageException extends RuntimeException {
    UsageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    UsageException(String message) {
        this(message, null);
    }

    /** Refuses the value of an option that is not between 1 and the most. */
    static void unlessWithin(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new UsageException(option + " must be a whole number between 1 and " + most);
        }
    }
}
