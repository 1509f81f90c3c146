package entente.load.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberPatternTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            1,234.5 | 1,234,567.25    | 1234567.25
            1,234.5 | 1234.5          | 1234.5
            1,234.5 | -12             | -12
            1,234.5 | 1.234           | 1.234
            1.234,5 | 1.234.567,25    | 1234567.25
            1.234,5 | 0,5             | 0.5
            1.234   | 1.234           | 1234
            1,234   | 12,345          | 12345
            1 234   | 1\u00A0234\u202F567 | 1234567
            1 234,5 | \u22121 234,5   | -1234.5
            1'234.5 | 1'234.5         | 1234.5
            0,5     | 12345,75        | 12345.75
            0,250   | 12345,75        | 12345.75
            1234,5  | 12345,75        | 12345.75
            """)
    void readsWhatIsWrittenLikeTheExample(String example, String number, String read) {
        assertThat(NumberPattern.of(example).orElseThrow().read(number)).isEqualTo(Outcome.of(read));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,234.5 | 1,5
            1,234.5 | 1.234.567
            1,234.5 | 12,34,567
            1,234   | 1,234.5
            1 234   | 1,234
            0,5     | 1.234,5
            1,234.5 | about 5
            1,234.5 | .5
            """)
    void refusesWhatIsWrittenOtherwise(String example, String number) {
        assertThat(NumberPattern.of(example).orElseThrow().read(number).fault())
                .isEqualTo("\"" + number + "\" is not a number written like " + example);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234", "1,234,5", "1.234.5", "#,##0.00", "1_234"})
    void isAnExampleThatShowsWhatStandsBetween(String text) {
        assertThat(NumberPattern.of(text)).isEmpty();
    }
}
