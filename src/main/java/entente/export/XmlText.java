package entente.export;

/** Text as XML 1.0 can hold it: markup escaped, what XML has no place for replaced by U+FFFD. */
final class XmlText {
    private static final char REPLACEMENT = '\uFFFD';

    private XmlText() {}

    /** For the text of an element and for an attribute's value in double quotes alike; line ends and tabs survive. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> append(character, escaped));
        return escaped.toString();
    }

    private static void append(int character, StringBuilder out) {
        switch (character) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&apos;");
            case '\n' -> out.append("&#10;");
            case '\r' -> out.append("&#13;");
            case '\t' -> out.append("&#9;");
            default -> out.appendCodePoint(isAllowed(character) ? character : REPLACEMENT);
        }
    }

    /** Production [2] of XML 1.0, without what is handled before. */
    private static boolean isAllowed(int character) {
        return (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }

    /**
     * A name token, as GraphML wants its ids: what cannot stand in one becomes its code, as {@code _x20_}. Slugs stay
     * as they are.
     */
    static String token(String text) {
        StringBuilder token = new StringBuilder(text.length());
        text.replace("_x", "_x5F_x").codePoints().forEach(character -> {
            if (isTokenCharacter(character)) {
                token.appendCodePoint(character);
            } else {
                token.append("_x").append(Integer.toHexString(character)).append('_');
            }
        });
        return token.isEmpty() ? "_x_" : token.toString();
    }

    private static boolean isTokenCharacter(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || "-_.:".indexOf(character) >= 0;
    }
}
