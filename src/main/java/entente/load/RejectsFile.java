package entente.load;

import de.siegmar.fastcsv.writer.CsvWriter;
import entente.load.FactFeed.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps rows that are not taken up in a CSV file: the table, the line, the column, the reasons, and then the row's own
 * cells under the names of their columns. They stand in the order in which they were found wrong. The file is made once
 * all rows were read, in the place of what an earlier load left there, and of nothing else; where none is rejected,
 * what an earlier load left goes.
 */
public final class RejectsFile implements Rejects, AutoCloseable {
    private static final List<String> HEADER = List.of("table", "line", "column", "reason");
    private static final int LONGEST_HEADER = 100;
    private static final String IN_PART = "; the entities of this row are taken up";

    private final Path file;
    private final boolean skipping;
    private final boolean onlyTrying;
    private final Path part;
    private final Map<String, List<String>> columns;
    private final List<String> header;
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<Problem> problems = new FirstProblems();
    private @Nullable CsvWriter csv;
    private boolean wrong;
    private boolean made;

    /**
     * Makes no file yet.
     *
     * @param columns of each table, by the table's name
     * @param skipping whether a row that is wrong is kept here, and not an error that ends the load
     * @param onlyTrying whether nothing is to be written, and the file stays as it is
     */
    public RejectsFile(Path file, Map<String, List<String>> columns, boolean skipping, boolean onlyTrying) {
        this.file = file;
        this.columns = columns;
        this.header = columns.values().stream().flatMap(List::stream).distinct().toList();
        header.forEach(name -> positions.put(name, positions.size()));
        this.part = partOf(file);
        this.skipping = skipping;
        this.onlyTrying = onlyTrying;
    }

    /** Where the rows are kept until all were read. */
    public static Path partOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    @Override
    public void add(Row row, List<Problem> faults, boolean inPart) {
        if (!skipping && !faults.isEmpty()) {
            try {
                problems.addAll(faults);
            } catch (FirstProblems.Enough enough) {
                throw new InvalidInputException(FirstProblems.andMore(problems));
            }
            return;
        }
        wrong |= !faults.isEmpty();
        if (onlyTrying) {
            return;
        }
        List<Problem> reasons =
                Stream.concat(faults.stream(), row.skips().stream()).toList();
        List<String> cells = new ArrayList<>(List.of(
                row.place().file(),
                String.valueOf(row.place().line()),
                column(reasons),
                reasons.stream().map(Problem::message).collect(Collectors.joining("; ")) + (inPart ? IN_PART : "")));
        cells.addAll(underHeader(row));
        CsvWriter kept = writer();
        try {
            kept.writeRecord(cells);
        } catch (UncheckedIOException failed) {
            throw notWritten(failed);
        }
    }

    /** Each cell below the name of its column; those that a row has too many of behind all others. */
    private List<String> underHeader(Row row) {
        List<String> ofTable = columns.getOrDefault(row.table(), List.of());
        List<String> below = new ArrayList<>(Collections.nCopies(header.size(), ""));
        for (int index = 0; index < row.cells().size(); index++) {
            if (index < ofTable.size()) {
                below.set(
                        positions.getOrDefault(ofTable.get(index), 0),
                        row.cells().get(index));
            } else {
                below.add(row.cells().get(index));
            }
        }
        return below;
    }

    /** Of the first reason that has one. */
    private static String column(List<Problem> reasons) {
        return reasons.stream()
                .flatMap(reason -> Stream.ofNullable(reason.place()))
                .map(place -> String.valueOf(place.column()))
                .findFirst()
                .orElse("");
    }

    private CsvWriter writer() {
        if (csv == null) {
            try {
                refuseAnother(file);
                refuseAnother(part);
                csv = CsvWriter.builder().build(Channels.newWriter(emptied(part), StandardCharsets.UTF_8));
            } catch (IOException failed) {
                throw notWritten(failed);
            }
            csv.writeRecord(Stream.concat(HEADER.stream(), header.stream().map(RejectsFile::apart))
                    .toList());
        }
        return csv;
    }

    /** A column of the table's that bears the name of one of the file's own. */
    private static String apart(String column) {
        return HEADER.contains(column) ? column + " in the table" : column;
    }

    /** What a load that was killed has left is written over; what another load writes is not. */
    private static FileChannel emptied(Path part) throws IOException {
        FileChannel channel =
                FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        try {
            // Between the two it may have been moved to where it stays
            if (channel.tryLock() == null || !Files.exists(part)) {
                throw new OverlappingFileLockException();
            }
            channel.truncate(0);
            return channel;
        } catch (OverlappingFileLockException taken) {
            channel.close();
            throw new IOException("another load keeps its rows there", taken);
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
    }

    /** Nothing but what an earlier load left is written over: a slip of the hand would cost a table or a mapping. */
    private static void refuseAnother(Path path) throws IOException {
        boolean isThere = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
        if (isThere && (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) || !isOfRejects(path))) {
            throw new IOException("there is something else of this name");
        }
    }

    private static boolean isOfRejects(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String begins = new String(in.readNBytes(LONGEST_HEADER), StandardCharsets.UTF_8);
            return begins.isEmpty() || begins.startsWith(String.join(",", HEADER));
        }
    }

    private UncheckedIOException notWritten(Exception failed) {
        return new UncheckedIOException(
                file + ": the rows that are not taken up cannot be kept there (" + reason(failed)
                        + "); name another file with --rejects",
                new IOException(failed));
    }

    private static @Nullable String reason(Exception failed) {
        if (failed instanceof NoSuchFileException) {
            return "its directory is not there";
        }
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
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
                csv.close(); // until then, no other load has it
                csv = null;
                made = true;
            } else if (!onlyTrying && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && isOfRejects(file)) {
                Files.delete(file);
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
                Files.deleteIfExists(part);
                csv.close(); // until then, no other load has it
            } catch (IOException failed) {
                throw notWritten(failed);
            }
        }
    }
}
