package entente.graph.bundled;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sole right to run the database of a data directory: a lock of the operating system's, which goes with the process
 * that has it. The locked file holds that process's id, for messages.
 */
final class Hold implements AutoCloseable {
    /**
     * What this process holds. POSIX gives a lock up as soon as its process closes the file through any channel, so a
     * file that is locked here must not even be opened again.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    /** Beyond the content, since a locked region cannot be read on Windows. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final Path file;
    private final FileChannel channel;

    private Hold(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the hold if it is free.
     *
     * @param file the file to lock, as a real path; created where absent
     * @return the hold, or nothing where somebody has it, in this process or another
     */
    static Optional<Hold> tryTake(Path file) throws IOException {
        if (!HELD_HERE.add(file)) {
            return Optional.empty();
        }
        Optional<Hold> hold = Optional.empty();
        try {
            hold = tryLock(file);
            return hold;
        } finally {
            if (hold.isEmpty()) {
                HELD_HERE.remove(file);
            }
        }
    }

    private static Optional<Hold> tryLock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = channel.tryLock(LOCKED_BYTE, 1, false) != null;
            if (locked) {
                channel.truncate(0);
                channel.write(StandardCharsets.US_ASCII.encode(
                        Long.toString(ProcessHandle.current().pid())));
            }
            return locked ? Optional.of(new Hold(file, channel)) : Optional.empty();
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    /** Who has the lock: a process id, or a question mark where the file does not say. */
    static String holderOf(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return "?";
        }
    }

    /** Gives the right up. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
