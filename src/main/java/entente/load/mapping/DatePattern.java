package entente.load.mapping;

import entente.model.Names;
import entente.model.PartialDate;
import java.time.DateTimeException;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a table writes dates: {@code YYYYMM}, {@code D/M/YYYY}, {@code D MON YYYY}, {@code YYYY-MM-DD*}. {@code YYYY},
 * {@code MM} and {@code DD} have as many digits, {@code M} and {@code D} one or two; {@code MON} is the name of a month
 * in English, whole or the beginning of it; {@code *} is anything, such as a time of day. A month or a day of zeros is
 * one that is not known.
 *
 * @param text as the mapping has it
 * @param parts what the groups of the form are called
 */
record DatePattern(String text, Pattern form, List<String> parts) {
    private static final Set<String> FIGURES = Set.of("YYYY", "MM", "M", "DD", "D");
    private static final String YEAR = "year";
    private static final String MONTH = "month";
    private static final String NAME = "name";
    private static final String DAY = "day";
    private static final Pattern PART = Pattern.compile("YYYY|MON|MM?|DD?|\\*|[^A-Za-z0-9*]+");

    /**
     * Empty where the text is no pattern: the year must be there once, and the month where the day is, and something
     * between what has one or two digits and other digits.
     */
    static Optional<DatePattern> of(String text) {
        StringBuilder form = new StringBuilder();
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(text);
        String before = "";
        boolean isClear = true;
        int end = 0;
        while (part.lookingAt()) {
            boolean together = FIGURES.contains(before) && FIGURES.contains(part.group());
            isClear &= !together || (before.length() > 1 && part.group().length() > 1);
            before = part.group();
            form.append(form(part.group()));
            parts.add(name(part.group()));
            end = part.end();
            part.region(end, text.length());
        }
        long years = count(parts, YEAR);
        long months = count(parts, MONTH) + count(parts, NAME);
        long days = count(parts, DAY);
        boolean complete = years == 1 && months <= 1 && days <= months;
        return complete && isClear && end == text.length()
                ? Optional.of(new DatePattern(text, Pattern.compile(form.toString(), Pattern.DOTALL), parts))
                : Optional.empty();
    }

    private static long count(List<String> parts, String name) {
        return parts.stream().filter(name::equals).count();
    }

    private static String name(String part) {
        return switch (part) {
            case "YYYY" -> YEAR;
            case "MON" -> NAME;
            case "MM", "M" -> MONTH;
            case "DD", "D" -> DAY;
            default -> "";
        };
    }

    private static String form(String part) {
        return switch (part) {
            case "YYYY" -> "(?<year>[0-9]{4})";
            case "MON" -> "(?<name>\\p{L}{3,9})\\.?";
            case "MM" -> "(?<month>[0-9]{2})";
            case "M" -> "(?<month>[0-9]{1,2})";
            case "DD" -> "(?<day>[0-9]{2})";
            case "D" -> "(?<day>[0-9]{1,2})";
            case "*" -> "(?:[^0-9].*)?";
            default -> Pattern.quote(part);
        };
    }

    /**
     * Turns a text into the form that dossiers have, such as {@code 2009-07}.
     *
     * @throws DateTimeException if it does not have the pattern; whether such a day exists is not asked
     */
    String read(String date) {
        return readBy(List.of(this), date);
    }

    /**
     * Turns a text into the form that dossiers have, by the first pattern that it has.
     *
     * @throws DateTimeException if it has none of them; whether such a day exists is not asked
     */
    static String readBy(List<DatePattern> patterns, String date) {
        return patterns.stream()
                .flatMap(pattern -> Stream.ofNullable(pattern.readOrNull(date)))
                .findFirst()
                .orElseThrow(
                        () -> new DateTimeException("\"" + date + "\" is not a date in the form " + inWords(patterns)));
    }

    static String inWords(List<DatePattern> patterns) {
        return Names.oneOf(patterns.stream().map(DatePattern::text).toList());
    }

    private @Nullable String readOrNull(String date) {
        Matcher found = form.matcher(date);
        if (!found.matches()) {
            return null;
        }
        Optional<String> month = group(found, NAME).map(DatePattern::numbered).or(() -> group(found, MONTH));
        if (month.filter(String::isEmpty).isPresent()) {
            return null;
        }
        Optional<String> known = month.filter(DatePattern::isKnown);
        Optional<String> day = known.isEmpty() ? known : group(found, DAY).filter(DatePattern::isKnown);
        return Stream.of(group(found, YEAR), known, day)
                .flatMap(Optional::stream)
                .map(number -> number.length() < 2 ? "0" + number : number)
                .reduce((one, other) -> one + "-" + other)
                .orElseThrow();
    }

    private Optional<String> group(Matcher found, String name) {
        return parts.contains(name) ? Optional.of(found.group(name)) : Optional.empty();
    }

    private static boolean isKnown(String number) {
        return number.chars().anyMatch(digit -> digit != '0');
    }

    /** The number of a month, or nothing where no month is called so. */
    private static String numbered(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return Stream.of(Month.values())
                .filter(month -> month.name().startsWith(upper))
                .map(month -> String.valueOf(month.getValue()))
                .findFirst()
                .orElse("");
    }

    /** The last of what it means that holds, where the date given is the first that does not. */
    static String before(String date) {
        PartialDate first = PartialDate.parse(date);
        return switch (first.precision()) {
            case DAY -> first.firstDay().minusDays(1).toString();
            case MONTH -> first.firstDay().minusMonths(1).toString().substring(0, 7);
            case YEAR -> first.firstDay().minusYears(1).toString().substring(0, 4);
            case UNKNOWN -> throw new IllegalStateException();
        };
    }
}
