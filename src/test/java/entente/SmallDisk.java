package entente;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of a few megabytes in memory. Where this process may not make one, the test is skipped. */
public final class SmallDisk implements AutoCloseable {
    private final Path directory;

    private SmallDisk(Path directory) {
        this.directory = directory;
    }

    /** @param directory where it is mounted; is made */
    public static SmallDisk at(Path directory, int megabytes) throws IOException {
        Files.createDirectory(directory);
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", directory.toString()),
                "no disk can be mounted here: none is filled");
        return new SmallDisk(directory);
    }

    public Path directory() {
        return directory;
    }

    /** Leaves so many bytes free, until {@link #clear}. */
    public void fill(long left) throws IOException {
        long bytes = Files.getFileStore(directory).getUsableSpace() - left;
        try (OutputStream out = Files.newOutputStream(filler())) {
            byte[] zeros = new byte[1 << 16];
            for (long written = 0; written < bytes; written += zeros.length) {
                out.write(zeros, 0, (int) Math.min(zeros.length, bytes - written));
            }
        }
    }

    /** Takes away what it was filled with. */
    public void clear() throws IOException {
        Files.deleteIfExists(filler());
    }

    private Path filler() {
        return directory.resolve("filler");
    }

    @Override
    public void close() throws IOException {
        run("umount", "-l", directory.toString());
    }

    private static boolean run(String... command) throws IOException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
