package entente.load.mapping;

import entente.load.JoinReport;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A table whose rows are found by the text of one column. It remembers which were. */
final class JoinedTable {
    /** A table that was left out: nothing is ever found in it. */
    static final JoinedTable NONE = new JoinedTable("", Map.of(), Map.of(), Map.of(), 0);

    /** More keys that are not there are not told apart. */
    private static final int MOST_WITHOUT = 100_000;

    private final String file;
    private final Map<String, Integer> columns;
    private final Map<String, List<JoinedRow>> rows;
    private final Map<String, Integer> wrong;
    private final int rejected;
    private final Set<String> found = new HashSet<>();
    private final Set<String> without = new HashSet<>();

    /** A row as far as it is held. */
    record JoinedRow(int line, List<String> cells) {}

    /**
     * Holds rows.
     *
     * @param file where the table is
     * @param columns those that are held, numbered from 0
     * @param rows by the text of the key column, without spaces around
     * @param wrong the lines of those that are wrong, likewise, as far as they have a key
     * @param rejected how many are wrong
     */
    JoinedTable(
            String file,
            Map<String, Integer> columns,
            Map<String, List<JoinedRow>> rows,
            Map<String, Integer> wrong,
            int rejected) {
        this.file = file;
        this.columns = columns;
        this.rows = rows;
        this.wrong = wrong;
        this.rejected = rejected;
    }

    /** What is wrong where a row of that key is. */
    Optional<String> fault(String key) {
        return Optional.ofNullable(wrong.get(key))
                .map(line -> "the row of the key \"" + key + "\" is wrong, at line " + line + " of " + file);
    }

    String file() {
        return file;
    }

    Map<String, Integer> columns() {
        return columns;
    }

    List<JoinedRow> rows(String key) {
        List<JoinedRow> there = rows.get(key);
        if (there != null) {
            found.add(key);
        } else if (this != NONE && without.size() < MOST_WITHOUT) {
            without.add(key);
        }
        return there == null ? List.of() : there;
    }

    JoinReport report(String table) {
        int all = rows.values().stream().mapToInt(List::size).sum();
        int matched = found.stream()
                .mapToInt(key -> rows.getOrDefault(key, List.of()).size())
                .sum();
        return new JoinReport(table, file, matched, all - matched, rejected, without.size());
    }
}
