package entente.load.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatePatternTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            YYYYMM      | 200907               | 2009-07
            YYYYMMDD    | 20090731             | 2009-07-31
            DD/MM/YYYY  | 31/07/2009           | 2009-07-31
            D/M/YYYY    | 1/7/2009             | 2009-07-01
            M/D/YYYY    | 12/31/2009           | 2009-12-31
            D.M.YYYY    | 5.11.2009            | 2009-11-05
            D MON YYYY  | 31 July 2009         | 2009-07-31
            MON D, YYYY | Sept. 1, 2009        | 2009-09-01
            MON-YYYY    | jul-2009             | 2009-07
            YYYY-MM-DD* | 2009-07-31T00:00:00Z | 2009-07-31
            YYYY-MM-DD* | 2009-07-31           | 2009-07-31
            DD/MM/YYYY* | 20/07/2005 a         | 2005-07-20
            YYYYMMDD    | 20090700             | 2009-07
            YYYY-MM-DD  | 1993-00-00           | 1993
            """)
    void readsWhatIsWrittenSo(String pattern, String date, String read) {
        assertThat(DatePattern.of(pattern).orElseThrow().read(date)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            YYYYMM     | 2009-07
            YYYYMM     | 2009071
            DD/MM/YYYY | 1/7/2009
            D/M/YYYY   | 001/7/2009
            MON-YYYY   | Jux-2009
            MON-YYYY   | Ju-2009
            YYYY-MM-DD | 2009-07-31 00:00
            YYYY-MM-DD* | 2009-07-311
            """)
    void refusesWhatIsWrittenOtherwise(String pattern, String date) {
        DatePattern other = DatePattern.of(pattern).orElseThrow();

        assertThatThrownBy(() -> other.read(date))
                .isInstanceOf(DateTimeException.class)
                .hasMessage("\"" + date + "\" is not a date in the form " + pattern);
    }

    @Test
    void triesSeveralInTurn() {
        List<DatePattern> several = Stream.of("YYYY-MM-DD", "D/M/YYYY", "YYYY")
                .flatMap(pattern -> DatePattern.of(pattern).stream())
                .toList();

        assertThat(DatePattern.readBy(several, "1/7/2009")).isEqualTo("2009-07-01");
        assertThat(DatePattern.readBy(several, "2009")).isEqualTo("2009");
        assertThatThrownBy(() -> DatePattern.readBy(several, "2009-07"))
                .hasMessageEndingWith("in the form YYYY-MM-DD, D/M/YYYY or YYYY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MM",
                "YYYYDD",
                "YYYY-YYYY",
                "YYYYMMM",
                "MON MM YYYY",
                "yyyy",
                "YYYYMMDDD",
                "YYYYhh",
                "YYYYMD",
                "YYYYMMD",
                "DMMYYYY",
                "DDMYYYY",
                "MYYYY"
            })
    void isWrittenOfItsParts(String pattern) {
        assertThat(DatePattern.of(pattern)).isEmpty();
    }
}
