package entente.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Set;

/**
 * Where the server listens and whom it takes itself for.
 *
 * @param host the name or address that it binds to; on any but a loopback address others reach it, so callers there
 *     need tokens, or it has to be allowed that everybody asks
 * @param port the port, or 0 for a free one
 * @param allowOpen whether everybody may ask on an address other than loopback
 * @param names the host names beside its own that requests may be addressed to, such as the one that a proxy or other
 *     containers know it by
 */
public record Address(String host, int port, boolean allowOpen, Set<String> names) {
    /** Port 7878 of this machine alone. */
    public static final Address DEFAULT = new Address("127.0.0.1", 7878, false, Set.of());

    public Address {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("A port is a number from 0 to 65535, not " + port + ".");
        }
        names = Set.copyOf(names);
    }

    /**
     * The address to bind to.
     *
     * @throws AddressException if there is none of the name
     */
    InetAddress resolve() {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            throw new AddressException("There is no address of the name " + host + " to listen on.", unknown);
        }
    }

    /**
     * Makes sure that it is free to listen on, so that whoever chose a port in use learns of it before long work
     * begins.
     *
     * @throws AddressException if it is not
     */
    public void tryOut() {
        try {
            new ServerSocket(port, 1, resolve()).close();
        } catch (IOException taken) {
            throw cannotListen(taken);
        }
    }

    AddressException cannotListen(Exception cause) {
        return new AddressException(
                "Cannot listen on " + host + ", port " + port
                        + ": it is taken, or this machine does not have it. Choose another port with --port.",
                cause);
    }
}
