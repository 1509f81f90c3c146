package entente.model;

import java.util.regex.Pattern;

/** The form of an id: lower-case letters and digits, with single hyphens between, such as {@code osh-base}. */
public final class Slug {
    /** The longest id, in characters. */
    public static final int MAX_LENGTH = 200;

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private Slug() {}

    /** Tells whether a text can be an id. */
    public static boolean isSlug(String text) {
        return text.length() <= MAX_LENGTH && FORM.matcher(text).matches();
    }
}
