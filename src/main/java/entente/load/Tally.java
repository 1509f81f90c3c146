package entente.load;

/**
 * How much a load changed among one sort of thing.
 *
 * @param created what was not there before
 * @param changed what has another content now
 * @param removed what the dossier asserts no longer
 * @param unchanged what stayed as it was
 */
public record Tally(long created, long changed, long removed, long unchanged) {
    static final Tally NONE = new Tally(0, 0, 0, 0);

    /** Of one fact that was noted; of one that was noted before, nothing. */
    static Tally of(FactIndex.Standing standing) {
        return switch (standing) {
            case CREATED -> new Tally(1, 0, 0, 0);
            case CHANGED -> new Tally(0, 1, 0, 0);
            case UNCHANGED -> new Tally(0, 0, 0, 1);
            case REPEATED, CONTRADICTED -> NONE;
        };
    }

    Tally plus(Tally more) {
        return new Tally(
                created + more.created, changed + more.changed, removed + more.removed, unchanged + more.unchanged);
    }

    /** How much there is now. */
    long total() {
        return created + changed + unchanged;
    }
}
