package entente.web;

import org.jspecify.annotations.Nullable;

/** Why the server cannot listen where it was told to. The message says what to do instead. */
public sealed class AddressException extends RuntimeException {
    AddressException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The address is open to others, and nobody gave leave for that. */
    public static final class Open extends AddressException {
        Open(String message) {
            super(message, null);
        }
    }
}
