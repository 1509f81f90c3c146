package entente.load.mapping;

import entente.load.table.MalformedTableException;
import entente.load.table.TableFile;
import entente.load.table.TableLayout;
import entente.load.table.TableReading;
import entente.load.table.TableRow;
import entente.model.Names;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Guesses from the header and the first rows of a table how it may be mapped: something to begin with. */
public final class MappingDraft {
    private static final int ROWS = 1_000;
    /** More is not held, in characters. */
    private static final int MOST = 4_000_000;

    private static final int LONGEST_EXAMPLE = 40;
    private static final Pattern BRACES = Pattern.compile("[{}]");

    private final String name;
    private final List<Column> columns;

    /** What is known of a column: its name, and texts that it holds. */
    private record Column(String name, List<String> cells) {
        boolean all(Pattern form) {
            return !filled().isEmpty()
                    && filled().stream().allMatch(cell -> form.matcher(cell).matches());
        }

        boolean isUnique() {
            return filled().size() == cells.size() && new HashSet<>(cells).size() == cells.size();
        }

        List<String> filled() {
            return cells.stream().filter(cell -> !cell.isEmpty()).toList();
        }

        String lowerCase() {
            return name.toLowerCase(Locale.ROOT);
        }

        /** As a template, in YAML's quotes. */
        String template() {
            return quoted("{" + name + "}");
        }
    }

    /** What kind of code a column holds, by its name and by the form of its cells. */
    private enum Code {
        iso2("iso2|cca2|alpha.?2|country_code", "[A-Z]{2}"),
        iso3("iso3|cca3|alpha.?3", "[A-Z]{3}"),
        cow("cow|ccode|state.*no$|member$", "[0-9]{1,3}"),
        name("country|state|nation|member", "\\p{L}.{2,}");

        private final Pattern named;
        private final Pattern form;

        Code(String named, String form) {
            this.named = Pattern.compile(named);
            this.form = Pattern.compile(form);
        }

        boolean fits(Column column) {
            List<String> filled = column.filled();
            long fitting =
                    filled.stream().filter(cell -> form.matcher(cell).matches()).count();
            return named.matcher(column.lowerCase()).find() && fitting > 0 && fitting >= filled.size() * 9 / 10;
        }
    }

    /** How dates are written in a column. */
    private enum Dates {
        day("[0-9]{4}-[0-9]{2}-[0-9]{2}", "YYYY-MM-DD"),
        european("[0-3][0-9]/[01][0-9]/[0-9]{4}", "DD/MM/YYYY"),
        compact("[12][0-9]{3}[01][0-9][0-3][0-9]", "YYYYMMDD"),
        month("[12][0-9]{3}(0[1-9]|1[0-2])", "YYYYMM"),
        year("1[5-9][0-9]{2}|20[0-9]{2}", "YYYY");

        private final Pattern form;
        private final String pattern;

        Dates(String form, String pattern) {
            this.form = Pattern.compile(form);
            this.pattern = pattern;
        }
    }

    private MappingDraft(String name, List<Column> columns) {
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
        List<Column> columns = new ArrayList<>();
        try (TableReading reading = file.read(new TableLayout(null, charset), bytes -> {})) {
            reading.columns().forEach(column -> columns.add(new Column(column, new ArrayList<>())));
            TableRow row = reading.next();
            long held = 0;
            for (int count = 0; row != null && count < ROWS && held < MOST; count++, row = reading.next()) {
                held += row.cells().stream().mapToInt(String::length).sum();
                for (int index = 0; row.fault() == null && index < columns.size(); index++) {
                    columns.get(index).cells().add(row.cells().get(index).strip());
                }
            }
        } catch (MalformedTableException malformed) {
            throw MappedTables.refused(malformed);
        }
        columns.removeIf(column -> BRACES.matcher(column.name()).find());
        return new MappingDraft(name, columns).text(charset == null ? "" : ", charset: " + charset.name());
    }

    private String text(String layout) {
        StringBuilder text = new StringBuilder("# The columns, each with a cell of it:\n");
        columns.forEach(column -> text.append("#   ").append(described(column)).append('\n'));
        text.append("tables:\n  ")
                .append(name)
                .append(": {description: one row a …")
                .append(layout)
                .append("}\n\n");
        List<String> ends = ends();
        if (ends.size() < 2) {
            text.append(entityRule());
        }
        if (!ends.isEmpty()) {
            text.append(ends.size() < 2 ? "\n" : "").append(relationshipRule(ends));
        }
        return text.toString();
    }

    private static String described(Column column) {
        String cell = column.filled().stream().findFirst().orElse("(empty)").replaceAll("\\s+", " ");
        String shown = cell.length() > LONGEST_EXAMPLE ? cell.substring(0, LONGEST_EXAMPLE) + "…" : cell;
        return printable(column.name()) + ": " + printable(shown);
    }

    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF]", " ");
    }

    private String entityRule() {
        String made = columns.isEmpty() ? name : madeId();
        Optional<Column> called = column(column -> column.lowerCase().contains("name")
                || column.lowerCase().contains("title")
                || column.lowerCase().contains("label"));
        return "entities:\n  # Which kind? entente vocabulary lists them.\n  - kind: Event\n    id: {value: " + made
                + ", slug: true}\n    name: "
                + called.map(Column::template).orElse(made) + "\n"
                + date("date").map(date -> "    date: " + date + "\n").orElse("");
    }

    private String relationshipRule(List<String> ends) {
        Optional<String> begin = date("begin");
        Optional<String> end = ended();
        String to = ends.size() > 1 ? ends.get(1) : "{value: " + madeId() + ", slug: true}";
        return "relationships:\n  # Which type? entente vocabulary lists them.\n  - type: LINKED_TO\n    from: "
                + ends.get(0) + "\n    to: " + to + "\n"
                + begin.map(date -> "    since: " + date + "\n").orElse("")
                + end.map(date -> "    until: " + date + "\n").orElse("")
                + "    sources: [my-source]\n";
    }

    /** Look-ups of states: one for each column of the first sort of code that there is, the name behind it. */
    private List<String> ends() {
        for (Code code : Code.values()) {
            List<Column> holding = columns.stream().filter(code::fits).toList();
            if (!holding.isEmpty()) {
                Optional<Column> named =
                        code == Code.name || holding.size() > 1 ? Optional.empty() : column(Code.name::fits);
                return holding.stream()
                        .limit(2)
                        .map(column -> "{lookup: [{" + code + ": " + column.template() + "}"
                                + named.filter(other -> !other.equals(column))
                                        .map(other -> ", {name: " + other.template() + "}")
                                        .orElse("")
                                + "], kinds: [State], missing: require}")
                        .toList();
            }
        }
        return List.of();
    }

    /** A template of the column that tells the rows apart, or else of the first. */
    private String madeId() {
        return quoted(name + "-{" + id().orElseGet(() -> columns.get(0)).name() + "}");
    }

    private Optional<Column> id() {
        Predicate<Column> named = column -> column.lowerCase().matches(".*id|id.*|.*_no|number|key");
        return column(named.and(Column::isUnique))
                .or(() -> column(Column::isUnique))
                .or(() -> column(named));
    }

    private Optional<String> date(String called) {
        List<Column> dated = columns.stream()
                .filter(column -> !isEnd(column) && pattern(column).isPresent())
                .toList();
        return dated.stream()
                .filter(column -> column.lowerCase().contains(called))
                .findFirst()
                .or(() -> dated.stream().findFirst())
                .flatMap(MappingDraft::dateOf);
    }

    private Optional<String> ended() {
        return column(column -> isEnd(column) && pattern(column).isPresent()).flatMap(MappingDraft::dateOf);
    }

    private static boolean isEnd(Column column) {
        return column.lowerCase().matches(".*(end|until|exit|to_date).*");
    }

    private static Optional<String> dateOf(Column column) {
        return pattern(column).map(dates -> "{value: " + column.template() + ", date: " + dates.pattern + "}");
    }

    /** Numbers are dates only where the column's name says so. */
    private static Optional<Dates> pattern(Column column) {
        boolean called = column.lowerCase().matches(".*(date|day|month|year|begin|start|since|end|until|exit|time).*");
        for (Dates dates : Dates.values()) {
            if (column.all(dates.form) && (called || dates == Dates.day || dates == Dates.european)) {
                return Optional.of(dates);
            }
        }
        return Optional.empty();
    }

    private Optional<Column> column(Predicate<Column> wanted) {
        return columns.stream().filter(wanted).findFirst();
    }

    private static String quoted(String text) {
        return text.chars().mapToObj(MappingDraft::escaped).collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(int character) {
        if (character == '"' || character == '\\') {
            return "\\" + (char) character;
        }
        return Character.isISOControl(character) ? "\\u%04x".formatted(character) : String.valueOf((char) character);
    }

    /** What a mapping of this table may be called. */
    public static String nameFor(String file) {
        String base = file.replaceFirst(".*[/\\\\]", "").replaceFirst("(?i)\\.(csv|tsv|tab|txt)?(\\.gz)?$", "");
        String slug = Names.plainLatin(base).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "my-table" : slug;
    }
}
