package entente.export;

import entente.model.Entity;
import entente.model.Relationship;
import entente.model.Table;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table for people at a terminal: columns fitted to its width, long text wrapped at words, a list with one item a
 * line, null as a blank. Nothing is cut. Where the columns are too many to stand side by side, each row is a block of
 * its own with one column a line.
 *
 * <p>Text is shown through {@link TerminalText}: what data hold never commands the terminal.
 */
public final class TextTableFormat implements TableFormat {
    private static final int NARROWEST_TERMINAL = 20;

    private final int width;

    /** A format for a terminal of so many places a line. */
    public TextTableFormat(int width) {
        this.width = Math.max(width, NARROWEST_TERMINAL);
    }

    @Override
    public void write(Table table, Writer out) throws IOException {
        List<String> names = table.columns().stream().map(TerminalText::clean).toList();
        List<List<String>> rows = table.rows().stream()
                .map(row -> row.stream().map(TextTableFormat::cell).toList())
                .toList();
        out.write(new TextLayout(names, rows, width).text());
        out.write(footer(table) + "\n");
        out.flush();
    }

    private static String footer(Table table) {
        int rows = table.rows().size();
        String counted = rows == 0 ? "no rows" : rows == 1 ? "1 row" : rows + " rows";
        return table.truncated() ? counted + " shown; there are more" : counted;
    }

    private static String cell(@Nullable Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream().map(TextTableFormat::item).collect(Collectors.joining("\n"));
        }
        return item(value);
    }

    private static String item(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Entity entity) {
            return TerminalText.clean(named(entity));
        }
        if (value instanceof Relationship relationship) {
            return TerminalText.clean(relationship.from() + " -" + relationship.type() + "-> " + relationship.to());
        }
        boolean nested = value instanceof Map || value instanceof Collection;
        return TerminalText.clean(nested ? PlainJson.text(value) : value.toString());
    }

    private static String named(Entity entity) {
        Object name = entity.properties().get("name");
        return name == null ? entity.id() : name + " (" + entity.id() + ")";
    }
}
