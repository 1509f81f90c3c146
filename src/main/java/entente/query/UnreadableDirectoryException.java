package entente.query;

import java.nio.file.Path;

/** The directory of the saved queries cannot be read. The message names it. */
public final class UnreadableDirectoryException extends RuntimeException {
    UnreadableDirectoryException(Path directory, Exception cause) {
        super(directory + ": the saved queries cannot be read", cause);
    }
}
