package entente.model;

/** The form of an id: lower-case letters and digits, with single hyphens between, such as {@code osh-base}. */
public final class Slug {
    /** The longest id, in characters. */
    public static final int MAX_LENGTH = 200;

    private Slug() {}

    /** Tells whether a text can be an id. */
    public static boolean isSlug(String text) {
        boolean afterHyphen = true;
        for (int position = 0; position < text.length(); position++) {
            char character = text.charAt(position);
            boolean hyphen = character == '-';
            boolean letter = (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
            if ((hyphen && afterHyphen) || (!hyphen && !letter)) {
                return false;
            }
            afterHyphen = hyphen;
        }
        return !afterHyphen && text.length() <= MAX_LENGTH;
    }
}
