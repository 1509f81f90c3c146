package entente.export;

import java.util.Locale;

/** Text from outside as a terminal may show it: without what would command the terminal or reorder its line. */
public final class TerminalText {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private TerminalText() {}

    /**
     * Shows control characters, among them the escape that begins a terminal's commands, and marks that turn the
     * direction of writing as {@code \}{@code u001b}. Tabs become spaces; line breaks stay.
     */
    public static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(character -> {
            if (character == '\t') {
                clean.append(' ');
            } else if (character == '\n' || isHarmless(character)) {
                clean.appendCodePoint(character);
            } else {
                clean.append(String.format(Locale.ROOT, "\\u%04x", character));
            }
        });
        return clean.toString();
    }

    private static boolean isHarmless(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.FORMAT -> character == ZERO_WIDTH_NON_JOINER || character == ZERO_WIDTH_JOINER;
            default -> true;
        };
    }

    /** How many places of a terminal's line the text takes: none for marks that sit on letters, two for wide ones. */
    static int width(String text) {
        return text.codePoints().map(TerminalText::width).sum();
    }

    static int width(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(character) ? 2 : 1;
        };
    }

    /** The blocks of Unicode's East Asian Width that hold nothing but wide characters, and the pictographs. */
    private static boolean isWide(int character) {
        return (character >= 0x1100 && character <= 0x115F)
                || (character >= 0x2E80 && character <= 0xA4CF && character != 0x303F)
                || (character >= 0xAC00 && character <= 0xD7A3)
                || (character >= 0xF900 && character <= 0xFAFF)
                || (character >= 0xFE30 && character <= 0xFE6F)
                || (character >= 0xFF00 && character <= 0xFF60)
                || (character >= 0xFFE0 && character <= 0xFFE6)
                || (character >= 0x1F300 && character <= 0x1FAFF)
                || (character >= 0x20000 && character <= 0x3FFFD);
    }
}
