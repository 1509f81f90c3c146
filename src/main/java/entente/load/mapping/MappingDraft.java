package entente.load.mapping;

import entente.load.mapping.KnownStates.Code;
import entente.load.table.MalformedTableException;
import entente.load.table.TableFile;
import entente.load.table.TableLayout;
import entente.load.table.TableReading;
import entente.load.table.TableRow;
import entente.model.Names;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Guesses from the header and the first rows of a table how it may be mapped: something to begin with. */
public final class MappingDraft {
    private static final int ROWS = 1_000;
    /** More is not held, in characters. */
    private static final int MOST = 4_000_000;

    /** What no template can name, or YAML cannot hold; and what is too long to be a key of it. */
    private static final Pattern UNNAMEABLE = Pattern.compile("(?s).*[{}\\p{Cs}\\uFFFE\\uFFFF].*|.{200,}");

    private final String name;
    private final List<DraftColumn> columns;

    private MappingDraft(String name, List<DraftColumn> columns) {
        this.name = name;
        this.columns = columns;
    }

    /**
     * Drafts the tables and the rules of a mapping, as the lines of YAML that follow its head.
     *
     * @param name of the mapping, and of its table
     * @param charset in which the table is written, or null to find out
     * @throws entente.load.InvalidInputException if the table cannot be read so far
     */
    public static String of(String name, TableFile file, @Nullable Charset charset) {
        try {
            TableLayout layout = new TableLayout(null, charset, DraftHeader.in(file, charset), List.of());
            return new MappingDraft(name, columns(file, layout)).text(said(layout));
        } catch (MalformedTableException malformed) {
            throw MappedTables.refused(malformed);
        }
    }

    private static List<DraftColumn> columns(TableFile file, TableLayout layout) {
        List<DraftColumn> columns = new ArrayList<>();
        try (TableReading reading = file.read(layout, bytes -> {})) {
            reading.columns().forEach(column -> columns.add(new DraftColumn(column, new ArrayList<>())));
            TableRow row = reading.next();
            long held = 0;
            for (int count = 0; row != null && count < ROWS && held < MOST; count++, row = reading.next()) {
                held += row.cells().stream().mapToInt(String::length).sum();
                for (int index = 0; row.fault() == null && index < columns.size(); index++) {
                    columns.get(index).cells().add(row.cells().get(index).strip());
                }
            }
        }
        columns.removeIf(column -> UNNAMEABLE.matcher(column.name()).matches());
        return columns;
    }

    private static String said(TableLayout layout) {
        String charset =
                layout.charset() == null ? "" : "charset: " + layout.charset().name();
        String header = layout.header() == 1 ? "" : "header: " + layout.header();
        return charset + (charset.isEmpty() || header.isEmpty() ? "" : ", ") + header;
    }

    private String text(String layout) {
        String rules = new DraftRules(new DraftTable(name, columns)).text();
        StringBuilder text = new StringBuilder("# The columns, each with a cell of it:\n");
        columns.forEach(column -> text.append("#   ").append(described(column)).append('\n'));
        String unused = columns.stream()
                .filter(column -> !rules.contains(column.inBraces()))
                .map(column -> DraftColumn.shown(column.name()))
                .collect(Collectors.joining(", "));
        if (!unused.isEmpty()) {
            text.append("# No rule takes up ").append(unused).append(".\n");
        }
        return text.append("tables:\n  ")
                .append(name)
                .append(": {")
                .append(layout)
                .append("}\n\n")
                .append(rules)
                .toString();
    }

    private static String described(DraftColumn column) {
        String cell = column.filled().stream().findFirst().orElse("(empty)");
        return DraftColumn.shown(column.name()) + ": " + DraftColumn.shown(cell)
                + (Code.isAbbreviated(column)
                        ? " (Entente knows no abbreviations of Correlates of War, but its numbers)"
                        : "");
    }

    /** What a mapping of this table may be called. */
    public static String nameFor(String file) {
        String base = file.replaceFirst(".*[/\\\\]", "").replaceFirst("(?i)\\.(csv|tsv|tab|txt)?(\\.gz)?$", "");
        String slug = Names.plainLatin(base).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        if (slug.equals("null")) {
            return "my-null"; // which YAML takes for nothing
        }
        return slug.isEmpty() ? "my-table" : slug;
    }
}
