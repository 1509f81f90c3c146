package entente.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The half-open time {@code [from, to)} in which a relationship holds. An open end is {@link #OPEN_START} or
 * {@link #OPEN_END}, so that one comparison tells whether the period holds on a day.
 *
 * @param from the first day
 * @param fromPrecision how exactly the first day is known
 * @param to the day after the last
 * @param toPrecision how exactly the end is known
 */
public record Period(LocalDate from, Precision fromPrecision, LocalDate to, Precision toPrecision) {
    /** What the graph keeps for a start that is not known. */
    public static final LocalDate OPEN_START = LocalDate.of(1, 1, 1);
    /** What the graph keeps for an end that is not known or has not come. */
    public static final LocalDate OPEN_END = LocalDate.of(9999, 12, 31);

    public static final Period ALWAYS = new Period(OPEN_START, Precision.UNKNOWN, OPEN_END, Precision.UNKNOWN);

    /**
     * Checks the order of the ends.
     *
     * @throws IllegalArgumentException if it ends before it starts
     */
    public Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("it ends before it starts");
        }
    }

    /**
     * The period from the first day that {@code since} can mean to the last that {@code until} can.
     *
     * @param since null where the start is not known
     * @param until null where the end is not known or has not come
     * @throws IllegalArgumentException if it ends before it starts
     */
    public static Period between(@Nullable PartialDate since, @Nullable PartialDate until) {
        return new Period(
                since == null ? OPEN_START : since.firstDay(),
                since == null ? Precision.UNKNOWN : since.precision(),
                until == null ? OPEN_END : until.dayAfter(),
                until == null ? Precision.UNKNOWN : until.precision());
    }

    /** Tells whether the relationship holds on a day. */
    public boolean holdsOn(LocalDate day) {
        return !from.isAfter(day) && day.isBefore(to);
    }
}
