package entente.load.mapping;

import entente.load.table.MalformedTableException;
import entente.load.table.TableFile;
import entente.load.table.TableLayout;
import entente.load.table.TableReading;
import entente.load.table.TableRow;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the line that names the columns of a table, behind lines of title. */
final class DraftHeader {
    private static final int SEEN = 30;
    /** Of rows that must follow. */
    private static final int FEWEST = 2;
    /** Every line is a row, whatever it holds. */
    private static final List<String> ANY = List.of("any");

    private final List<TableRow> lines;

    private DraftHeader(List<TableRow> lines) {
        this.lines = lines;
    }

    /** Its number; 1 where no other is certain. */
    static int in(TableFile file, @Nullable Charset charset) {
        // The first line tells what stands between the cells, unless it is a title.
        Stream<@Nullable Character> separators =
                Stream.concat(Stream.of((Character) null), TableLayout.SEPARATORS.stream());
        return separators
                .map(separator -> in(file, new TableLayout(separator, charset, 0, ANY)))
                .flatMapToInt(OptionalInt::stream)
                .findFirst()
                .orElse(1);
    }

    private static OptionalInt in(TableFile file, TableLayout layout) {
        List<TableRow> lines = new ArrayList<>();
        try (TableReading reading = file.read(layout, bytes -> {})) {
            for (TableRow line = reading.next(); line != null; line = lines.size() < SEEN ? reading.next() : null) {
                lines.add(line);
            }
        } catch (MalformedTableException otherwiseSeparated) {
            return OptionalInt.empty();
        }
        return new DraftHeader(lines).line();
    }

    private OptionalInt line() {
        return IntStream.range(0, lines.size() - FEWEST)
                .filter(this::isHeader)
                .map(index -> lines.get(index).line())
                .findFirst();
    }

    /** There are several cells, all lines that follow have as many, and those before fill at most half as many. */
    private boolean isHeader(int index) {
        int width = lines.get(index).cells().size();
        return width > 1
                && 2 * filled(lines.get(index)) > width
                && lines.stream().skip(index).allMatch(line -> line.cells().size() == width)
                && lines.stream().limit(index).allMatch(line -> 2 * filled(line) <= width);
    }

    private static long filled(TableRow line) {
        return line.cells().stream().filter(cell -> !cell.isBlank()).count();
    }
}
