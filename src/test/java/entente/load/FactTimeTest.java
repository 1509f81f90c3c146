package entente.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.graph.VocabularyFile;
import entente.model.PartialDate;
import entente.model.Period;
import entente.model.Precision;
import entente.model.RelationshipType;
import entente.model.Vocabulary;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FactTimeTest {
    private static final Vocabulary VOCABULARY = VocabularyFile.bundled();
    private static final RelationshipType STANCE = VOCABULARY.type("SUPPORTS");
    private static final RelationshipType ATTACK = VOCABULARY.type("ATTACKED");

    @Test
    void endsAfterTheLastDayThatUntilCanMean() {
        assertThat(period(STANCE, "2009", "2009-06", null))
                .isEqualTo(new Period(day("2009-01-01"), Precision.YEAR, day("2009-07-01"), Precision.MONTH));
        assertThat(period(STANCE, null, "2008-02", null).to()).isEqualTo("2008-03-01");
        assertThat(period(STANCE, null, "2009", null).to()).isEqualTo("2010-01-01");
        assertThat(period(STANCE, "2009-07-07", "2009-07-07", null).to()).isEqualTo("2009-07-08");
    }

    @Test
    void startsWhatLastsOnTheDayOfTheAct() {
        assertThat(period(STANCE, null, null, "2009-07-07"))
                .isEqualTo(new Period(day("2009-07-07"), Precision.DAY, Period.OPEN_END, Precision.UNKNOWN));
        assertThat(period(STANCE, null, "2010", "2009-07").to()).isEqualTo("2011-01-01");
    }

    @Test
    void startsWhatLastsWhenItSaysAndNotOnTheDayOfTheAct() {
        FactTime time = FactTime.of(STANCE, date("2009-08"), null, date("2009-07-07"));

        assertThat(time.period().from()).isEqualTo("2009-08-01");
        assertThat(time.on()).isEqualTo(date("2009-07-07"));
    }

    @Test
    void holdsAnInstantOnItsDayOrMonthAlone() {
        assertThat(period(ATTACK, null, null, "2009-07-07"))
                .isEqualTo(new Period(day("2009-07-07"), Precision.DAY, day("2009-07-08"), Precision.DAY));
        assertThat(period(ATTACK, null, null, "2008-02"))
                .isEqualTo(new Period(day("2008-02-01"), Precision.MONTH, day("2008-03-01"), Precision.MONTH));
    }

    @Test
    void holdsAlwaysWhatHasNoDate() {
        assertThat(period(STANCE, null, null, null)).isEqualTo(Period.ALWAYS);
        assertThat(period(ATTACK, null, null, null)).isEqualTo(Period.ALWAYS);
    }

    @Test
    void refusesToEndBeforeItStarts() {
        assertThatThrownBy(() -> period(STANCE, "2009-07", "2009-06", null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> period(STANCE, null, "2009-06", "2009-07-01"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Period period(
            RelationshipType type, @Nullable String since, @Nullable String until, @Nullable String on) {
        return FactTime.of(type, date(since), date(until), date(on)).period();
    }

    private static @Nullable PartialDate date(@Nullable String text) {
        return text == null ? null : PartialDate.parse(text);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
