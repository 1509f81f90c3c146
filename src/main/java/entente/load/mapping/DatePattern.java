package entente.load.mapping;

import entente.model.PartialDate;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a table writes dates: {@code YYYYMM}, {@code DD/MM/YYYY}.
 *
 * @param text as the mapping has it
 * @param year where the four digits of the year begin, from 0
 * @param month where the two digits of the month begin, or -1
 * @param day where the two digits of the day begin, or -1
 */
record DatePattern(String text, int year, int month, int day) {
    /** Empty where the text is no pattern: the year must be there once, and the month where the day is. */
    static Optional<DatePattern> of(String text) {
        int year = text.indexOf("YYYY");
        int month = text.indexOf("MM");
        int day = text.indexOf("DD");
        String rest = text.replaceFirst("YYYY", "").replaceFirst("MM", "").replaceFirst("DD", "");
        boolean complete = year >= 0 && (day < 0 || month >= 0);
        return complete && rest.chars().noneMatch(Character::isLetterOrDigit)
                ? Optional.of(new DatePattern(text, year, month, day))
                : Optional.empty();
    }

    /**
     * Turns a text into the form that dossiers have, such as {@code 2009-07}.
     *
     * @throws DateTimeException if it does not have the pattern; whether such a day exists is not asked
     */
    String read(String date) {
        if (!fits(date)) {
            throw new DateTimeException("\"" + date + "\" is not a date in the form " + text);
        }
        List<String> parts = new ArrayList<>(List.of(date.substring(year, year + 4)));
        if (month >= 0) {
            parts.add(date.substring(month, month + 2));
        }
        if (day >= 0) {
            parts.add(date.substring(day, day + 2));
        }
        return String.join("-", parts);
    }

    private boolean fits(String date) {
        if (date.length() != text.length()) {
            return false;
        }
        for (int position = 0; position < date.length(); position++) {
            char expected = text.charAt(position);
            char found = date.charAt(position);
            boolean digit = found >= '0' && found <= '9';
            if (Character.isLetter(expected) ? !digit : found != expected) {
                return false;
            }
        }
        return true;
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
