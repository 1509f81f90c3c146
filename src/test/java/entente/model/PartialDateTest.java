package entente.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PartialDateTest {
    @Provide
    Arbitrary<PartialDate> dates() {
        Arbitrary<LocalDate> days = Arbitraries.longs()
                .between(
                        LocalDate.of(2, 1, 1).toEpochDay(),
                        LocalDate.of(9998, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
        Arbitrary<Integer> lengths = Arbitraries.of(4, 7, 10);
        return Combinators.combine(days, lengths)
                .as((day, length) -> PartialDate.parse(day.toString().substring(0, length)));
    }

    @Property
    void isReadBackFromItsText(@ForAll("dates") PartialDate date) {
        assertThat(PartialDate.parse(date.toString())).isEqualTo(date);
    }

    /** The day after its last is the first that it cannot mean. */
    @Property
    void coversAllDaysThatBeginWithItsTextAndNoOther(@ForAll("dates") PartialDate date) {
        assertThat(date.firstDay().toString()).startsWith(date.toString());
        assertThat(date.dayAfter().minusDays(1).toString()).startsWith(date.toString());
        assertThat(date.firstDay().minusDays(1).toString()).doesNotStartWith(date.toString());
        assertThat(date.dayAfter().toString()).doesNotStartWith(date.toString());
    }

    @Property
    void holdsFromItsFirstDayToItsLast(@ForAll("dates") PartialDate since, @ForAll("dates") PartialDate until) {
        if (!since.firstDay().isBefore(until.dayAfter())) {
            assertThatThrownBy(() -> Period.between(since, until)).isInstanceOf(IllegalArgumentException.class);
            return;
        }
        Period period = Period.between(since, until);
        assertThat(period.holdsOn(since.firstDay())).isTrue();
        assertThat(period.holdsOn(until.dayAfter().minusDays(1))).isTrue();
        assertThat(period.holdsOn(since.firstDay().minusDays(1))).isFalse();
        assertThat(period.holdsOn(until.dayAfter())).isFalse();
    }

    @Property
    void takesNoTextButADate(@ForAll String text) {
        if (!text.matches("[0-9]{4}(-[0-9]{2}){0,2}")) {
            assertThatThrownBy(() -> PartialDate.parse(text)).isInstanceOf(DateTimeException.class);
        }
    }

    @Example
    void knowsLeapYears() {
        assertThat(PartialDate.parse("2008-02").dayAfter()).isEqualTo("2008-03-01");
        assertThat(PartialDate.parse("2008-02-29").dayAfter()).isEqualTo("2008-03-01");
        assertThat(PartialDate.parse("2000-02-29").dayAfter()).isEqualTo("2000-03-01");
        assertThatThrownBy(() -> PartialDate.parse("2009-02-29")).hasMessageContaining("not in the calendar");
        assertThatThrownBy(() -> PartialDate.parse("1900-02-29")).hasMessageContaining("not in the calendar");
    }

    @Example
    void refusesTheYearsThatStandForOpenEnds() {
        for (String year : new String[] {"0001", "0000", "9999"}) {
            assertThatThrownBy(() -> PartialDate.parse(year)).hasMessageContaining("between 0002 and 9998");
        }
    }
}
