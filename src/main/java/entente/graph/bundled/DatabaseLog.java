package entente.graph.bundled;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What the database's process printed: whether it has started, and why it has not. */
record DatabaseLog(Path file) {
    private static final Pattern STARTED = Pattern.compile("INFO +Started\\.");
    private static final Pattern TELLING =
            Pattern.compile("^(Caused by|Error|Invalid|Exception in thread)|ERROR|insufficient memory|object heap");
    private static final Pattern HEAP = Pattern.compile(
            "object heap|insufficient memory|maximum heap size|OutOfMemoryError|exceeds physical memory");
    private static final Pattern PORT = Pattern.compile("Address already in use|is already in use|BindException");
    private static final Pattern DISK = Pattern.compile("No space left on device|not enough space on the disk");

    boolean saysStarted() {
        return STARTED.matcher(text()).find();
    }

    /** Why the process ended before it had started. */
    DatabaseStartException failure(BundledSettings settings, int port) {
        String text = text();
        if (PORT.matcher(text).find()) {
            return new PortTakenException(port);
        }
        if (HEAP.matcher(text).find()) {
            return failure("Java cannot have a heap of %d MB for the bundled database; ask for less or free some memory"
                    .formatted(settings.heapMegabytes()));
        }
        if (DISK.matcher(text).find()) {
            return failure("The disk of the bundled database is full; free some of it");
        }
        return failure("The bundled database did not start");
    }

    /** The given sentence, with the line that tells most and where to read on. */
    DatabaseStartException failure(String what) {
        return new DatabaseStartException("%s. Its last word: \"%s\". Its log: %s".formatted(what, lastWord(), file));
    }

    private String lastWord() {
        String word = "nothing";
        boolean telling = false;
        for (String line : text().lines().toList()) {
            boolean tells = TELLING.matcher(line).find();
            if (tells || (!telling && !line.isBlank())) {
                word = line.strip();
            }
            telling |= tells;
        }
        return word;
    }

    private String text() {
        try {
            // Not readString, which rejects what is not UTF-8: this is another program's output.
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
