package entente.export;

import static entente.export.Tables.written;
import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Table;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvFormatTest {
    private static final List<String> AB = List.of("a", "b");

    @Test
    void writesTheNamesOfTheColumnsFirst() {
        assertThat(csv(new Table(AB, List.of(), false))).isEqualTo("a,b\r\n");
    }

    @Test
    void quotesWhatWouldEndACell() {
        assertThat(csv(Tables.of(AB, "say \"no\", then", "two\nlines")))
                .isEqualTo("a,b\r\n\"say \"\"no\"\", then\",\"two\nlines\"\r\n");
    }

    @Test
    void tellsNullFromAnEmptyText() {
        assertThat(csv(Tables.of(AB, null, ""))).isEqualTo("a,b\r\n,\"\"\r\n");
    }

    @Test
    void writesNoEmptyLineForANullThatIsAlone() {
        assertThat(csv(Tables.of(List.of("a"), (Object) null))).isEqualTo("a\r\n\"\"\r\n");
    }

    @Test
    void writesDatesAndNumbersPlainly() {
        assertThat(csv(Tables.of(AB, LocalDate.of(2009, 7, 7), 0.5))).endsWith("2009-07-07,0.5\r\n");
    }

    @Test
    void joinsTheItemsOfAList() {
        assertThat(csv(Tables.of(AB, List.of("osh-article#1", "osh-article#2"), List.of())))
                .endsWith("osh-article#1; osh-article#2,\"\"\r\n");
    }

    @Test
    void tellsANullInAListFromTheTextNull() {
        assertThat(csv(Tables.of(AB, Arrays.asList("x", null), List.of("x", "null"))))
                .endsWith("\"[\"\"x\"\",null]\",x; null\r\n");
    }

    @Test
    void writesWhatIsNestedAsJson() {
        assertThat(csv(Tables.of(AB, Tables.BACKING, List.of(Map.of("k", 1L)))))
                .endsWith("\"{\"\"id\"\":\"\"r1\"\",\"\"type\"\":\"\"SUPPORTS\"\",\"\"from\"\":\"\"russia\"\","
                        + "\"\"to\"\":\"\"osh-base\"\",\"\"properties\"\":{}}\",\"[{\"\"k\"\":1}]\"\r\n");
    }

    private static String csv(Table table) {
        return written(new CsvFormat(), table);
    }
}
