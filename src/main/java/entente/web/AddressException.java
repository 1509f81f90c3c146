package entente.web;

import org.jspecify.annotations.Nullable;

/** Why the server cannot listen where it was told to. The message says what to do instead. */
public final class AddressException extends RuntimeException {
    AddressException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
