package entente.load;

import de.siegmar.fastcsv.writer.CsvWriter;
import entente.load.FactFeed.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps rows that are not taken up in a CSV file: the table, the line, the reasons, and then the row's own cells. The
 * file is made with the first such row, in the place of what an earlier load left there.
 */
public final class RejectsFile implements Rejects, AutoCloseable {
    private final Path file;
    private final boolean skipping;
    private final List<Problem> problems = new FirstProblems();
    private @Nullable CsvWriter csv;

    /** @param skipping whether a row that is wrong is kept here, and not an error that ends the load */
    public RejectsFile(Path file, boolean skipping) {
        this.file = file;
        this.skipping = skipping;
    }

    @Override
    public void add(Row row, List<Problem> reasons) {
        if (!skipping && !row.skipped()) {
            try {
                problems.addAll(reasons);
            } catch (FirstProblems.Enough enough) {
                end();
            }
            return;
        }
        List<String> cells = new ArrayList<>(List.of(
                row.place().file(),
                String.valueOf(row.place().line()),
                reasons.stream().map(Problem::message).collect(Collectors.joining("; "))));
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
                csv = CsvWriter.builder().build(Files.newBufferedWriter(file));
            } catch (IOException failed) {
                throw notWritten(failed);
            }
            csv.writeRecord("table", "line", "reason");
        }
        return csv;
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
                csv.flush();
            }
        } catch (IOException failed) {
            throw notWritten(failed);
        }
    }

    /** Whether any row is kept there. */
    public boolean isUsed() {
        return csv != null;
    }

    @Override
    public void close() {
        if (csv != null) {
            try {
                csv.close();
            } catch (IOException failed) {
                throw notWritten(failed);
            }
        }
    }
}
