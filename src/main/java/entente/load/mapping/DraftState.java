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

    private DraftState(KnownStates known) {
        this.known = known;
    }

    /** The states that the columns name, in their order. */
    static List<DraftState> in(List<DraftColumn> columns, KnownStates known) {
        List<DraftState> states = new ArrayList<>();
        for (DraftColumn column : columns) {
            Optional<Code> code = List.of(Code.values()).stream()
                    .filter(sort -> holds(column, sort, known))
                    .findFirst();
            code.ifPresent(sort -> states.stream()
                    .filter(state -> state.isNamedBy(sort, column))
                    .findFirst()
                    .orElseGet(() -> {
                        states.add(new DraftState(known));
                        return states.get(states.size() - 1);
                    })
                    .columns
                    .put(sort, column));
        }
        return states;
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

    /** Tells whether a column names the same state as the others do. */
    private boolean isNamedBy(Code code, DraftColumn column) {
        if (columns.containsKey(code)) {
            return false;
        }
        List<Boolean> agreements = IntStream.range(0, column.cells().size())
                .boxed()
                .flatMap(row -> known.find(code, column.cells().get(row)).stream()
                        .flatMap(found -> id(row).map(found::equals).stream()))
                .toList();
        return agreements.stream().filter(agreed -> agreed).count() >= agreements.size() * ENOUGH;
    }

    /** The id of a row's state; empty where none is known. */
    private Optional<String> id(int row) {
        return lookedUp().entrySet().stream()
                .filter(column -> !column.getValue().cells().get(row).isEmpty())
                .findFirst()
                .flatMap(column ->
                        known.find(column.getKey(), column.getValue().cells().get(row)));
    }

    boolean holds(DraftColumn column) {
        return columns.containsValue(column);
    }

    /** The column that decides first. */
    DraftColumn column() {
        return lookedUp().values().iterator().next();
    }

    /** The only column that is looked up, if there is one only. */
    Optional<DraftColumn> onlyColumn() {
        return lookedUp().size() == 1 ? Optional.of(column()) : Optional.empty();
    }

    /** The code that is filled most often, and behind it the name. */
    private Map<Code, DraftColumn> lookedUp() {
        Map<Code, DraftColumn> taken = new LinkedHashMap<>();
        columns.entrySet().stream()
                .filter(column -> column.getKey() != Code.name || columns.size() == 1)
                .max((one, other) -> Integer.compare(
                        one.getValue().filled().size(),
                        other.getValue().filled().size()))
                .ifPresent(column -> taken.put(column.getKey(), column.getValue()));
        Optional.ofNullable(columns.get(Code.name)).ifPresent(column -> taken.put(Code.name, column));
        return taken;
    }

    /** What to look at where some rows name none that is known. */
    Optional<String> remark() {
        return unknown()
                .map(text -> "Some texts name no state, such as " + DraftColumn.shown(text)
                        + ": their rows are left out, and go to the rejects.");
    }

    private Optional<String> unknown() {
        return IntStream.range(0, column().cells().size())
                .filter(row -> id(row).isEmpty() && !text(row).isEmpty())
                .mapToObj(this::text)
                .findFirst();
    }

    /** The text that a row has for it, which may be empty. */
    String text(int row) {
        return lookedUp().values().stream()
                .map(column -> column.cells().get(row))
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The value that finds it. */
    String lookup() {
        return lookedUp().entrySet().stream()
                .map(column -> "{" + column.getKey() + ": " + column.getValue().template() + "}")
                .collect(Collectors.joining(
                        ", ",
                        "{lookup: [",
                        "], kinds: [State], missing: " + (unknown().isPresent() ? "skip" : "require") + "}"));
    }
}
