package entente.load.table;

import entente.load.document.FilesNearby;
import entente.load.document.Place;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.LongConsumer;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.io.input.BoundedInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file with a table, or standard input, which is kept in a temporary file, so that it can be read again. It must stay
 * as it is while it is open.
 */
public final class TableFile implements AutoCloseable {
    /** The name of standard input. */
    public static final String STANDARD_INPUT = "-";

    private static final int BUFFER = 1 << 16;

    private final String name;
    private final Path path;
    private final boolean temporary;
    private final long size;
    private final FileTime changed;
    private @Nullable String sha256;

    private TableFile(String name, Path path, boolean temporary) throws IOException {
        this.name = name;
        this.path = path;
        this.temporary = temporary;
        this.size = Files.size(path);
        this.changed = Files.getLastModifiedTime(path);
    }

    /**
     * Opens a table.
     *
     * @param name a file, or {@code -} for standard input
     * @throws IOException with a message that names the file and what is wrong
     */
    public static TableFile open(String name) throws IOException {
        return open(name, System.in);
    }

    static TableFile open(String name, InputStream standardInput) throws IOException {
        if (name.equals(STANDARD_INPUT)) {
            return kept(name, standardInput);
        }
        Path path = Path.of(name);
        if (Files.isDirectory(path)) {
            throw new IOException(name + ": is a directory; name the table in it");
        }
        try {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                try (InputStream pipe = Files.newInputStream(path)) {
                    return kept(name, pipe);
                }
            }
            Files.newInputStream(path).close();
            return new TableFile(name, path, false);
        } catch (AccessDeniedException denied) {
            throw new IOException(name + ": may not be read; see its permissions", denied);
        } catch (NoSuchFileException missing) {
            throw new IOException(FilesNearby.noSuchFile(path), missing);
        }
    }

    private static TableFile kept(String name, InputStream input) throws IOException {
        Path copy = Files.createTempFile("entente-table-", "");
        copy.toFile().deleteOnExit(); // where a signal ends the program before this is closed
        try {
            long most = copy.toFile().getUsableSpace() / 2;
            InputStream bounded = BoundedInputStream.builder()
                    .setInputStream(input)
                    .setMaxCount(most + 1)
                    .get();
            if (Files.copy(bounded, copy, StandardCopyOption.REPLACE_EXISTING) > most) {
                throw new IOException("it has more than " + (most >> 20) + " MB, half of what is free there");
            }
            return new TableFile(name, copy, true);
        } catch (IOException failed) {
            Files.deleteIfExists(copy);
            throw new IOException(
                    name + ": cannot be read to its end and kept in the directory of temporary files, "
                            + copy.getParent() + ": " + failed.getMessage()
                            + "; name a file in its place, or another directory with"
                            + " ENTENTE_JAVA_OPTS=-Djava.io.tmpdir=DIR",
                    failed);
        }
    }

    /** As the user gave it. */
    public String name() {
        return name;
    }

    /** In bytes, as it lies there. */
    public long size() {
        return size;
    }

    /**
     * SHA-256 of its bytes as they lie there, in hexadecimal digits; computed once.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public String sha256() {
        if (sha256 == null) {
            try (TableInput input = new TableInput(this, Files.newInputStream(path), bytes -> {})) {
                input.finish();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return String.valueOf(sha256);
    }

    /**
     * Begins to read it.
     *
     * @param progress gets the number of bytes read so far, of {@link #size()}
     * @throws MalformedTableException if it has no proper header
     * @throws UncheckedIOException if it cannot be read
     */
    public TableReading read(TableLayout layout, LongConsumer progress) {
        TableInput input = null;
        boolean packed = false;
        try {
            input = new TableInput(this, Files.newInputStream(path), progress);
            BufferedInputStream raw = new BufferedInputStream(input, BUFFER);
            packed = isPacked(raw);
            BufferedInputStream bytes = packed ? unpacked(raw) : raw;
            Charset charset = layout.charset() == null ? charset(bytes) : layout.charset();
            TableText text = new TableText(name, bytes, packed, charset);
            text.skipLines(layout.linesBefore());
            return new TableReading(this, input, text, layout);
        } catch (IOException failed) {
            closeQuietly(input);
            if (packed) {
                throw damaged(new Place(name, 1, 1));
            }
            throw new UncheckedIOException(failed);
        } catch (MalformedTableException malformed) {
            closeQuietly(input);
            throw malformed;
        }
    }

    @Override
    public void close() throws IOException {
        if (temporary) {
            Files.deleteIfExists(path);
        }
    }

    /** @throws MalformedTableException if the bytes are not those of an earlier reading */
    void compare(byte[] digest) {
        String found = HexFormat.of().formatHex(digest);
        if (sha256 == null) {
            sha256 = found;
        } else if (!sha256.equals(found)) {
            throw changed(new Place(name, 1, 1));
        }
    }

    boolean isAsItWas() {
        try {
            return Files.size(path) == size && Files.getLastModifiedTime(path).equals(changed);
        } catch (IOException gone) {
            return false;
        }
    }

    static MalformedTableException damaged(Place place) {
        return new MalformedTableException(place, "the gzip file ends early or is damaged here; copy it again");
    }

    static MalformedTableException changed(Place place) {
        return new MalformedTableException(place, "the file changed while it was read; load it again when it is whole");
    }

    /** Gzip is known by its first two bytes, whatever the name. */
    private static boolean isPacked(BufferedInputStream bytes) throws IOException {
        byte[] first = first(bytes, 2);
        return first.length == 2 && first[0] == (byte) 0x1F && first[1] == (byte) 0x8B;
    }

    private static BufferedInputStream unpacked(BufferedInputStream bytes) throws IOException {
        InputStream all = GzipCompressorInputStream.builder()
                .setInputStream(bytes)
                .setDecompressConcatenated(true)
                .get();
        return new BufferedInputStream(all, BUFFER);
    }

    private static Charset charset(BufferedInputStream bytes) throws IOException {
        byte[] first = first(bytes, 2);
        boolean utf16 = first.length == 2
                && ((first[0] == (byte) 0xFE && first[1] == (byte) 0xFF)
                        || (first[0] == (byte) 0xFF && first[1] == (byte) 0xFE));
        return utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static byte[] first(BufferedInputStream bytes, int count) throws IOException {
        bytes.mark(count);
        byte[] first = bytes.readNBytes(count);
        bytes.reset();
        return first;
    }

    /** What stands between the cells of the text, whose first line is to be read next. */
    char separator(TableLayout layout, TableText text) {
        if (layout.separator() != null) {
            return layout.separator();
        }
        String plain = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        return plain.endsWith(".tsv") || plain.endsWith(".tab") ? '\t' : text.separator();
    }

    private static void closeQuietly(@Nullable TableInput input) {
        try {
            if (input != null) {
                input.close();
            }
        } catch (IOException ignored) {
            // what is thrown already says why
        }
    }
}
