package entente.load.mapping;

import entente.model.Names;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a column names that is no state: what sort of thing it seems to be. */
record DraftThing(DraftColumn column, Sort sort) {
    private static final Pattern NAMES = Pattern.compile("\\bname|names?\\b|\\btitle|\\blabel");
    private static final Pattern CODES = Pattern.compile("\\bid$|\\bcode$|\\bkey$");
    private static final Pattern TEXT = Pattern.compile(".*\\p{L}.*");
    private static final Pattern LATIN = Pattern.compile("[a-z0-9]");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    /**
     * Sorts of things by how words for them begin: the kind of the vocabulary, its date, and what states have to do
     * with it.
     */
    enum Sort {
        agreement(
                "Agreement",
                "signedOn",
                "SIGNED",
                true,
                "treat(y|ies)|agreement|pact|alliance|accord\\b|conventions?\\b|protocol"),
        dispute("Dispute", null, "PARTY_TO", true, "dispute|conflict|war\\b|crisis"),
        proposal("Proposal", "date", "LINKED_TO", true, "resolution|proposal|motion|bill\\b|plan\\b|roll ?call"),
        base("Base", null, "LOCATED_IN", false, "base\\b|installation|garrison"),
        person("Person", null, "REPRESENTS", false, "person(?!nel)|leader|minister|president|ambassador|envoy|ruler"),
        group("Group", null, "LOCATED_IN", false, "group|rebel|movement|militia|faction"),
        company(
                "Organization",
                "foundedOn",
                "LOCATED_IN",
                false,
                "compan|firm\\b|bank\\b|business|enterprise|corporation|employer|university|party\\b|ngo"),
        organization(
                "Organization",
                "foundedOn",
                "LOCATED_IN",
                false,
                "organi[sz]ation|org\\b|igo|institution|agency|union|bloc"),
        region("Place", null, "LOCATED_IN", true, "(sub)?region|(sub)?continent"),
        place("Place", null, "LOCATED_IN", false, "city|town|place|port\\b|airport|capital|province|location"),
        event("Event", "date", "LOCATED_IN", false, "event|meeting|summit|conference|election|attack");

        private final String kind;
        private final @Nullable String date;
        private final String type;
        private final boolean fromState;
        private final Pattern words;

        Sort(String kind, @Nullable String date, String type, boolean fromState, String words) {
            this.kind = kind;
            this.date = date;
            this.type = type;
            this.fromState = fromState;
            this.words = Pattern.compile("\\b(" + words + ")");
        }

        String kind() {
            return kind;
        }

        /** The property that says when it came to be; none for most. */
        Optional<String> date() {
            return Optional.ofNullable(date);
        }

        /**
         * What states most likely have to do with it.
         *
         * @param shared whether several states have to do with one thing
         */
        Tie tie(boolean shared) {
            if (shared && this == organization) {
                return new Tie("MEMBER_OF", true);
            }
            return shared && this == event ? new Tie("LINKED_TO", true) : new Tie(type, fromState);
        }
    }

    /**
     * A type that joins a thing and a state.
     *
     * @param fromState whether it goes from the state to the thing
     */
    record Tie(String type, boolean fromState) {}

    /** The first column whose name says what it names; or else one that is called a name, of no certain sort. */
    static Optional<DraftThing> in(List<DraftColumn> columns) {
        Predicate<DraftColumn> text = column -> column.all(TEXT);
        Predicate<DraftColumn> number = column -> column.all(NUMBER) && column.isUnique();
        return Stream.<Optional<DraftThing>>of(
                        columns.stream()
                                .filter(text.and(column -> !column.isCalled(CODES)))
                                .flatMap(column -> called(column).stream())
                                .findFirst(),
                        columns.stream()
                                .filter(text)
                                .flatMap(column -> called(column).stream())
                                .findFirst(),
                        columns.stream()
                                .filter(text.and(column -> column.isCalled(NAMES)))
                                .map(column -> new DraftThing(column, Sort.event))
                                .findFirst(),
                        columns.stream()
                                .filter(number)
                                .flatMap(column -> called(column).stream())
                                .findFirst())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<DraftThing> called(DraftColumn column) {
        return Stream.of(Sort.values())
                .filter(sort -> column.isCalled(sort.words))
                .findFirst()
                .map(sort -> new DraftThing(column, sort));
    }

    /** Tells whether its name can be made into an id, as names in other scripts cannot. */
    boolean isLegible() {
        return column.filled().stream()
                .allMatch(cell -> LATIN.matcher(Names.plainLatin(cell)).find());
    }

    /** A number needs a word before it. */
    String name() {
        String worded = DraftColumn.capitalized(column.name()) + " {" + column.name() + "}";
        return column.all(NUMBER) ? DraftColumn.quoted(worded) : column.template();
    }
}
