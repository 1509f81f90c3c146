package entente.graph.bundled;

import org.jspecify.annotations.Nullable;

/** The bundled database cannot be had. The message is one for the user: what is wrong and what to do about it. */
public class DatabaseStartException extends RuntimeException {
    DatabaseStartException(String message) {
        super(message);
    }

    DatabaseStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
