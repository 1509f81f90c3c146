package entente.cli;

/** How many bytes of all tables were read, from how many there were of each: that begins anew with every table. */
final class BytesRead {
    private final long total;
    private long ofTablesBefore;
    private long ofThisTable;

    /** @param total of all tables */
    BytesRead(long total) {
        this.total = total;
    }

    /** Returns how many of all were read, when so many of this table were. */
    long of(long bytes) {
        if (bytes < ofThisTable) {
            ofTablesBefore += ofThisTable;
        }
        ofThisTable = bytes;
        return Math.min(ofTablesBefore + bytes, total);
    }
}
