package entente.load.mapping;

import entente.load.mapping.KnownStates.Code;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A state that each row names, by its columns: one code, or a code and a name beside it. */
final class DraftState {
    /** What part of the different texts of a column must be known, and of the rows of two columns must agree. */
    private static final double ENOUGH = 0.8;

    private final KnownStates known;
    private final Map<Code, DraftColumn> columns = new LinkedHashMap<>();
    /** Columns that say again what others say. */
    private final List<DraftColumn> repeated = new ArrayList<>();

    /** The code that is filled most often, and behind it the name. */
    private final Map<Code, DraftColumn> lookedUp = new LinkedHashMap<>();

    /** Of its rows, by what is looked up; empty where none is known. */
    private List<String> ids = List.of();

    private DraftState(KnownStates known) {
        this.known = known;
    }

    /** The states that the columns name, in their order. */
    static List<DraftState> in(List<DraftColumn> columns, KnownStates known) {
        List<DraftState> states = new ArrayList<>();
        for (DraftColumn column : columns) {
            List.of(Code.values()).stream()
                    .filter(sort -> holds(column, sort, known))
                    .findFirst()
                    .ifPresent(code -> add(code, column, states, known));
        }
        return states;
    }

    private static void add(Code code, DraftColumn column, List<DraftState> states, KnownStates known) {
        List<String> found = column.cells().stream()
                .map(cell -> known.find(code, cell).orElse(""))
                .toList();
        states.stream()
                .filter(state -> state.isNamedBy(code, column, found))
                .findFirst()
                .orElseGet(() -> {
                    states.add(new DraftState(known));
                    return states.get(states.size() - 1);
                })
                .take(code, column);
    }

    /** Numbers are codes only where the column's name says so; of a table without rows, names tell all. */
    private static boolean holds(DraftColumn column, Code code, KnownStates known) {
        Set<String> texts = new HashSet<>(column.filled());
        boolean called = column.cells().isEmpty() || code == Code.cow;
        return !Code.isAbbreviated(column)
                && (!called || code.names(column))
                && texts.isEmpty() == column.cells().isEmpty()
                && texts.stream()
                                .filter(text -> known.find(code, text).isPresent())
                                .count()
                        >= texts.size() * ENOUGH;
    }

    /**
     * Tells whether a column names the same state as the others do: where no row has both, names of columns tell.
     *
     * @param found the ids of the states that its cells name
     */
    private boolean isNamedBy(Code code, DraftColumn column, List<String> found) {
        List<Boolean> agreements = IntStream.range(0, found.size())
                .filter(row -> !found.get(row).isEmpty() && !ids.get(row).isEmpty())
                .mapToObj(row -> found.get(row).equals(ids.get(row)))
                .toList();
        if (agreements.isEmpty()) {
            return !columns.containsKey(code)
                    && (code == Code.name || columns.containsKey(Code.name))
                    && columns.values().stream()
                            .anyMatch(other -> Code.role(other).equals(Code.role(column)));
        }
        return agreements.stream().filter(agreed -> agreed).count() >= agreements.size() * ENOUGH;
    }

    private void take(Code code, DraftColumn column) {
        if (columns.putIfAbsent(code, column) != null) {
            repeated.add(column);
            return;
        }
        lookedUp.clear();
        columns.entrySet().stream()
                .filter(taken -> taken.getKey() != Code.name || columns.size() == 1)
                .max((one, other) -> Integer.compare(
                        one.getValue().filled().size(),
                        other.getValue().filled().size()))
                .ifPresent(taken -> lookedUp.put(taken.getKey(), taken.getValue()));
        Optional.ofNullable(columns.get(Code.name)).ifPresent(name -> lookedUp.put(Code.name, name));
        ids = IntStream.range(0, column.cells().size()).mapToObj(this::id).toList();
    }

    /** The id of a row's state; empty where none is known. */
    private String id(int row) {
        return lookedUp.entrySet().stream()
                .filter(column -> !column.getValue().cells().get(row).isEmpty())
                .findFirst()
                .flatMap(column ->
                        known.find(column.getKey(), column.getValue().cells().get(row)))
                .orElse("");
    }

    boolean holds(DraftColumn column) {
        return columns.containsValue(column) || repeated.contains(column);
    }

    /** The column that decides first. */
    DraftColumn column() {
        return lookedUp.values().iterator().next();
    }

    /** The only column that is looked up, if there is one only. */
    Optional<DraftColumn> onlyColumn() {
        return lookedUp.size() == 1 ? Optional.of(column()) : Optional.empty();
    }

    /** What to look at where some rows name none that is known. */
    Optional<String> remark() {
        return unknown()
                .map(text -> "Some texts name no state, such as " + DraftColumn.shown(text)
                        + ": their rows are left out, and go to the rejects.");
    }

    private Optional<String> unknown() {
        return IntStream.range(0, column().cells().size())
                .filter(row -> ids.get(row).isEmpty() && !text(row).isEmpty())
                .mapToObj(this::text)
                .findFirst();
    }

    /** The text that a row has for it, which may be empty. */
    String text(int row) {
        return lookedUp.values().stream()
                .map(column -> column.cells().get(row))
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The value that finds it. */
    String lookup() {
        return lookedUp.entrySet().stream()
                .map(column -> "{" + column.getKey() + ": " + column.getValue().template() + "}")
                .collect(Collectors.joining(
                        ", ",
                        "{lookup: [",
                        "], kinds: [State], missing: " + (unknown().isPresent() ? "skip" : "require") + "}"));
    }
}
