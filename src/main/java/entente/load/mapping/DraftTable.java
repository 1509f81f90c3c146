package entente.load.mapping;

import entente.load.mapping.DraftThing.Sort;
import entente.load.mapping.DraftThing.Tie;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the columns of a table seem to hold: states, dates, and what is named beside them. */
final class DraftTable {
    private static final Pattern ID = Pattern.compile("\\bid$|^id\\b|\\bno$|^number$|^key$");
    private static final Pattern JOINING = Pattern.compile("join|member|accession");

    private final String name;
    private final List<DraftColumn> columns;
    private final List<DraftState> states;
    private final List<DraftDate> dates;
    private final Optional<DraftThing> thing;

    DraftTable(String name, List<DraftColumn> columns) {
        this.name = name;
        this.columns = columns;
        this.states = DraftState.in(columns, KnownStates.bundled());
        List<DraftColumn> others = columns.stream()
                .filter(column -> states.stream().noneMatch(state -> state.holds(column)))
                .toList();
        this.dates = DraftDate.in(others);
        this.thing = DraftThing.in(others.stream()
                .filter(column -> dates.stream().noneMatch(date -> date.column().equals(column)))
                .toList());
    }

    String name() {
        return name;
    }

    List<DraftState> states() {
        return states;
    }

    /** What its rows name beside states. */
    Optional<DraftThing> thing() {
        return thing;
    }

    /** Of what the rows name, or of the rows themselves. */
    Sort sort() {
        return thing.map(DraftThing::sort).orElse(Sort.event);
    }

    /** Tells whether rows stand for something of their own: they name it, or number it. */
    boolean isAboutThings() {
        return thing.isPresent() || column(this::isId).isPresent();
    }

    boolean isCalled(Pattern words) {
        return Stream.concat(Stream.of(name), columns.stream().map(DraftColumn::name))
                .anyMatch(called -> new DraftColumn(called, List.of()).isCalled(words));
    }

    /** When what a row says begins. */
    Optional<DraftDate> begin() {
        Stream<DraftDate> called = dates.stream().filter(DraftDate::isBegin);
        return Stream.concat(called, dates.stream().filter(date -> !date.isEnd()))
                .findFirst();
    }

    Optional<DraftDate> end() {
        return dates.stream().filter(DraftDate::isEnd).findFirst();
    }

    /** When a thing came to be, where the rows about it agree on that. */
    Optional<DraftDate> thingsBegin() {
        return dates.stream()
                .filter(date -> !date.isEnd() && (!sort().kind().equals("Organization") || date.isOfAThing()))
                .filter(date -> variety(row -> date.column().cells().get(row)) <= 1)
                .findFirst();
    }

    /** What a state most likely has to do with the thing in its row. */
    Tie tie(DraftState state) {
        return sort().tie(isCalled(JOINING) || variety(state::text) > 1);
    }

    /** In how many ways, at most, rows about one thing say something. */
    private int variety(IntFunction<String> said) {
        Map<String, Set<String>> ways = new HashMap<>();
        rows().forEach(row ->
                ways.computeIfAbsent(thingIn(row), key -> new HashSet<>()).add(said.apply(row)));
        return ways.values().stream().mapToInt(Set::size).max().orElse(0);
    }

    /** What tells rows about one thing from others: without a thing, each row is its own. */
    String thingIn(int row) {
        return thing.map(named -> named.column().cells().get(row)).orElse(String.valueOf(row));
    }

    /** The columns that tell things apart: two states may each have one of a name. */
    List<DraftColumn> telling() {
        Stream<DraftColumn> state = thing.stream()
                .flatMap(what -> states.stream())
                .filter(owner -> !tie(owner).fromState() && variety(owner::text) > 1)
                .map(DraftState::column);
        Stream<DraftColumn> named = Stream.of(
                        thing.filter(what -> what.isLegible() || !what.column().isUnique())
                                .map(DraftThing::column),
                        column(this::isId),
                        column(DraftColumn::isUnique),
                        thing.map(DraftThing::column),
                        column(column -> column.isCalled(ID)),
                        column(column -> true))
                .flatMap(Optional::stream)
                .limit(1);
        return Stream.concat(state, named).toList();
    }

    private boolean isId(DraftColumn column) {
        return column.isCalled(ID) && column.isUnique() && states.stream().noneMatch(state -> state.holds(column));
    }

    private Optional<DraftColumn> column(Predicate<DraftColumn> wanted) {
        return columns.stream().filter(wanted).findFirst();
    }

    /**
     * A column that tells rows apart which join the same at the same time; none where none is needed, or none does.
     *
     * @param ends what a row joins
     * @param first the column that is tried first
     */
    Optional<DraftColumn> key(IntFunction<List<String>> ends, DraftColumn first) {
        List<DraftColumn> begin = begin().stream().map(DraftDate::column).toList();
        if (isUnique(ends, begin)) {
            return Optional.empty();
        }
        return Stream.concat(Stream.of(first), columns.stream())
                .filter(DraftColumn::isFilled)
                .filter(column -> isUnique(
                        ends, Stream.concat(begin.stream(), Stream.of(column)).toList()))
                .findFirst();
    }

    private boolean isUnique(IntFunction<List<String>> ends, List<DraftColumn> beside) {
        return rows().mapToObj(row -> Stream.concat(
                                        ends.apply(row).stream(),
                                        beside.stream()
                                                .map(column -> column.cells().get(row)))
                                .toList())
                        .distinct()
                        .count()
                == rows().count();
    }

    private IntStream rows() {
        return IntStream.range(0, columns.isEmpty() ? 0 : columns.get(0).cells().size());
    }
}
