package entente.graph;

import org.jspecify.annotations.Nullable;

/** A file is no vocabulary. The message names the file and what is wrong with it. */
public final class InvalidVocabularyException extends RuntimeException {
    InvalidVocabularyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
