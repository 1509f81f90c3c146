package entente.load.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is known of a column of a table for which a mapping is drafted: its name, and texts that it holds. */
record DraftColumn(String name, List<String> cells) {
    private static final int LONGEST_SHOWN = 40;

    boolean all(Pattern form) {
        return !filled().isEmpty()
                && filled().stream().allMatch(cell -> form.matcher(cell).matches());
    }

    boolean isUnique() {
        return isFilled() && new HashSet<>(cells).size() == cells.size();
    }

    boolean isFilled() {
        return filled().size() == cells.size();
    }

    List<String> filled() {
        return cells.stream().filter(cell -> !cell.isEmpty()).toList();
    }

    /** Tells whether the pattern is found in the name, as words in lower case with a space between. */
    boolean isCalled(Pattern words) {
        return words.matcher(words()).find();
    }

    /** Its name without what the pattern finds in it. */
    String calledBeside(Pattern words) {
        return words.matcher(words()).replaceAll("").replaceAll(" +", " ").strip();
    }

    private String words() {
        String spaced = name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").replaceAll("[^\\p{L}\\p{N}]+", " ");
        return spaced.strip().toLowerCase(Locale.ROOT);
    }

    /** As a template, in YAML's quotes. */
    String template() {
        return quoted("{" + name + "}");
    }

    /** How it stands within YAML's quotes, which may hold more. */
    String inBraces() {
        String quoted = template();
        return quoted.substring(1, quoted.length() - 1);
    }

    /** A text in YAML's quotes. */
    static String quoted(String text) {
        return text.chars().mapToObj(DraftColumn::escaped).collect(Collectors.joining("", "\"", "\""));
    }

    /** A text for a comment: one line that is not too long. */
    static String shown(String text) {
        String line = text.replaceAll("[\\s\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\uFFFE\\uFFFF]+", " ");
        int[] characters = line.codePoints().limit(LONGEST_SHOWN + 1L).toArray();
        return characters.length > LONGEST_SHOWN ? new String(characters, 0, LONGEST_SHOWN) + "…" : line;
    }

    static String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String escaped(int character) {
        if (character == '"' || character == '\\') {
            return "\\" + (char) character;
        }
        return Character.isISOControl(character) ? "\\u%04x".formatted(character) : String.valueOf((char) character);
    }
}
