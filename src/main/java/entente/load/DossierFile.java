package entente.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A dossier as it came from outside: its name as the user gave it, and its bytes. */
public final class DossierFile {
    /** The largest file that is read, in bytes. */
    private static final long LARGEST = 64L << 20;

    /** The dossiers that come with Entente, those that others build on first. */
    public static final List<String> BUNDLED = List.of("states", "osh-base-2009");

    private final String name;
    private final byte[] content;

    /**
     * Takes a dossier from memory.
     *
     * @param name for messages; one that ends in {@code .json} is read as JSON
     * @param content its bytes, which are not copied
     */
    public DossierFile(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    /** As the user gave it, or the bundled dossier's file. */
    public String name() {
        return name;
    }

    byte[] content() {
        return content;
    }

    /**
     * Reads a file.
     *
     * @throws IOException with a message that names the file and what is wrong
     */
    public static DossierFile read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + ": is a directory; name the dossiers in it");
        }
        try (InputStream input = Files.newInputStream(file)) {
            byte[] content = input.readNBytes((int) LARGEST + 1);
            if (content.length > LARGEST) {
                throw new IOException(file + ": is larger than " + (LARGEST >> 20) + " MB, the most for a dossier");
            }
            return new DossierFile(file.toString(), content);
        } catch (AccessDeniedException denied) {
            throw new IOException(file + ": may not be read; see its permissions", denied);
        } catch (NoSuchFileException missing) {
            throw new IOException(
                    file + ": no such file, and no bundled dossier; those are " + String.join(", ", BUNDLED), missing);
        }
    }

    /** One of {@link #BUNDLED}. */
    public static DossierFile bundled(String id) {
        String resource = "/dossiers/" + id + ".yaml";
        try (InputStream input = DossierFile.class.getResourceAsStream(resource)) {
            if (input == null) {
                throw new IllegalArgumentException("no bundled dossier \"" + id + "\"");
            }
            return new DossierFile(id + ".yaml", input.readAllBytes());
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
