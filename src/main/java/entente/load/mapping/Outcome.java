package entente.load.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a value comes to in one row.
 *
 * @param texts none where it is absent, several where it is a list
 * @param fault what is wrong with it, or null
 * @param skips why the row is to be skipped, which is no error, or null
 * @param column whose cell is the reason for that, or null where it is the first that the value is made of
 * @param ofSeveral whether several rows of another table say so, each something else
 */
record Outcome(
        List<String> texts,
        @Nullable String fault,
        @Nullable String skips,
        @Nullable String column,
        boolean ofSeveral) {
    static final Outcome ABSENT = new Outcome(List.of(), null, null, null, false);

    static Outcome of(String text) {
        return new Outcome(List.of(text), null, null, null, false);
    }

    static Outcome of(List<String> texts) {
        return texts.isEmpty() ? ABSENT : new Outcome(texts, null, null, null, false);
    }

    /** What several rows of another table say, each something else where there are several texts. */
    static Outcome ofSeveral(List<String> texts) {
        return texts.size() < 2 ? of(texts) : new Outcome(texts, null, null, null, true);
    }

    static Outcome fault(String message) {
        return new Outcome(List.of(), message, null, null, false);
    }

    static Outcome skip(String reason) {
        return new Outcome(List.of(), null, reason, null, false);
    }

    /** The same, where it cannot be used because of the cell of a column. */
    Outcome becauseOf(@Nullable String cause) {
        return isUsable() ? this : new Outcome(texts, fault, skips, cause, false);
    }

    /** The same; a fault lies in a row of another table. */
    Outcome toldIn(String place) {
        return fault == null ? becauseOf(null) : fault(fault + " (" + place + ")");
    }

    boolean isAbsent() {
        return texts.isEmpty() && isUsable();
    }

    boolean isUsable() {
        return fault == null && skips == null;
    }
}
