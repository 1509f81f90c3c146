package entente.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as sources give it: a day, a month or a year. {@code 2009-06} is the month, not its first day.
 *
 * @param firstDay the first day it can mean
 * @param precision day, month or year
 */
public record PartialDate(LocalDate firstDay, Precision precision) {
    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

    public PartialDate {
        if (precision == Precision.UNKNOWN) {
            throw new IllegalArgumentException("a partial date is known to the day, the month or the year");
        }
        if (firstDay.getYear() <= Period.OPEN_START.getYear() || firstDay.getYear() >= Period.OPEN_END.getYear()) {
            throw new DateTimeException("a year lies between 0002 and 9998");
        }
    }

    /**
     * Reads the reduced forms of ISO 8601.
     *
     * @param text {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}
     * @throws DateTimeException if it is none of these, or no date of the calendar
     */
    public static PartialDate parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new DateTimeException("\"" + text + "\" is not a date; write 2009, 2009-07 or 2009-07-07");
        }
        int year = Integer.parseInt(form.group(1));
        try {
            if (form.group(2) == null) {
                return new PartialDate(LocalDate.of(year, 1, 1), Precision.YEAR);
            }
            int month = Integer.parseInt(form.group(2));
            if (form.group(3) == null) {
                return new PartialDate(LocalDate.of(year, month, 1), Precision.MONTH);
            }
            return new PartialDate(LocalDate.of(year, month, Integer.parseInt(form.group(3))), Precision.DAY);
        } catch (DateTimeException impossible) {
            throw new DateTimeException(
                    "\"" + text + "\" is not in the calendar: " + impossible.getMessage(), impossible);
        }
    }

    /** The first day after everything it can mean: of {@code 2009-06}, 1 July 2009. */
    public LocalDate dayAfter() {
        return switch (precision) {
            case DAY -> firstDay.plusDays(1);
            case MONTH -> firstDay.plusMonths(1);
            case YEAR -> firstDay.plusYears(1);
            case UNKNOWN -> throw new IllegalStateException();
        };
    }

    /** The form it was read from. */
    @Override
    public String toString() {
        String day = firstDay.toString();
        return switch (precision) {
            case DAY -> day;
            case MONTH -> day.substring(0, 7);
            case YEAR -> day.substring(0, 4);
            case UNKNOWN -> throw new IllegalStateException();
        };
    }
}
