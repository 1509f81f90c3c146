package entente.query;

/**
 * A saved query that was found broken when it was to be run. The message names its file, the line and what is wrong.
 */
public final class InvalidQueryException extends RuntimeException {
    InvalidQueryException(Catalogue.Fault fault) {
        super(fault.toString());
    }
}
