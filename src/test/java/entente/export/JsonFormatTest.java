package entente.export;

import static entente.export.Tables.written;
import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Table;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonFormatTest {
    @Test
    void writesRowsAsObjectsKeyedByColumn() {
        Table table = new Table(List.of("b", "a"), List.of(Arrays.asList(1L, null), Arrays.asList(2.5, true)), true);

        assertThat(written(new JsonFormat(), table))
                .isEqualTo("{\"columns\":[\"b\",\"a\"],\"rows\":[{\"b\":1,\"a\":null},{\"b\":2.5,\"a\":true}],"
                        + "\"truncated\":true}\n");
    }

    @Test
    void writesARowALine() {
        Table table = new Table(List.of("a"), List.of(List.of("x\ny"), List.of(LocalDate.of(2009, 6, 14))), false);

        assertThat(written(new JsonLinesFormat(), table)).isEqualTo("{\"a\":\"x\\ny\"}\n{\"a\":\"2009-06-14\"}\n");
    }

    @Test
    void writesEntitiesAndRelationshipsAsObjects() {
        assertThat(PlainJson.text(List.of(Tables.OSH, Tables.BACKING)))
                .isEqualTo(
                        "[{\"id\":\"osh-base\",\"labels\":[\"Entity\",\"Base\"],\"name\":\"Osh base\","
                                + "\"properties\":{\"name\":\"Osh base\"}},"
                                + "{\"id\":\"r1\",\"type\":\"SUPPORTS\",\"from\":\"russia\",\"to\":\"osh-base\",\"properties\":{}}]");
    }

    @Test
    void keepsWhatIsNoNumberInJsonAsText() {
        assertThat(PlainJson.text(Map.of("n", Double.NaN))).isEqualTo("{\"n\":\"NaN\"}");
    }
}
