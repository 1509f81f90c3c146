package entente.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file that is there whole or not at all, and overwrites none. */
final class NewFile {
    private NewFile() {}

    /** Writes what a file is to hold; an {@link IOException} is that of the file system. */
    interface Content {
        void writeTo(Writer out) throws IOException;
    }

    /** @throws IOException if the file is here already, naming it, or cannot be written */
    static void write(Path file, Content content) throws IOException {
        refuseExisting(file);
        Path directory = file.toAbsolutePath().getParent();
        Path draft = Files.createTempFile(directory, "." + file.getFileName(), ".new");
        try {
            try (Writer out = Files.newBufferedWriter(draft)) {
                content.writeTo(out);
            } catch (UncheckedIOException | IOException failed) {
                throw notWritten(file, failed);
            }
            refuseExisting(file);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static IOException notWritten(Path file, Exception failed) {
        String reason = failed.getCause() == null
                ? failed.getMessage()
                : failed.getCause().getMessage();
        return new IOException(
                file + ": cannot be written: " + reason + "; make room there, or name another place", failed);
    }

    private static void refuseExisting(Path file) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file + ": is here already, and is left as it is; name another file");
        }
    }
}
