package entente.web;

import entente.web.access.LiveTokens;
import java.util.EnumSet;
import java.util.Set;

/**
 * How the server is to serve.
 *
 * @param address where it listens
 * @param admission whom it answers
 * @param cacheBytes how much memory answers may take that are kept to be given again, or 0 to keep none
 */
public record ServerSettings(Address address, Admission admission, long cacheBytes) {
    /** What is kept where nobody says how much. */
    public static final long DEFAULT_CACHE_BYTES = 64L << 20;

    public ServerSettings {
        if (cacheBytes < 0) {
            throw new IllegalArgumentException("A cache cannot have " + cacheBytes + " bytes.");
        }
    }

    /** Everything but the address as it is where nobody says otherwise. */
    public static ServerSettings at(Address address) {
        return new ServerSettings(address, new Admission(null, false, null), DEFAULT_CACHE_BYTES);
    }

    /** The same but for how much memory answers may take. */
    public ServerSettings keeping(long bytes) {
        return new ServerSettings(address, admission, bytes);
    }

    /**
     * Makes sure that it may serve like that, before anything is started for it.
     *
     * @throws AddressException if there is no such address, or it is open to others and neither are there tokens nor is
     *     that allowed
     */
    public void check() {
        if (needsToken() && !admission.tokenNeeded() && new LiveTokens(admission.tokens()).isEmpty()) {
            throw new AddressException.Open("Listening on " + address.host()
                    + " lets everybody who reaches it read the graph. Make a token with \"entente token create NAME\","
                    + " and only who has one is answered. Where everybody is meant, say --allow-open or set"
                    + " ENTENTE_ALLOW_OPEN=true; otherwise listen on 127.0.0.1.");
        }
    }

    /**
     * Whether nobody is answered without a token.
     *
     * @throws AddressException if there is no such address
     */
    public boolean needsToken() {
        return (!isLoopback() && !address.allowOpen()) || admission.tokenNeeded();
    }

    /** What nobody is given without a token. */
    Set<Access> needToken() {
        if (needsToken()) {
            return EnumSet.complementOf(EnumSet.of(Access.OPEN));
        }
        return isLoopback() ? EnumSet.noneOf(Access.class) : EnumSet.of(Access.WATCHER);
    }

    boolean isLoopback() {
        return address.resolve().isLoopbackAddress();
    }
}
