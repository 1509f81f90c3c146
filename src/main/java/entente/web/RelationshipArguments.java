package entente.web;

import entente.explore.RelationshipFilter;
import entente.model.Confidence;
import entente.model.DayText;
import entente.model.Direction;
import entente.model.Names;
import entente.model.Vocabulary;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** The arguments that say which relationships are meant; a route knows those that it lets through. */
final class RelationshipArguments {
    static final String TYPES = "types";
    static final String DIRECTION = "direction";
    static final String AS_OF = "asOf";
    static final String MIN_CONFIDENCE = "minConfidence";

    private RelationshipArguments() {}

    /**
     * Reads them.
     *
     * @throws ProblemException if one of them is none
     */
    static RelationshipFilter filter(Arguments arguments, Vocabulary vocabulary) {
        RelationshipFilter all = RelationshipFilter.all(vocabulary);
        List<String> types = arguments.all(TYPES);
        RelationshipFilter filter = types.isEmpty() ? all : Arguments.checked(TYPES, () -> all.of(types, vocabulary));
        Direction direction = arguments.read(DIRECTION, text -> word(text, Direction.values()));
        filter = direction == null ? filter : filter.pointing(direction);
        LocalDate asOf = arguments.read(AS_OF, RelationshipArguments::day);
        filter = asOf == null ? filter : filter.holdingOn(asOf);
        Confidence least = arguments.read(MIN_CONFIDENCE, text -> word(text, Confidence.values()));
        return least == null ? filter : filter.atLeast(least);
    }

    static LocalDate day(String text) {
        return DayText.read(text.strip(), LocalDate.now(ZoneOffset.UTC));
    }

    private static <E extends Enum<E>> E word(String text, E[] values) {
        Function<E, String> word = value -> value.name().toLowerCase(Locale.ROOT);
        return Stream.of(values)
                .filter(value -> word.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is not "
                        + Names.oneOf(Stream.of(values).map(word).toList())));
    }
}
