package entente.load.document;

/** A file that is no document at all. */
public final class MalformedDocumentException extends RuntimeException {
    private final transient Place place;

    MalformedDocumentException(Place place, String message) {
        super(message);
        this.place = place;
    }

    /** Where the fault was noticed. */
    public Place place() {
        return place;
    }
}
