package entente.graph;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A statement that means harm, and what becomes of it; its {@code expect} and {@code message} hold for every statement
 * of its group that does not say otherwise.
 *
 * @param expected any of these is well; several where the machine decides
 * @param message a part of the refusal, or empty
 * @param answer the text of the first value, or null where any is well
 */
public record Hostile(
        String name,
        String statement,
        Map<String, @Nullable Object> parameters,
        Set<Outcome> expected,
        String message,
        @Nullable String answer) {
    /** What becomes of a statement. */
    public enum Outcome {
        /** The guard does not let it pass. */
        REFUSED,
        /** The database finds a fault in it. */
        FAULTY,
        /** The time-out ended it. */
        TIMED_OUT,
        /** The time-out did not end it, so that Entente gave it up and has the bundled database started again. */
        GIVEN_UP,
        /** A limit on memory or on the size of a row ended it. */
        OVERLOADED,
        /** It gave the first rows of too many. */
        TRUNCATED,
        /** It gave all its rows, and so did no harm. */
        ANSWERED;

        static Outcome of(GraphException failure) {
            if (failure instanceof GraphException.Refused) {
                return REFUSED;
            }
            if (failure instanceof GraphException.TimedOut) {
                return Watch.GIVEN_UP.equals(failure.getMessage()) ? GIVEN_UP : TIMED_OUT;
            }
            if (failure instanceof GraphException.Overloaded) {
                return OVERLOADED;
            }
            if (failure instanceof GraphException.Faulty) {
                return FAULTY;
            }
            throw failure;
        }
    }

    /** All of them, in the order of the files. */
    public static List<Hostile> all() {
        return HostileEntry.all("", "statements").stream().map(Hostile::of).toList();
    }

    private static Hostile of(HostileEntry entry) {
        return new Hostile(
                entry.name(),
                entry.text("statement"),
                entry.values("parameters"),
                entry.listed("expect").stream().map(Hostile::outcome).collect(Collectors.toUnmodifiableSet()),
                Objects.requireNonNullElse(entry.textOrNull("message"), ""),
                entry.textOrNull("answer"));
    }

    private static Outcome outcome(Object word) {
        return Outcome.valueOf(word.toString().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    @Override
    public String toString() {
        return name;
    }
}
