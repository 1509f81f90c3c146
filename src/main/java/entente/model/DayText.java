package entente.model;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Days as people write them in questions and addresses. */
public final class DayText {
    private static final String TODAY = "today";

    private DayText() {}

    /**
     * Reads {@code 2009-07-07} or {@code today}.
     *
     * @throws IllegalArgumentException if the text is no day; the message begins with it, in quotes
     */
    public static LocalDate read(String text, LocalDate today) {
        if (text.equalsIgnoreCase(TODAY)) {
            return today;
        }
        PartialDate date = date(text);
        if (date.precision() == Precision.DAY) {
            return date.firstDay();
        }
        throw new IllegalArgumentException("\"" + text + "\" is a "
                + date.precision().word() + ", and one day is needed, such as " + date.firstDay() + " or today");
    }

    private static PartialDate date(String text) {
        try {
            return PartialDate.parse(text);
        } catch (DateTimeException none) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not a day of the calendar such as 2009-07-07, nor \"today\"", none);
        }
    }
}
