package entente.web;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a request comes from, as far as that tells one client from others. Of an address of IPv6 that is the first
 * half, since whoever has one has all that begin like it. Behind a proxy all come from the proxy: what headers say of
 * others could be anything.
 */
final class ClientAddress {
    private static final int BYTES_OF_NETWORK = 8;

    private ClientAddress() {}

    static String of(Context context) {
        String address = context.req().getRemoteAddr();
        return address.contains(":") ? network(address) : address;
    }

    /** Looks nothing up: what has a colon is written in figures. */
    private static String network(String address) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, BYTES_OF_NETWORK));
        } catch (UnknownHostException noFigures) {
            return address;
        }
    }
}
