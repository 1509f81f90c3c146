package entente.web;

/**
 * How the server is to serve.
 *
 * @param address where it listens
 * @param cacheBytes how much memory answers may take that are kept to be given again, or 0 to keep none
 */
public record ServerSettings(Address address, long cacheBytes) {
    /** What is kept where nobody says how much. */
    public static final long DEFAULT_CACHE_BYTES = 64L << 20;

    public ServerSettings {
        if (cacheBytes < 0) {
            throw new IllegalArgumentException("A cache cannot have " + cacheBytes + " bytes.");
        }
    }

    /** Everything but the address as it is where nobody says otherwise. */
    public static ServerSettings at(Address address) {
        return new ServerSettings(address, DEFAULT_CACHE_BYTES);
    }
}
