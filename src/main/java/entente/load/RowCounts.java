package entente.load;

import entente.load.document.Place;
import java.util.BitSet;

/** What became of the rows of one table. A row may be read twice, and counts once. */
final class RowCounts {
    private final String table;
    private final String file;
    private final BitSet read = new BitSet();
    private final BitSet leftOut = new BitSet();
    private final BitSet taken = new BitSet();
    private final BitSet written = new BitSet();
    private final BitSet noted = new BitSet();
    private final BitSet rejected = new BitSet();

    RowCounts(String table, String file) {
        this.table = table;
        this.file = file;
    }

    void read(Place place) {
        read.set(place.line());
    }

    void leftOut(Place place) {
        leftOut.set(place.line());
    }

    /** A rule takes the row up, though another may pass it over. */
    void taken(Place place) {
        taken.set(place.line());
    }

    void written(Place place) {
        written.set(place.line());
    }

    /** The graph holds, or is to hold, something that the row says. */
    void noted(Place place) {
        noted.set(place.line());
    }

    boolean isNoted(Place place) {
        return noted.get(place.line());
    }

    void rejected(Place place) {
        rejected.set(place.line());
    }

    boolean isRejected(Place place) {
        return rejected.get(place.line());
    }

    /** The numbers, which add up. */
    RowReport report() {
        BitSet partly = (BitSet) rejected.clone();
        partly.and(noted);
        BitSet used = minus(written, rejected);
        BitSet passedOver = minus(minus(leftOut, rejected), taken);
        int unchanged = read.cardinality() - used.cardinality() - rejected.cardinality() - passedOver.cardinality();
        return new RowReport(
                table,
                file,
                read.cardinality(),
                used.cardinality(),
                unchanged,
                passedOver.cardinality(),
                rejected.cardinality(),
                partly.cardinality());
    }

    private static BitSet minus(BitSet some, BitSet others) {
        BitSet rest = (BitSet) some.clone();
        rest.andNot(others);
        return rest;
    }
}
