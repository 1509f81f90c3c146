package entente.load.table;

import entente.load.document.Place;

/** A table that cannot be read, or not to its end. */
public final class MalformedTableException extends RuntimeException {
    private final transient Place place;

    MalformedTableException(Place place, String message) {
        super(message);
        this.place = place;
    }

    /** Where the fault was noticed; the column is that of the cell, or else of the character. */
    public Place place() {
        return place;
    }
}
