package entente.export;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines of a width, between words where it can. */
final class WrappedText {
    private final int width;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();

    private WrappedText(int width) {
        this.width = Math.max(width, 2);
    }

    /** The lines of a text, at least one, none wider than the width. */
    static List<String> lines(String text, int width) {
        WrappedText wrapped = new WrappedText(width);
        text.lines().forEach(wrapped::add);
        return wrapped.lines.isEmpty() ? List.of("") : wrapped.lines;
    }

    private void add(String paragraph) {
        for (String word : paragraph.split(" ", -1)) {
            addWord(word);
        }
        endLine();
    }

    private void addWord(String word) {
        if (!line.isEmpty() && TerminalText.width(line.toString()) + 1 + TerminalText.width(word) > width) {
            endLine();
        }
        if (!line.isEmpty()) {
            line.append(' ');
        }
        word.codePoints().forEach(this::addCharacter);
    }

    private void addCharacter(int character) {
        if (TerminalText.width(line.toString()) + TerminalText.width(character) > width) {
            endLine();
        }
        line.appendCodePoint(character);
    }

    private void endLine() {
        lines.add(line.toString());
        line.setLength(0);
    }
}
