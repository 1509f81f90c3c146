package entente.load;

import entente.load.document.Documents;
import entente.load.document.FilesNearby;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dossier as it came from outside: its name as the user gave it, and its bytes, or where they are. */
public final class DossierFile {
    /** The largest file that is held, in bytes; facts take many times their file's room. */
    private static final long LARGEST = 64L << 20;
    /** The largest JSON file that is held: it is the format that can be read in parts. */
    private static final long LARGEST_JSON = 8L << 20;

    /** The dossiers that come with Entente, those that others build on first. */
    public static final List<String> BUNDLED = List.of("states", "osh-base-2009");

    private final String name;
    private final byte[] content;
    private final @Nullable Path large;

    /**
     * Takes a dossier from memory.
     *
     * @param name for messages; one that ends in {@code .json} is read as JSON
     * @param content its bytes, which are not copied
     */
    public DossierFile(String name, byte[] content) {
        this(name, content, null);
    }

    private DossierFile(String name, byte[] content, @Nullable Path large) {
        this.name = name;
        this.content = content;
        this.large = large;
    }

    /** As the user gave it, or the bundled dossier's file. */
    public String name() {
        return name;
    }

    /** Nothing where the file is {@link #large}. */
    public byte[] content() {
        return content;
    }

    /** The file that is read in parts, or null where its content is here. */
    @Nullable
    Path large() {
        return large;
    }

    /** How many bytes are read while it is loaded, all readings together; none of what is held. */
    long bytesToRead() {
        return large == null ? 0 : DossierStream.READINGS * large.toFile().length();
    }

    /**
     * Reads a file.
     *
     * @throws IOException with a message that names the file and what is wrong
     */
    public static DossierFile read(Path file) throws IOException {
        return read(file, LARGEST_JSON);
    }

    /** @param largestJson the largest JSON file that is held, in bytes */
    static DossierFile read(Path file, long largestJson) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + ": is a directory; name the dossiers in it");
        }
        try (InputStream input = Files.newInputStream(file)) {
            if (Documents.isJson(file.toString()) && Files.isRegularFile(file) && Files.size(file) > largestJson) {
                return new DossierFile(file.toString(), new byte[0], file);
            }
            byte[] content = input.readNBytes((int) LARGEST + 1);
            if (content.length > LARGEST) {
                throw new IOException(
                        file + ": is larger than " + (LARGEST >> 20)
                                + " MB, the most for a dossier that is no .json file; write it as JSON, which may be of any size");
            }
            return new DossierFile(file.toString(), content);
        } catch (AccessDeniedException denied) {
            throw new IOException(file + ": may not be read; see its permissions", denied);
        } catch (NoSuchFileException missing) {
            throw new IOException(FilesNearby.noSuchFile(file), missing);
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
