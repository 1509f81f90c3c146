package entente.explore;

import entente.model.Relationship;
import java.time.LocalDate;
import java.util.List;

/**
 * What became of an entity's relationships between two days. What began or ended stands in one place.
 *
 * @param appeared hold on the second day and not on the first
 * @param ended hold on the first day and not on the second
 * @param changed ended, and another that belongs to it appeared, or goes on
 * @param continued ties that held on every day of the time, although what tells of them began or ended
 * @param passed began after the first day and were over on the second
 * @param entities the other ends, each once
 * @param truncated whether more happened later than what is here; what ended here may then have been replaced there
 */
public record Comparison(
        NamedEntity entity,
        LocalDate from,
        LocalDate to,
        List<Relationship> appeared,
        List<Relationship> ended,
        List<Change> changed,
        List<Continuation> continued,
        List<Relationship> passed,
        List<NamedEntity> entities,
        boolean truncated) {
    /**
     * A relationship that took the place of another between the same two entities.
     *
     * @param what the properties that differ, other than those of time and origin and those that put it into words;
     *     {@code type} first where the types do
     */
    public record Change(Relationship before, Relationship after, List<String> what) {}

    /**
     * A tie between the same two entities that goes on.
     *
     * @param relationships all that tells of it between the two days, in the order of time
     */
    public record Continuation(List<Relationship> relationships) {}
}
