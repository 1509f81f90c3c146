package entente.query;

/** Why a file is no saved query. */
final class FaultyQueryException extends RuntimeException {
    private final int line;

    /** @param line of the file, from 1 */
    FaultyQueryException(int line, String message) {
        super(message);
        this.line = line;
    }

    int line() {
        return line;
    }
}
