package entente.load.mapping;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a table writes numbers, by an example: {@code 1,234.5}, {@code 1.234,5}, {@code 1 234}, {@code 0,5}. What stands
 * between thousands may be left out, and decimals, too. Spaces of other widths count as spaces.
 *
 * @param text as the mapping has it
 * @param thousands what stands between them; empty where nothing does
 * @param decimal what stands before decimals
 */
record NumberPattern(String text, Pattern form, String thousands, String decimal) {
    private static final Pattern EXAMPLE =
            Pattern.compile("(?:[1-9][0-9]{0,2}(?<thousands>[,.' ])[0-9]{3}|[0-9]+)(?:(?<decimal>[.,])[0-9]+)?");

    private static final Pattern OTHER_SPACES = Pattern.compile("[\u00A0\u2009\u202F]");

    /** Empty where the text is no example: it must show what stands between thousands, or before decimals. */
    static Optional<NumberPattern> of(String text) {
        Matcher example = EXAMPLE.matcher(spaced(text));
        if (!example.matches()) {
            return Optional.empty();
        }
        String thousands = Objects.requireNonNullElse(example.group("thousands"), "");
        String decimal = Objects.requireNonNullElse(example.group("decimal"), "");
        return thousands.equals(decimal)
                ? Optional.empty()
                : Optional.of(new NumberPattern(text, form(thousands, decimal), thousands, decimal));
    }

    private static Pattern form(String thousands, String decimal) {
        String grouped = thousands.isEmpty() ? "" : "[0-9]{1,3}(?:" + Pattern.quote(thousands) + "[0-9]{3})+|";
        String decimals = decimal.isEmpty() ? "" : "(?:" + Pattern.quote(decimal) + "[0-9]+)?";
        return Pattern.compile("[-+]?(?:" + grouped + "[0-9]+)" + decimals);
    }

    /** What a text comes to: the number as dossiers have it, such as {@code 1234.5}, or what is wrong. */
    Outcome read(String number) {
        String plain = spaced(number).replace('−', '-');
        if (!form.matcher(plain).matches()) {
            return Outcome.fault("\"" + number + "\" is not a number written like " + text);
        }
        String whole = plain.replace(thousands, "");
        return Outcome.of(decimal.isEmpty() ? whole : whole.replace(decimal, "."));
    }

    private static String spaced(String text) {
        return OTHER_SPACES.matcher(text).replaceAll(" ");
    }
}
