package entente.load.mapping;

import entente.load.mapping.DraftThing.Tie;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes rules for what the rows of a table seem to say. */
final class DraftRules {
    private static final Pattern BORDERING = Pattern.compile("border|contig|conttype|neighbo");
    /** What a key must be. */
    private static final Pattern WORD = Pattern.compile("\\S{1,100}");

    private static final String KINDS =
            "Is it of that kind? entente vocabulary lists the kinds, and what each may bear.";
    private static final String TYPES = "Is it that? entente vocabulary lists the types, and what each joins.";
    private static final String LAST_RESORT =
            "LINKED_TO goes both ways and says little: entente vocabulary lists better types, or make one of your own.";

    private final DraftTable table;

    DraftRules(DraftTable table) {
        this.table = table;
    }

    /** The rules, as lines of YAML. */
    String text() {
        if (table.states().size() > 1) {
            return relationships(between(table.states().get(0), table.states().get(1)));
        }
        if (table.states().isEmpty()) {
            return entities(thing());
        }
        DraftState state = table.states().get(0);
        if (table.isAboutThings()) {
            return entities(thing()) + "\n" + relationships(tied(state));
        }
        return table.begin().filter(date -> !date.isYearOfARow()).isPresent()
                ? entities(list()) + "\n" + relationships(listed(state))
                : entities(described(state));
    }

    private static String entities(DraftRule rule) {
        return "entities:\n" + rule.text();
    }

    private static String relationships(DraftRule rule) {
        return "relationships:\n" + rule.text();
    }

    /** Two states in a row have to do with each other. */
    private DraftRule between(DraftState one, DraftState other) {
        String type = table.isCalled(BORDERING) ? "BORDERS" : "LINKED_TO";
        return relationship(type, one.lookup(), other.lookup(), List.of(one, other))
                .with(
                        "key",
                        key(
                                row -> Stream.of(one.text(row), other.text(row))
                                        .sorted()
                                        .toList(),
                                one));
    }

    /** What a row names, or where it names nothing, the row itself. */
    private DraftRule thing() {
        Optional<DraftDate> begin =
                table.thingsBegin().filter(date -> table.sort().date().isPresent());
        return new DraftRule(KINDS)
                .remark(begin.flatMap(DraftDate::orderRemark))
                .with("where", filled(List.of()))
                .with("kind", table.sort().kind())
                .with("id", thingId())
                .with("name", table.thing().map(DraftThing::name).orElseGet(this::madeId))
                .with(table.sort().date(), begin.map(DraftDate::value));
    }

    private DraftRule tied(DraftState state) {
        Tie tie = table.tie(state);
        String from = tie.fromState() ? state.lookup() : thingId();
        String to = tie.fromState() ? thingId() : state.lookup();
        return relationship(tie.type(), from, to, List.of(state))
                .with("key", key(row -> List.of(state.text(row), table.thingIn(row)), state));
    }

    /** What the states of a list with dates belong to. */
    private DraftRule list() {
        String title = DraftColumn.capitalized(table.name().replace('-', ' '));
        return new DraftRule("What have the states of the table in common? Name that.")
                .with("kind", "Group")
                .with("id", table.name())
                .with("name", DraftColumn.quoted(title));
    }

    private DraftRule listed(DraftState state) {
        return relationship("MEMBER_OF", state.lookup(), table.name(), List.of(state))
                .with("key", key(row -> List.of(state.text(row)), state));
    }

    private DraftRule described(DraftState state) {
        return new DraftRule("What does a row say of its state? entente vocabulary lists what a State may bear.")
                .remark(state.remark())
                .with("where", filled(List.of(state)))
                .with("kind", "State")
                .with("id", state.lookup());
    }

    private DraftRule relationship(String type, String from, String to, List<DraftState> ends) {
        Optional<DraftDate> begin = table.begin();
        Optional<DraftDate> year = begin.filter(date -> table.end().isEmpty() && date.isYearOfARow());
        DraftRule rule = new DraftRule(type.equals("LINKED_TO") ? LAST_RESORT : TYPES);
        ends.forEach(state -> rule.remark(state.remark()));
        return rule.remark(begin.flatMap(DraftDate::orderRemark))
                .remark(table.end().flatMap(DraftDate::orderRemark))
                .remark(table.end().flatMap(DraftDate::endRemark))
                .remark(begin.filter(DraftDate::isOfAThing)
                        .map(date -> "Is " + DraftColumn.shown(date.column().name()) + " when this began, too?"))
                .remark(year.map(date -> "Does it hold in the year of its row, and in that only?"))
                .with("where", filled(ends))
                .with("type", type)
                .with("from", from)
                .with("to", to)
                .with("since", begin.map(DraftDate::value))
                .with("until", table.end().or(() -> year).map(DraftDate::value));
    }

    /** Only the rows that name what a rule is about. */
    private Optional<String> filled(List<DraftState> ends) {
        Stream<DraftColumn> named =
                table.states().size() > 1 ? Stream.of() : table.thing().stream().map(DraftThing::column);
        List<DraftColumn> lacking = Stream.concat(named, ends.stream().flatMap(state -> state.onlyColumn().stream()))
                .filter(column -> !column.isFilled())
                .toList();
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of(lacking.stream()
                        .map(column -> DraftColumn.quoted(column.name()) + ": {not: [\"\"]}")
                        .collect(Collectors.joining(", ", "{", "}")));
    }

    private Optional<String> key(IntFunction<List<String>> ends, DraftState first) {
        return table.key(ends, first.column())
                .map(column -> column.all(WORD) ? column.template() : slug(column.template()));
    }

    private String thingId() {
        return slug(madeId());
    }

    private static String slug(String template) {
        return "{value: " + template + ", slug: true}";
    }

    private String madeId() {
        return DraftColumn.quoted(table.telling().stream()
                .map(column -> "-{" + column.name() + "}")
                .collect(Collectors.joining("", table.name(), "")));
    }
}
