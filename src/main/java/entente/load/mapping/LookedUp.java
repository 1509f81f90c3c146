package entente.load.mapping;

import entente.load.mapping.Source.Alternative;
import entente.load.mapping.Source.Lookup;
import entente.load.mapping.Source.Missing;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the entities that a row means.
 *
 * @param steps what is done to a cell's text before it is looked up
 */
record LookedUp(Lookup lookup, Steps steps) {
    Outcome in(Cells row) {
        for (Alternative alternative : lookup.alternatives()) {
            Outcome filled = filled(alternative, row);
            if (!filled.isAbsent()) {
                Outcome found = filled.isUsable() ? found(alternative.property(), filled.texts(), row) : filled;
                return found.becauseOf(column(alternative));
            }
        }
        return lookup.missing() == Missing.SKIP ? Outcome.skip("there is nothing to look up") : Outcome.ABSENT;
    }

    private static @Nullable String column(Alternative alternative) {
        return alternative.template().columns().stream().findFirst().orElse(null);
    }

    /** Tells whether the row names an entity that the graph does not have. */
    boolean isMissingIn(Cells row) {
        for (Alternative alternative : lookup.alternatives()) {
            Outcome filled = filled(alternative, row);
            if (!filled.isAbsent()) {
                Codes codes = row.around().codes();
                return filled.isUsable()
                        && filled.texts().stream()
                                .anyMatch(text -> codes.find(alternative.property(), text, lookup.kinds())
                                        .isEmpty());
            }
        }
        return false;
    }

    private Outcome filled(Alternative alternative, Cells row) {
        String text = alternative.template().in(row, steps.absent());
        return text == null ? Outcome.ABSENT : steps.of(text);
    }

    private Outcome found(String property, List<String> texts, Cells row) {
        if (texts.size() == 1) {
            return found(property, texts.get(0), row);
        }
        List<String> ids = new ArrayList<>();
        for (String text : texts) {
            Outcome one = found(property, text, row);
            if (!one.isUsable()) {
                return one;
            }
            ids.addAll(one.texts());
        }
        return Outcome.of(ids);
    }

    private Outcome found(String property, String text, Cells row) {
        Codes codes = row.around().codes();
        Codes.Found found = codes.find(property, text, lookup.kinds());
        if (!found.isEmpty()) {
            return found.outcome();
        }
        return switch (lookup.missing()) {
            case REQUIRE -> Outcome.fault(codes.unknown(property, text, lookup.kinds()));
            case SKIP -> Outcome.skip(codes.unknown(property, text, lookup.kinds()));
            case CREATE ->
                Objects.requireNonNull(
                                Objects.requireNonNull(lookup.create()).fields().get("id"))
                        .in(row);
        };
    }
}
