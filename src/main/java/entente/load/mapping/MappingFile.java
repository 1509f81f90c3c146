package entente.load.mapping;

import entente.load.document.FilesNearby;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A mapping as it came from outside.
 *
 * @param name for messages; one that ends in {@code .json} is read as JSON
 * @param content its bytes, which are not copied
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record MappingFile(String name, byte[] content) {
    /** The mappings that come with Entente. */
    public static final List<String> BUNDLED =
            List.of("un-votes", "world-countries", "cow-contiguity", "cow-states", "atop");

    private static final int LARGEST = 4 << 20;
    /** In YAML a line of its own, in JSON a key before anything nested. */
    private static final Pattern BEGINNING =
            Pattern.compile("(?m)^\\uFEFF?mapping\\s*:|\\A\\uFEFF?\\s*\\{[^{}\\[\\]]*\"mapping\"\\s*:");

    /** Tells whether a file of that name is, or claims to be, a mapping: it names one at its top level. */
    public static boolean isMapping(String file) {
        Path path = Path.of(file);
        if (!Files.exists(path)) {
            return BUNDLED.contains(file);
        }
        try {
            return Files.isRegularFile(path)
                    && Files.size(path) <= LARGEST
                    && BEGINNING
                            .matcher(new String(Files.readAllBytes(path), StandardCharsets.UTF_8))
                            .find();
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** A file, or where there is none of that name, the bundled mapping. */
    public static MappingFile named(String file) throws IOException {
        return BUNDLED.contains(file) && !Files.exists(Path.of(file)) ? bundled(file) : read(Path.of(file));
    }

    /**
     * Reads a file.
     *
     * @throws IOException with a message that names the file and what is wrong
     */
    public static MappingFile read(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            byte[] content = input.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw new IOException(file + ": is larger than " + (LARGEST >> 20) + " MB, the most for a mapping");
            }
            return new MappingFile(file.toString(), content);
        } catch (NoSuchFileException missing) {
            throw new IOException(FilesNearby.noSuchFile(file), missing);
        }
    }

    /** One of {@link #BUNDLED}. */
    public static MappingFile bundled(String id) {
        try (InputStream input = MappingFile.class.getResourceAsStream("/mappings/" + id + ".yaml")) {
            if (input == null) {
                throw new IllegalArgumentException("no bundled mapping \"" + id + "\"");
            }
            return new MappingFile(id + ".yaml", input.readAllBytes());
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
