package entente.model;

import java.util.regex.Pattern;

/** Text from files and names, as it may be shown: with nothing in it that commands a terminal or that nobody sees. */
public final class ShownText {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");
    private static final Pattern UNSEEN_IN_LINES = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\n\\t]]+");
    private static final String REPLACEMENT = "\uFFFD";

    private ShownText() {}

    /** The text as one line. */
    public static String line(String text) {
        return UNSEEN.matcher(text).replaceAll(REPLACEMENT);
    }

    /** The text in the lines that it has. */
    public static String lines(String text) {
        return UNSEEN_IN_LINES.matcher(text).replaceAll(REPLACEMENT);
    }

    /** Whether the text can be shown as it is, in one line. */
    public static boolean isLine(String text) {
        return !UNSEEN.matcher(text).find();
    }
}
