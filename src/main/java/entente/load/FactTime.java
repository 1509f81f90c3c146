package entente.load;

import entente.load.Dossier.Reference;
import entente.model.PartialDate;
import entente.model.Period;
import entente.model.RelationshipType;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a fact.
 *
 * @param on the day of the act, or null
 */
record FactTime(Period period, @Nullable PartialDate on) {

    /**
     * Reads {@code since}, {@code until} and {@code on}. An act of an instant type holds on its day; one of any other
     * type starts what lasts until something ends it.
     */
    static FactTime read(Fields fields, RelationshipType type) {
        PartialDate since = fields.date("since");
        PartialDate until = fields.date("until");
        PartialDate on = fields.date("on");
        if (type.instant() && on != null && (since != null || until != null)) {
            fields.fault(fields.placeOf("on"), type.name() + " takes either on, or since and until");
            return new FactTime(Period.ALWAYS, on);
        }
        if (type.instant() && since != null && until == null) {
            fields.fault(
                    fields.placeOf("since"),
                    "a relationship of type " + type.name()
                            + " is over when its day is: give that day as on, or until beside since");
        }
        try {
            return of(type, since, until, on);
        } catch (IllegalArgumentException turned) {
            fields.fault(
                    fields.placeOf("until"),
                    "the period ends (" + until + ") before it starts (" + (since == null ? on : since) + ")");
            return new FactTime(Period.ALWAYS, on);
        }
    }

    /** @throws IllegalArgumentException if it ends before it starts */
    static FactTime of(
            RelationshipType type, @Nullable PartialDate since, @Nullable PartialDate until, @Nullable PartialDate on) {
        PartialDate start = since == null ? on : since;
        return new FactTime(Period.between(start, type.instant() && on != null ? on : until), on);
    }

    void putInto(Properties properties) {
        properties.put("validFrom", period.from());
        properties.put("validTo", period.to());
        properties.put("fromPrecision", period.fromPrecision().word());
        properties.put("toPrecision", period.toPrecision().word());
        properties.putDate("on", on);
    }

    /** The id of a fact that is given none: {@code dossier/TYPE/from/to@start#key}, without what is unknown. */
    String derivedId(String dossier, RelationshipType type, Reference from, Reference to, @Nullable String key) {
        String start = period.from().equals(Period.OPEN_START) ? "" : "@" + period.from();
        return dossier + "/" + type.name() + "/" + from.id() + "/" + to.id() + start + (key == null ? "" : "#" + key);
    }
}
