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
}
