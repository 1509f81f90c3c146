package entente.load.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a value comes to in one row.
 *
 * @param texts none where it is absent, several where it is a list
 * @param fault what is wrong with it, or null
 * @param skips why the row is to be skipped, which is no error, or null
 */
record Outcome(
        List<String> texts,
        @Nullable String fault,
        @Nullable String skips) {
    static final Outcome ABSENT = new Outcome(List.of(), null, null);

    static Outcome of(String text) {
        return new Outcome(List.of(text), null, null);
    }

    static Outcome of(List<String> texts) {
        return texts.isEmpty() ? ABSENT : new Outcome(texts, null, null);
    }

    static Outcome fault(String message) {
        return new Outcome(List.of(), message, null);
    }

    static Outcome skip(String reason) {
        return new Outcome(List.of(), null, reason);
    }

    boolean isAbsent() {
        return texts.isEmpty() && isUsable();
    }

    boolean isUsable() {
        return fault == null && skips == null;
    }
}
