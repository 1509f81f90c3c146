package entente.load.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableFileTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void readsLinesHoweverTheyEnd(String end) {
        assertThat(rows("t.csv", String.join(end, "a,b", "1,2", "", "3,\"x,y\"")))
                .containsExactly("2: 1|2", "4: 3|x,y");
        assertThat(rows("t.csv", String.join(end, "a,b", "1,2", ""))).containsExactly("2: 1|2");
    }

    @Test
    void readsCellsThatGoOnForSeveralLines() {
        assertThat(rows("t.csv", "a,b\n\"one\ntwo \"\"three\"\"\",2\n4,5"))
                .containsExactly("2: one\ntwo \"three\"|2", "4: 4|5");
    }

    @Test
    void knowsGzipByItsContent() throws IOException {
        write("t.csv", gzip("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(rows("t.csv")).containsExactly("2: 1|2");
    }

    @Test
    void dropsAByteOrderMark() throws IOException {
        write("t.csv", "\uFEFF\"a\",b\n1,é\n".getBytes(StandardCharsets.UTF_8));
        assertThat(columns("t.csv")).containsExactly("a", "b");

        write("t.csv", "a,b\n1,é\n".getBytes(StandardCharsets.UTF_16));
        assertThat(rows("t.csv")).containsExactly("2: 1|é");
    }

    @Test
    void readsAnotherCharsetByName() throws IOException {
        write("t.csv", "a,b\n1,é\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(rows("t.csv", new TableLayout(null, StandardCharsets.ISO_8859_1)))
                .containsExactly("2: 1|é");
        assertThatThrownBy(() -> rows("t.csv"))
                .isInstanceOf(MalformedTableException.class)
                .hasMessage("here are bytes that are no text in UTF-8; name the table's charset")
                .satisfies(fault -> assertThat(place(fault)).isEqualTo("t.csv:2:3"));
    }

    @Test
    void tellsTheSeparatorFromTheNameOrTheFirstLine() {
        assertThat(rows("t.tsv", "a\tb,c\n1\t2,3")).containsExactly("2: 1|2,3");
        assertThat(rows("t.csv", "a;b\n1;2")).containsExactly("2: 1|2");
        assertThat(rows("t.csv", "\"a;;;\",b\n1,2")).containsExactly("2: 1|2");
    }

    @Test
    void takesTheSeparatorThatIsSaid() throws IOException {
        write("t.csv", "a|b,c\n1|2\n".getBytes(StandardCharsets.UTF_8));

        assertThat(rows("t.csv", new TableLayout('|', null))).containsExactly("2: 1|2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void passesOverLinesBeforeTheHeader(String end) throws IOException {
        write(
                "t.csv",
                String.join(end, "\"World, \"\"2024", "", "a;b", "1;2", "3").getBytes(StandardCharsets.UTF_8));

        assertThat(rows("t.csv", new TableLayout(null, null, 3, List.of())))
                .containsExactly(
                        "4: 1|2",
                        "5: 3 !1 the row has 1 cell, and the header has 2; a cell that holds the separator must stand in"
                                + " quotes");
    }

    @Test
    void tellsTheTrueLineOfWhatCannotBeReadAfterTheHeader() throws IOException {
        write("t.csv", "Title\n\na,b\n1,2\n1,\"x\"y\n".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> rows("t.csv", new TableLayout(null, null, 3, List.of())))
                .hasMessageStartingWith("a quote closes within the cell")
                .satisfies(fault -> assertThat(place(fault)).isEqualTo("t.csv:5:2"));
    }

    @Test
    void refusesAHeaderBehindTheEnd() throws IOException {
        write("t.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));

        for (int line : List.of(3, 4, 5, 900)) {
            assertThatThrownBy(() -> rows("t.csv", new TableLayout(null, null, line, List.of())))
                    .hasMessage("the file has no such line; \"header\" says that it names the columns")
                    .satisfies(fault -> assertThat(place(fault)).isEqualTo("t.csv:" + line + ":1"));
        }
    }

    @Test
    void takesEveryLineForARowWhereTheColumnsAreNamed() throws IOException {
        write("t.tsv", "1\t2\n3\t4\t5\n".getBytes(StandardCharsets.UTF_8));

        assertThat(rows("t.tsv", new TableLayout(null, null, 0, List.of("a", "b"))))
                .containsExactly(
                        "1: 1|2",
                        "2: 3|4|5 !3 the row has 3 cells, and the mapping names 2 columns; a cell that holds the separator"
                                + " must stand in quotes");
        write("none.tsv", new byte[0]);
        assertThat(rows("none.tsv", new TableLayout(null, null, 0, List.of("a"))))
                .isEmpty();
    }

    @Test
    void takesOtherNamesThanThoseOfTheHeader() throws IOException {
        write("t.csv", "Title\na,a\n1,2\n".getBytes(StandardCharsets.UTF_8));

        assertThat(rows("t.csv", new TableLayout(null, null, 2, List.of("a", "b"))))
                .containsExactly("3: 1|2");
    }

    @Test
    void findsAHeaderFarBehindTheBeginning() throws IOException {
        write(
                "t.csv",
                ("x".repeat(9_999) + "\r\n").repeat(7).concat("a;b\r\n1;2\r\n").getBytes(StandardCharsets.UTF_8));

        assertThat(rows("t.csv", new TableLayout(null, null, 8, List.of()))).containsExactly("9: 1|2");
    }

    @Test
    void readsStandardInputTwice() throws IOException {
        ByteArrayInputStream input = new ByteArrayInputStream("a\n1\n".getBytes(StandardCharsets.UTF_8));
        try (TableFile file = TableFile.open("-", input)) {
            assertThat(rows(file, TableLayout.UNSAID)).containsExactly("2: 1");
            assertThat(rows(file, TableLayout.UNSAID)).containsExactly("2: 1");
        }
    }

    @Test
    void saysThatStandardInputBrokeOff() {
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream("a\n1\n".getBytes(StandardCharsets.UTF_8)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("broken pipe");
                    }

                    @Override
                    public int read(byte[] target, int offset, int length) throws IOException {
                        return read();
                    }
                });

        assertThatThrownBy(() -> TableFile.open("-", broken))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("-: cannot be read to its end")
                .hasMessageContaining("broken pipe");
    }

    @Test
    void tellsARowThatStandardInputEndedIn() throws IOException {
        ByteArrayInputStream input = new ByteArrayInputStream("a,b\n1,2\n3".getBytes(StandardCharsets.UTF_8));
        try (TableFile file = TableFile.open("-", input)) {
            assertThat(rows(file, TableLayout.UNSAID).get(1)).startsWith("3: 3 !1 the row has 1 cell");
        }
    }

    @Test
    void tellsTheProgressAndTheHash() throws IOException {
        write("t.csv", "a\n1\n".getBytes(StandardCharsets.UTF_8));
        AtomicLong bytes = new AtomicLong();
        try (TableFile file = TableFile.open(directory.resolve("t.csv").toString());
                TableReading reading = file.read(TableLayout.UNSAID, bytes::set)) {
            assertThat(reading.next()).isNotNull();
            assertThat(reading.next()).isNull();
            assertThat(bytes).hasValue(file.size()).hasValue(4);
            assertThat(file.sha256()).startsWith("309b0e45").hasSize(64);
        }
    }

    @Test
    void keepsWhatIsWrongWithARowToTheRow() {
        String long1 = "x".repeat((1 << 20) + 1);

        assertThat(rows("t.csv", "a,b\n1\n1,2,3\n1,\0\n1," + long1 + "\n4,5"))
                .containsExactly(
                        "2: 1 !1 the row has 1 cell, and the header has 2; a cell that holds the separator must stand in"
                                + " quotes",
                        "3: 1|2|3 !3 the row has 3 cells, and the header has 2; a cell that holds the separator must"
                                + " stand in quotes",
                        "4: 1|\0 !2 the cell holds a NUL character; remove it",
                        "5: 1|" + "x".repeat(100) + " !2 the cell has more than a million characters",
                        "6: 4|5");
    }

    @Test
    void cutsALineThatWouldFillTheMemory() throws IOException {
        byte[] line = new byte[100 << 20];
        Arrays.fill(line, (byte) 'x');
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("a,b\n".getBytes(StandardCharsets.UTF_8));
            gzip.write(line);
            gzip.write("\n4,5\n".getBytes(StandardCharsets.UTF_8));
        }
        write("t.csv.gz", packed.toByteArray());

        assertThat(rows("t.csv.gz"))
                .containsExactly("2: " + "x".repeat(100) + " !1 the row has more than 16 million characters", "3: 4|5");
    }

    @Test
    void makesNoRowOfWhatStandsInQuotesBehindTheCutOfALine() throws IOException {
        String longCell = "x".repeat(TableText.LONGEST_LINE + 100);

        assertThat(rows("t.csv", "a,b,c\n1," + longCell + ",\"a\nfoo,bar\"\n4,5,6\n"))
                .hasSize(2)
                .last()
                .isEqualTo("4: 4|5|6");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "a,b;\"1,2;3,4;5,6; | 2:1",
                "a,b;0,0;1,\"2       | 3:2",
                "a,b;1,\"2\"\";       | 2:2",
                "\"a,b;1,2;          | 1:1"
            })
    void refusesAQuoteThatIsNeverClosedWhereItOpens(String text, String place) {
        assertThatThrownBy(() -> rows("t.csv", text.replace(';', '\n')))
                .isInstanceOf(MalformedTableException.class)
                .hasMessage("the quote that opens in this cell is never closed")
                .satisfies(fault -> assertThat(place(fault)).isEqualTo("t.csv:" + place));
    }

    @Test
    void refusesAQuoteThatClosesTooEarly() {
        assertThatThrownBy(() -> rows("t.csv", "a,b\n1,2\n1,\"x\"y\n"))
                .hasMessageStartingWith("a quote closes within the cell")
                .satisfies(fault -> assertThat(place(fault)).isEqualTo("t.csv:3:2"));
    }

    @Test
    void refusesAHeaderThatNamesNoColumn() {
        assertThatThrownBy(() -> rows("t.csv", ", ,\n1,2,3\n"))
                .hasMessage("this line must name the columns, and names none")
                .satisfies(fault -> assertThat(place(fault)).isEqualTo("t.csv:1:1"));
        assertThatThrownBy(() -> rows("t.csv", "a,,column 2\n"))
                .hasMessage("two columns are called \"column 2\": 2 and 3");
        assertThatThrownBy(() -> rows("t.csv", "a,b,a\n")).hasMessage("two columns are called \"a\": 1 and 3");
        assertThatThrownBy(() -> rows("t.csv", "\n\n"))
                .hasMessage("there is nothing in this file; its first line must name the columns");
    }

    @Test
    void refusesAGzipFileThatIsCutShort() throws IOException {
        byte[] whole = gzip("a,b\n1,2\n".repeat(20_000).getBytes(StandardCharsets.UTF_8));
        write("t.csv.gz", Arrays.copyOf(whole, whole.length - 9));

        assertThatThrownBy(() -> rows("t.csv.gz"))
                .isInstanceOf(MalformedTableException.class)
                .hasMessage("the gzip file ends early or is damaged here; copy it again");
    }

    @Test
    void readsAllPartsOfAGzipFileAndRefusesWhatIsNone() throws IOException {
        byte[] first = gzip("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        byte[] second = gzip("3,4\n".getBytes(StandardCharsets.UTF_8));
        write("t.csv.gz", joined(first, second));
        assertThat(rows("t.csv.gz")).containsExactly("2: 1|2", "3: 3|4");

        byte[] spoilt = second.clone();
        spoilt[0]++;
        write("spoilt.csv.gz", joined(first, spoilt));
        assertThatThrownBy(() -> rows("spoilt.csv.gz"))
                .hasMessage("the gzip file ends early or is damaged here; copy it again");
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @Test
    void noticesThatAFileChanges() throws IOException {
        write("t.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        try (TableFile file = TableFile.open(directory.resolve("t.csv").toString())) {
            assertThat(rows(file, TableLayout.UNSAID)).hasSize(1);
            write("t.csv", "a,b\n1,3\n".getBytes(StandardCharsets.UTF_8));

            assertThatThrownBy(() -> rows(file, TableLayout.UNSAID))
                    .isInstanceOf(MalformedTableException.class)
                    .hasMessage("the file changed while it was read; load it again when it is whole");

            write("t.csv", "a,b\n\"1,".getBytes(StandardCharsets.UTF_8));

            assertThatThrownBy(() -> rows(file, TableLayout.UNSAID)).hasMessageStartingWith("the file changed");
        }
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThatThrownBy(() -> TableFile.open(directory.toString())).hasMessageEndingWith("name the table in it");
        assertThatThrownBy(() -> TableFile.open(directory.resolve("none.csv").toString()))
                .hasMessageEndingWith("none.csv: no such file");
    }

    private List<String> columns(String name) throws IOException {
        try (TableFile file = TableFile.open(directory.resolve(name).toString());
                TableReading reading = file.read(TableLayout.UNSAID, bytes -> {})) {
            return reading.columns();
        }
    }

    private List<String> rows(String name, String text) {
        try {
            write(name, text.getBytes(StandardCharsets.UTF_8));
            return rows(name);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<String> rows(String name) throws IOException {
        return rows(name, TableLayout.UNSAID);
    }

    private List<String> rows(String name, TableLayout layout) throws IOException {
        try (TableFile file = TableFile.open(directory.resolve(name).toString())) {
            return rows(file, layout);
        }
    }

    /** {@code line: cell|cell}, and the column and the message of a fault. */
    private static List<String> rows(TableFile file, TableLayout layout) {
        List<String> rows = new ArrayList<>();
        try (TableReading reading = file.read(layout, bytes -> {})) {
            for (TableRow row = reading.next(); row != null; row = reading.next()) {
                TableRow.Fault fault = row.fault();
                rows.add(row.line() + ": " + String.join("|", row.cells())
                        + (fault == null ? "" : " !" + fault.column() + " " + fault.message()));
            }
        }
        return rows;
    }

    private String place(Throwable fault) {
        return ((MalformedTableException) fault).place().toString().replace(directory + "/", "");
    }

    private void write(String name, byte[] content) throws IOException {
        Files.write(directory.resolve(name), content);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }
}
