package entente.query;

import entente.model.DayText;
import entente.model.Names;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Turns the text of an argument into a value of its parameter's type. */
final class ArgumentText {
    /** Longer than any name; keeps what is sent to the database small. */
    private static final int LONGEST = 1_000;
    /** The largest whole number that JSON's readers keep exact: 2^53 - 1. */
    private static final long LARGEST = 9_007_199_254_740_991L;

    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,16}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,300}(\\.\\d{1,300})?([eE][+-]?\\d{1,3})?");
    private static final Pattern LIKE_A_NUMBER = Pattern.compile("\\d[\\d.,-]*");

    private ArgumentText() {}

    /**
     * Reads a value. An entity stays the text that names it.
     *
     * @throws IllegalArgumentException if the text is none; the message begins with it, in quotes
     */
    static Object read(Parameter parameter, String text, LocalDate today) {
        String value = text.strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException("\"\" is empty");
        }
        if (value.length() > LONGEST) {
            throw unfit(value.substring(0, 20) + "…", "has more than " + LONGEST + " characters");
        }
        return switch (parameter.type()) {
            case ENTITY, DOSSIER -> value;
            case STRING -> text(parameter, value);
            case INTEGER -> integer(value);
            case NUMBER -> number(value);
            case BOOLEAN -> bool(value);
            case DATE -> DayText.read(value, today);
            case ENUM -> word(parameter, value);
        };
    }

    /**
     * Tells whether a text in a question may be meant for a parameter. What is a date or number in another form counts
     * too, so that the reader hears of the form, and so does a pronoun, so that the reader hears that it says nothing.
     */
    static boolean mayBeMeantFor(Parameter parameter, String text) {
        return switch (parameter.type()) {
            case ENTITY, DOSSIER -> true;
            case STRING ->
                parameter.recorded() == null
                        || parameter.recorded().mayBe(text)
                        || Ask.PRONOUNS.contains(Names.fold(text));
            case INTEGER, NUMBER -> LIKE_A_NUMBER.matcher(text).matches();
            case BOOLEAN -> text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
            case DATE -> DayText.looksLikeOne(text);
            case ENUM ->
                parameter.words().stream().anyMatch(word -> Names.fold(word).equals(Names.fold(text)));
        };
    }

    private static String text(Parameter parameter, String text) {
        Recorded recorded = parameter.recorded();
        if (recorded != null && !recorded.mayBe(text)) {
            throw unfit(
                    text, "is none" + (parameter.example() == null ? "" : "; it is written as " + parameter.example()));
        }
        return text;
    }

    private static Long integer(String text) {
        if (!INTEGER.matcher(text).matches() || Math.abs(Long.parseLong(text)) > LARGEST) {
            throw unfit(text, "is not a whole number between -" + LARGEST + " and " + LARGEST);
        }
        return Long.valueOf(text);
    }

    private static Double number(String text) {
        if (!NUMBER.matcher(text).matches() || Double.isInfinite(Double.parseDouble(text))) {
            throw unfit(text, "is not a number such as 12 or 0.5");
        }
        return Double.valueOf(text);
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw unfit(text, "is neither true nor false");
        };
    }

    private static String word(Parameter parameter, String text) {
        return parameter.words().stream()
                .filter(word -> Names.fold(word).equals(Names.fold(text)))
                .findFirst()
                .orElseThrow(() -> unfit(text, "is not " + Names.oneOf(parameter.words())));
    }

    private static IllegalArgumentException unfit(String text, String reason) {
        return new IllegalArgumentException("\"" + text + "\" " + reason);
    }
}
