package entente.web;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers only requests that are addressed to this server by a name of its own. A page of another site can let its own
 * name point at this machine and read what a server here answers to it (DNS rebinding); the {@code Host} header then
 * bears that site's name. Such a request gets 421.
 *
 * <p>Names of its own are {@code localhost} and what ends in {@code .localhost}, loopback addresses, the host it is
 * bound to, and those that {@link Address#names()} lists. A server that is open on another address than loopback takes
 * any address written in figures as well: it may have many, behind a container's published port none is known to it,
 * and an address in figures is no name that could be made to point elsewhere.
 */
final class HostCheck {
    private static final Pattern HOST = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^:\\[\\]]+?)\\.?(?::\\d{1,5})?");
    private static final Pattern IN_FIGURES = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|.+\\.localhost|127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]");

    private final Set<String> names;
    private final boolean open;
    /** The last that was right, as nearly all are the same. */
    private volatile @Nullable String last;

    HostCheck(Address address, InetAddress bound) {
        names = Stream.concat(address.names().stream(), Stream.of(address.host()))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        open = !bound.isLoopbackAddress();
    }

    void check(Context context) {
        String header = context.req().getHeader("Host");
        if (header != null && header.equals(last)) {
            return;
        }
        if (header == null || !isOwn(header)) {
            throw new ProblemException(
                    new Problem(ProblemCode.UNKNOWN_HOST, "This server is not known by the host name of the request."));
        }
        last = header;
    }

    private boolean isOwn(String header) {
        Matcher parts = HOST.matcher(header);
        if (!parts.matches()) {
            return false;
        }
        String host = parts.group(1).toLowerCase(Locale.ROOT);
        return LOOPBACK.matcher(host).matches()
                || names.contains(host)
                || names.contains(host.replaceAll("[\\[\\]]", ""))
                || (open && IN_FIGURES.matcher(host).matches());
    }
}
