package entente.load.mapping;

import entente.load.Fields;
import entente.load.document.Node;
import entente.load.table.TableLayout;
import entente.model.Names;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how a table of a mapping is written. */
final class LayoutReader {
    private static final String COLUMNS = "columns";
    private static final String TAB = "tab";
    private static final Pattern LINE = Pattern.compile("[1-9][0-9]{0,5}");

    private final Fields fields;

    LayoutReader(Fields fields) {
        this.fields = fields;
    }

    TableLayout read() {
        return new TableLayout(separator(), charset(), header(), columns());
    }

    private @Nullable Character separator() {
        Node node = fields.node("separator");
        if (node == null) {
            return null;
        }
        String text = node instanceof Node.Scalar scalar ? scalar.text() : "";
        if (text.equals(TAB)) {
            return '\t';
        }
        if (text.length() != 1 || "\"\r\n".contains(text)) {
            fields.fault(node.place(), "a separator is one character, such as \";\", or tab");
            return null;
        }
        return text.charAt(0);
    }

    private @Nullable Charset charset() {
        String name = fields.text("charset");
        if (name == null) {
            return null;
        }
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            fields.fault(
                    fields.placeOf("charset"),
                    "unknown charset \"" + name + "\""
                            + Names.didYouMean(name, Charset.availableCharsets().keySet()));
            return null;
        }
    }

    /** Where the mapping names the columns, and no line is told that does, every line is a row. */
    private int header() {
        String line = fields.text("header");
        if (line == null) {
            return fields.has(COLUMNS) ? 0 : 1;
        }
        if (!LINE.matcher(line).matches()) {
            fields.fault(
                    fields.placeOf("header"),
                    "header is the number of the line that names the columns, such as 5; where none does, columns"
                            + " gives their names: {columns: [id, day]}");
            return 1;
        }
        return Integer.parseInt(line);
    }

    private List<String> columns() {
        List<String> names = fields.texts(COLUMNS);
        if (names.isEmpty() && fields.has(COLUMNS)) {
            fields.fault(fields.placeOf(COLUMNS), "columns gives the names of the columns, in their order: [id, day]");
        }
        names.stream()
                .filter(name -> Collections.frequency(names, name) > 1)
                .findFirst()
                .ifPresent(name -> fields.fault(fields.placeOf(COLUMNS), "two columns are called \"" + name + "\""));
        return names;
    }
}
