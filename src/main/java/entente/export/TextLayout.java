package entente.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lays cells of text out within a width.
 *
 * @param names of the columns
 * @param rows each as long as the names; a cell may hold line breaks
 * @param width how many places a line has
 */
record TextLayout(List<String> names, List<List<String>> rows, int width) {
    private static final String GAP = "  ";
    /** A column narrower than this is no longer read with ease. */
    private static final int NARROWEST = 8;

    String text() {
        int[] widths = naturalWidths();
        return shrink(widths) ? sideBySide(widths) : blocks();
    }

    private int[] naturalWidths() {
        return IntStream.range(0, names.size())
                .map(column -> Stream.concat(
                                Stream.of(names.get(column)),
                                rows.stream().flatMap(row -> row.get(column).lines()))
                        .mapToInt(TerminalText::width)
                        .max()
                        .orElse(0))
                .toArray();
    }

    /** Takes from the widest column until all fit; tells whether they do. */
    private boolean shrink(int[] widths) {
        int available = width - GAP.length() * (widths.length - 1);
        int excess = IntStream.of(widths).sum() - available;
        while (excess > 0) {
            int widest = widest(widths);
            if (widths[widest] <= NARROWEST) {
                return false;
            }
            widths[widest]--;
            excess--;
        }
        return true;
    }

    private static int widest(int[] widths) {
        int widest = 0;
        for (int column = 1; column < widths.length; column++) {
            if (widths[column] > widths[widest]) {
                widest = column;
            }
        }
        return widest;
    }

    private String sideBySide(int[] widths) {
        StringBuilder text = new StringBuilder();
        appendRow(text, names, widths);
        appendRow(text, IntStream.of(widths).mapToObj("-"::repeat).toList(), widths);
        rows.forEach(row -> appendRow(text, row, widths));
        return text.toString();
    }

    private static void appendRow(StringBuilder text, List<String> cells, int[] widths) {
        List<List<String>> wrapped = new ArrayList<>();
        for (int column = 0; column < widths.length; column++) {
            wrapped.add(WrappedText.lines(cells.get(column), widths[column]));
        }
        int height = wrapped.stream().mapToInt(List::size).max().orElse(0);
        for (int line = 0; line < height; line++) {
            appendLine(text, wrapped, widths, line);
        }
    }

    private static void appendLine(StringBuilder text, List<List<String>> wrapped, int[] widths, int line) {
        StringBuilder whole = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            List<String> cell = wrapped.get(column);
            String part = line < cell.size() ? cell.get(line) : "";
            whole.append(column == 0 ? "" : GAP).append(part);
            whole.append(" ".repeat(widths[column] - TerminalText.width(part)));
        }
        text.append(whole.toString().stripTrailing()).append('\n');
    }

    private String blocks() {
        int nameWidth = names.stream().mapToInt(TerminalText::width).max().orElse(0);
        int[] widths = {nameWidth, Math.max(NARROWEST, width - GAP.length() - nameWidth)};
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int column = 0; column < names.size(); column++) {
                appendRow(text, List.of(names.get(column), row.get(column)), widths);
            }
            text.append('\n');
        }
        return text.toString();
    }
}
