package entente.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Days as people write them in questions and addresses: {@code 2009-07-07}, {@code 7 July 2009}, {@code 7.7.2009} or
 * {@code today}.
 */
public final class DayText {
    private static final String TODAY = "today";
    private static final DateTimeFormatter IN_WORDS = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
    /** The names of months in English and their usual short forms, as alternatives of a pattern. */
    public static final String MONTH_NAMES = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
            + "|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

    private static final String MONTH = "(?<month>" + MONTH_NAMES + ")\\.?";
    private static final String YEAR = "(?:,?\\s+(?<year>\\d{4}))?";
    /** A month with or without a day and a year; in {@code 15th of July 2009} the day comes first. */
    private static final List<Pattern> WITH_A_MONTH = Stream.of(
                    "(?:" + DAY + "\\s+(?:of\\s+)?)?" + MONTH + YEAR, MONTH + "\\s+" + DAY + YEAR)
            .map(form -> Pattern.compile(form, Pattern.CASE_INSENSITIVE))
            .toList();

    private static final Pattern IN_FIGURES = Pattern.compile("\\d[\\d./-]*");
    /** With dots, the day comes first wherever days are written so; with slashes it does in some countries only. */
    private static final Pattern WITH_DOTS = Pattern.compile("(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>\\d{4})");

    private DayText() {}

    /**
     * Reads {@code 2009-07-07}, {@code 7 July 2009}, {@code 7.7.2009} and the like, or {@code today}.
     *
     * @throws IllegalArgumentException if the text is no day; the message begins with it, in quotes
     */
    public static LocalDate read(String text, LocalDate today) {
        if (text.equalsIgnoreCase(TODAY)) {
            return today;
        }
        PartialDate date = date(text)
                .orElseThrow(() -> new IllegalArgumentException("\"" + text
                        + "\" is not a day of the calendar such as 7 July 2009 (2009-07-07), nor \"today\""));
        if (date.precision() == Precision.DAY) {
            return date.firstDay();
        }
        throw new IllegalArgumentException(
                "\"" + text + "\" is a " + date.precision().word() + ", and one day is needed, such as "
                        + IN_WORDS.format(date.firstDay()) + " (" + date.firstDay() + ") or today");
    }

    /** The first day of a month or a year, as {@link #read} reads it; any other text as it is. */
    public static String firstDay(String text) {
        return period(text).map(period -> period.firstDay().toString()).orElse(text);
    }

    /** The last day of a month or a year, as {@link #read} reads it; any other text as it is. */
    public static String lastDay(String text) {
        return period(text)
                .map(period -> period.dayAfter().minusDays(1).toString())
                .orElse(text);
    }

    private static Optional<PartialDate> period(String text) {
        return date(text).filter(date -> date.precision() != Precision.DAY);
    }

    /** Tells whether a text is a day, a month or a year that this can read. */
    public static boolean isRead(String text) {
        return text.equalsIgnoreCase(TODAY) || date(text).isPresent();
    }

    /** Tells whether a text is likely meant for a day, be it one that {@link #read} can read or not. */
    public static boolean looksLikeOne(String text) {
        return text.equalsIgnoreCase(TODAY)
                || IN_FIGURES.matcher(text).matches()
                || withAMonth(text).isPresent();
    }

    /** The day, month or year that a text of several words ends in, as it is written there. */
    public static Optional<String> atTheEndOf(String text) {
        return IntStream.range(1, text.length())
                .filter(start -> Character.isWhitespace(text.charAt(start - 1)))
                .mapToObj(text::substring)
                .filter(end -> date(end).isPresent())
                .findFirst();
    }

    private static Optional<PartialDate> date(String text) {
        try {
            return Optional.of(PartialDate.parse(inFigures(text)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<Matcher> withAMonth(String text) {
        return WITH_A_MONTH.stream()
                .map(form -> form.matcher(text))
                .filter(Matcher::matches)
                .findFirst();
    }

    /** The form that {@link PartialDate} reads, or the text itself where it is no day that this knows. */
    private static String inFigures(String text) {
        Matcher dots = WITH_DOTS.matcher(text);
        if (dots.matches()) {
            return dots.group("year") + "-" + twoFigures(dots.group("month")) + "-" + twoFigures(dots.group("day"));
        }
        return IN_FIGURES.matcher(text).matches()
                ? text
                : withAMonth(text).map(DayText::withFigures).orElse(text);
    }

    /** None of the forms that {@link PartialDate} reads lacks the year. */
    private static String withFigures(Matcher form) {
        String month = form.group("month").substring(0, 3).toLowerCase(Locale.ROOT);
        String yearAndMonth = form.group("year") + "-" + twoFigures(String.valueOf(MONTHS.indexOf(month) + 1));
        String day = form.group("day");
        return day == null ? yearAndMonth : yearAndMonth + "-" + twoFigures(day);
    }

    private static String twoFigures(String number) {
        return number.length() < 2 ? "0" + number : number;
    }
}
