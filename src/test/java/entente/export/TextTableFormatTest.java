package entente.export;

import static entente.export.Tables.written;
import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Table;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTableFormatTest {
    private static final List<String> COLUMNS = List.of("actor", "since", "sources", "summary");

    @Test
    void alignsColumnsWithOneItemOfAListALineAndNullBlank() {
        Table table = new Table(
                COLUMNS,
                List.of(
                        Arrays.asList("Kazakhstan", LocalDate.of(2009, 7, 1), List.of("a#1", "a#2"), "Backs it."),
                        Arrays.asList("Россия", null, List.of(), "x")),
                false);

        assertThat(written(new TextTableFormat(80), table)).isEqualTo("""
                actor       since       sources  summary
                ----------  ----------  -------  ---------
                Kazakhstan  2009-07-01  a#1      Backs it.
                                        a#2
                Россия                           x
                2 rows
                """);
    }

    @Test
    void wrapsLongTextAtWordsAndCutsNothing() {
        Table table = Tables.of(
                List.of("actor", "summary"), "China", "Sees the base with concern but says nothing against it");

        assertThat(written(new TextTableFormat(30), table)).isEqualTo("""
                actor  summary
                -----  -----------------------
                China  Sees the base with
                       concern but says
                       nothing against it
                1 row
                """);
    }

    @Test
    void givesEachRowABlockWhereTheColumnsAreTooMany() {
        Table table = Tables.of(COLUMNS, "Kazakhstan", LocalDate.of(2009, 7, 1), List.of("article#1"), "Backs it.");

        assertThat(written(new TextTableFormat(30), table)).isEqualTo("""
                actor    Kazakhstan
                since    2009-07-01
                sources  article#1
                summary  Backs it.

                1 row
                """);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 33, 50, 80, 200})
    void staysWithinTheWidth(int width) {
        Table table = Tables.of(
                COLUMNS, "a".repeat(70), "日本国の外務省と防衛省", List.of("x y z ".repeat(20)), "é́ combined ".repeat(9));

        assertThat(written(new TextTableFormat(width), table).lines())
                .allMatch(line -> TerminalText.width(line) <= Math.max(width, 20));
    }

    @Test
    void saysThatThereAreMore() {
        Table table = new Table(List.of("n"), List.of(List.of(1L)), true);

        assertThat(written(new TextTableFormat(80), table)).endsWith("1 row shown; there are more\n");
    }

    @Test
    void saysThatThereIsNothing() {
        assertThat(written(new TextTableFormat(80), new Table(List.of("n"), List.of(), false)))
                .isEqualTo("n\n-\nno rows\n");
    }

    @Test
    void showsWhatWouldCommandTheTerminal() {
        Table table = Tables.of(List.of("n\u001b[2J"), "\u001b]0;owned\u0007 a\tb \u202etxt.exe \u009b31m");

        assertThat(written(new TextTableFormat(80), table))
                .contains("n\\u001b[2J")
                .contains("\\u001b]0;owned\\u0007 a b \\u202etxt.exe \\u009b31m");
    }

    @Test
    void namesEntitiesAndShowsWhichWayRelationshipsPoint() {
        assertThat(written(new TextTableFormat(80), Tables.of(List.of("e", "r"), Tables.OSH, Tables.BACKING)))
                .contains("Osh base (osh-base)  russia -SUPPORTS-> osh-base");
    }
}
