package entente.cli;

import entente.explore.RelationshipFilter;
import entente.model.Confidence;
import entente.model.DayText;
import entente.model.Direction;
import entente.model.Vocabulary;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which relationships are meant. */
final class FilterOptions {
    @Option(
            names = "--types",
            paramLabel = "TYPE",
            split = ",",
            description = "Only relationships of these types, with commas between; 'entente vocabulary' lists them.")
    private List<String> types = new ArrayList<>();

    @Option(
            names = "--direction",
            description = "Only those that point this way, seen from the centre: ${COMPLETION-CANDIDATES}.")
    private @Nullable Way direction;

    @Option(names = "--as-of", paramLabel = "DAY", description = "Only those that hold on the day, or 'today'.")
    private @Nullable String asOf;

    @Option(
            names = "--min-confidence",
            paramLabel = "WORD",
            description = "Only those at least so sure: ${COMPLETION-CANDIDATES}.")
    private @Nullable AtLeast least;

    /** The words that users type. */
    enum Way {
        in(Direction.IN),
        out(Direction.OUT),
        both(Direction.BOTH);

        private final Direction direction;

        Way(Direction direction) {
            this.direction = direction;
        }
    }

    /** The words that users type. */
    enum AtLeast {
        low(Confidence.LOW),
        moderate(Confidence.MODERATE),
        high(Confidence.HIGH);

        private final Confidence confidence;

        AtLeast(Confidence confidence) {
            this.confidence = confidence;
        }
    }

    boolean isGiven() {
        return !types.isEmpty() || direction != null || asOf != null || least != null;
    }

    boolean namesTypes() {
        return !types.isEmpty();
    }

    boolean hasDirection() {
        return direction != null;
    }

    /** @throws UsageException if a type is none of the vocabulary's, or the day is none */
    RelationshipFilter filter(Vocabulary vocabulary) {
        RelationshipFilter filter = RelationshipFilter.all(vocabulary);
        try {
            filter = types.isEmpty() ? filter : filter.of(types, vocabulary);
            filter = asOf == null ? filter : filter.holdingOn(DayText.read(asOf, LocalDate.now(ZoneOffset.UTC)));
        } catch (IllegalArgumentException unfit) {
            throw new UsageException(String.valueOf(unfit.getMessage()), unfit);
        }
        filter = direction == null ? filter : filter.pointing(direction.direction);
        return least == null ? filter : filter.atLeast(least.confidence);
    }
}
