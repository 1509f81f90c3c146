package entente.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps text that has its place further down: in memory while it is short, then in a temporary file that belongs to its
 * owner only and is gone when this is closed.
 */
final class Spool extends Writer {
    /** One megabyte, at two bytes a character. */
    private static final int CHARACTERS_IN_MEMORY = 512 * 1024;

    private final StringBuilder memory = new StringBuilder();
    private @Nullable Overflow overflow;

    /** A file is read and written through one channel, so that it can be deleted when that is closed. */
    private record Overflow(FileChannel file, Writer writer) {
        static Overflow open() throws IOException {
            // Temporary files belong to their owner only, by the platform's promise.
            Path path = Files.createTempFile("entente", ".spool");
            FileChannel file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            return new Overflow(file, new BufferedWriter(Channels.newWriter(file, StandardCharsets.UTF_8)));
        }
    }

    /** @throws SpoolException if it cannot be kept */
    @Override
    public void write(char[] text, int offset, int length) {
        try {
            keep(text, offset, length);
        } catch (ClosedByInterruptException givenUp) {
            throw new UncheckedIOException(givenUp);
        } catch (IOException failed) {
            throw new SpoolException(failed);
        }
    }

    private void keep(char[] text, int offset, int length) throws IOException {
        if (overflow != null) {
            overflow.writer().write(text, offset, length);
            return;
        }
        memory.append(text, offset, length);
        if (memory.length() > CHARACTERS_IN_MEMORY) {
            overflow = Overflow.open();
            overflow.writer().append(memory);
            memory.setLength(0);
            memory.trimToSize();
        }
    }

    /**
     * Keeps a piece of what a {@link GraphWriter} takes.
     *
     * @throws SpoolException if it cannot be kept
     */
    void put(CharSequence piece) {
        char[] text = piece.toString().toCharArray();
        write(text, 0, text.length);
    }

    /**
     * Writes all that is kept; nothing can be added afterwards.
     *
     * @throws SpoolException if something could not be kept
     * @throws IOException if it cannot be written there
     */
    void copyTo(Writer out) throws IOException {
        if (overflow == null) {
            out.append(memory);
            return;
        }
        try {
            overflow.writer().flush();
            overflow.file().position(0);
        } catch (IOException failed) {
            throw new SpoolException(failed);
        }
        Reader kept = Channels.newReader(overflow.file(), StandardCharsets.UTF_8);
        kept.transferTo(out);
    }

    /** Does nothing: what is kept goes nowhere before it is copied. */
    @Override
    public void flush() {}

    @Override
    public void close() throws IOException {
        if (overflow != null) {
            overflow.file().close();
        }
    }
}
