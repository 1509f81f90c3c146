package entente.query;

/**
 * A saved query that was found broken when it was to be run. The message names its file, the line and what is wrong.
 */
public final class InvalidQueryException extends RuntimeException {
    /** No exception of a query is ever serialized. */
    private final transient Catalogue.Fault fault;

    InvalidQueryException(Catalogue.Fault fault) {
        super(fault.toString());
        this.fault = fault;
    }

    /** What is wrong with the file. */
    public Catalogue.Fault fault() {
        return fault;
    }
}
