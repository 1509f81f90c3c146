package entente.load;

import de.siegmar.fastcsv.writer.CsvWriter;
import entente.load.FactFeed.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps rows that are not taken up in a CSV file: the table, the line, the reasons, and then the row's own cells. The
 * file is made once all rows were read, in the place of what an earlier load left there, and of nothing else.
 */
public final class RejectsFile implements Rejects, AutoCloseable {
    private static final List<String> HEADER = List.of("table", "line", "reason");

    private final Path file;
    private final Path part;
    private final boolean skipping;
    private final List<Problem> problems = new FirstProblems();
    private @Nullable CsvWriter csv;
    private boolean wrong;
    private boolean made;

    /** @param skipping whether a row that is wrong is kept here, and not an error that ends the load */
    public RejectsFile(Path file, boolean skipping) {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        this.skipping = skipping;
    }

    @Override
    public void add(Row row, List<Problem> faults) {
        if (!skipping && !faults.isEmpty()) {
            try {
                problems.addAll(faults);
            } catch (FirstProblems.Enough enough) {
                end();
            }
            return;
        }
        wrong |= !faults.isEmpty();
        List<String> cells = new ArrayList<>(List.of(
                row.place().file(),
                String.valueOf(row.place().line()),
                Stream.concat(faults.stream(), row.skips().stream())
                        .map(Problem::message)
                        .collect(Collectors.joining("; "))));
        cells.addAll(row.cells());
        try {
            writer().writeRecord(cells);
        } catch (UncheckedIOException failed) {
            throw notWritten(failed);
        }
    }

    private CsvWriter writer() {
        if (csv == null) {
            try {
                refuseAnother();
                csv = CsvWriter.builder().build(Files.newBufferedWriter(part));
            } catch (IOException failed) {
                throw notWritten(failed);
            }
            csv.writeRecord(HEADER);
        }
        return csv;
    }

    /** Nothing but what an earlier load left is written over: a slip of the hand would cost a table or a mapping. */
    private void refuseAnother() throws IOException {
        if (Files.isSymbolicLink(file) || (Files.exists(file) && !isOfRejects())) {
            throw new IOException("there is another file of this name");
        }
    }

    private boolean isOfRejects() throws IOException {
        byte[] header = String.join(",", HEADER).getBytes(StandardCharsets.UTF_8);
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(header.length), header);
        }
    }

    private UncheckedIOException notWritten(Exception failed) {
        return new UncheckedIOException(
                file + ": the rows that are not taken up cannot be kept there (" + reason(failed)
                        + "); name another file with --rejects",
                new IOException(failed));
    }

    private static @Nullable String reason(Exception failed) {
        return failed.getCause() == null
                ? failed.getMessage()
                : failed.getCause().getMessage();
    }

    /** What is kept is in the file when this returns, so that nothing is written to the graph where it has no room. */
    @Override
    public void end() {
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        try {
            if (csv != null) {
                csv.close();
                csv = null;
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
                made = true;
            }
        } catch (IOException failed) {
            throw notWritten(failed);
        }
    }

    @Override
    public boolean hasWrong() {
        return wrong;
    }

    /** Whether the file was made, which is where any row is kept. */
    public boolean isUsed() {
        return made;
    }

    @Override
    public void close() {
        if (csv != null) {
            try {
                csv.close();
                Files.deleteIfExists(part);
            } catch (IOException failed) {
                throw notWritten(failed);
            }
        }
    }
}
