package entente.explore;

import entente.model.Relationship;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What relationships tell of that differ only in time, in who says so and in what they add: one entity's tie to
 * another.
 */
record Tie(
        String from,
        String to,
        String type,
        @Nullable Object role,
        @Nullable Object position) {
    /** The order of time. */
    static final Comparator<Relationship> BY_START =
            Comparator.comparing(Tie::start).thenComparing(Relationship::type).thenComparing(Relationship::id);

    static Tie of(Relationship told) {
        return new Tie(
                told.from(),
                told.to(),
                told.type(),
                told.properties().get("role"),
                told.properties().get("position"));
    }

    /** Whether relationships hold, one or another of them, on every day from the first to the second. */
    static boolean holds(List<Relationship> told, LocalDate from, LocalDate to) {
        LocalDate open = from;
        for (Relationship one : told.stream().sorted(BY_START).toList()) {
            if (!start(one).isAfter(open) && end(one).isAfter(open)) {
                open = end(one);
            }
        }
        return open.isAfter(to);
    }

    static boolean holds(Relationship told, LocalDate day) {
        return !start(told).isAfter(day) && end(told).isAfter(day);
    }

    private static LocalDate start(Relationship told) {
        return told.properties().get("validFrom") instanceof LocalDate day ? day : LocalDate.MIN;
    }

    private static LocalDate end(Relationship told) {
        return told.properties().get("validTo") instanceof LocalDate day ? day : LocalDate.MAX;
    }
}
