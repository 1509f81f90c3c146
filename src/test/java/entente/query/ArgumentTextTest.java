package entente.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentTextTest {
    private static final LocalDate TODAY = LocalDate.of(2009, 7, 31);

    @Test
    void readsEveryType() {
        assertThat(read(ParameterType.STRING, " Osh ")).isEqualTo("Osh");
        assertThat(read(ParameterType.INTEGER, "-12")).isEqualTo(-12L);
        assertThat(read(ParameterType.NUMBER, "0.5")).isEqualTo(0.5);
        assertThat(read(ParameterType.BOOLEAN, "true")).isEqualTo(true);
        assertThat(read(ParameterType.DATE, "2009-07-07")).isEqualTo(LocalDate.of(2009, 7, 7));
        assertThat(read(ParameterType.DATE, "Today")).isEqualTo(TODAY);
        assertThat(read(ParameterType.ENUM, "States")).isEqualTo("states");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            15 July 2009
            15.07.2009
            15.7.2009
            15 Jul 2009
            15 jul. 2009
            15 July, 2009
            15th of July 2009
            July 15, 2009
            JULY 15TH 2009
            Jul 15 2009
            """)
    void readsADayAsPeopleWriteIt(String text) {
        assertThat(read(ParameterType.DATE, text)).isEqualTo(LocalDate.of(2009, 7, 15));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DATE    | July 2009           | "July 2009" is a month, and one day is needed, such as 1 July 2009 (2009-07-01)
            DATE    | Sept. 2009          | is a month, and one day is needed, such as 1 September 2009 (2009-09-01)
            DATE    | 15.13.2009          | is not a day of the calendar
            DATE    | 07/15/2009          | is not a day of the calendar
            DATE    | 15 July             | is not a day of the calendar
            DATE    | 15 July 15 2009     | is not a day of the calendar
            DATE    | 15 Julember 2009    | is not a day of the calendar
            DATE    | 2009-07             | is a month, and one day is needed
            DATE    | 2009                | is a year, and one day is needed
            DATE    | 2009-02-30          | is not a day of the calendar
            DATE    | 31 June 2009        | is not a day of the calendar
            DATE    | 2009-07-07T00:00:00 | is not a day of the calendar
            DATE    | +12009-07-07        | is not a day of the calendar
            INTEGER | 9007199254740992    | is not a whole number between
            INTEGER | 99999999999999999999 | is not a whole number between
            INTEGER | 1.5                 | is not a whole number between
            NUMBER  | 1e999               | is not a number
            NUMBER  | NaN                 | is not a number
            NUMBER  | 0x10                | is not a number
            BOOLEAN | yes                 | is neither true nor false
            ENUM    | rivers              | is not states or places
            STRING  | ' '                 | is empty
            """)
    void tellsWhyATextIsNoValue(ParameterType type, String text, String reason) {
        assertThatThrownBy(() -> read(type, text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void refusesWhatIsLongerThanAnyName() {
        assertThatThrownBy(() -> read(ParameterType.STRING, "x".repeat(1_001)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than 1000 characters");
    }

    @Property
    void readsEveryWholeNumberThatJsonKeepsExact(
            @ForAll @LongRange(min = -9_007_199_254_740_991L, max = 9_007_199_254_740_991L) long number) {
        assertThat(read(ParameterType.INTEGER, Long.toString(number))).isEqualTo(number);
    }

    @Property
    void readsAnyTextOrSaysWhyNot(@ForAll ParameterType type, @ForAll String text) {
        try {
            assertThat(read(type, text)).isNotNull();
        } catch (IllegalArgumentException unfit) {
            assertThat(unfit).hasMessageStartingWith("\"");
        }
    }

    private static Object read(ParameterType type, String text) {
        List<String> words = type == ParameterType.ENUM ? List.of("states", "places") : List.of();
        return ArgumentText.read(
                new Parameter("p", type, false, "p", true, null, "x", words, List.of(), null, false), text, TODAY);
    }
}
