package entente.export;

import java.io.IOException;

/** What has its place further down in a file cannot be kept until then. The message says what to do. */
public final class SpoolException extends RuntimeException {
    SpoolException(IOException cause) {
        super(
                "the directory for temporary files, " + System.getProperty("java.io.tmpdir")
                        + ", cannot be written to; its disk may be full",
                cause);
    }
}
