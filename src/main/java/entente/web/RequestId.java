package entente.web;

import io.javalin.http.Context;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What a request is called, in its answer, in problems and in the log: as its client calls it, where that is a short
 * word, and else as the server does.
 */
final class RequestId {
    static final String HEADER = "X-Request-Id";
    /** What it is called in the log, and among the members of a problem. */
    static final String NAME = "requestId";

    /** Nothing that could pass for another line or another field of a log. */
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private RequestId() {}

    static void give(Context context) {
        String id = of(context.header(HEADER));
        MDC.put(NAME, id);
        context.attribute(NAME, id);
        context.header(HEADER, id);
    }

    /** The id of a request by its header, or a new one. */
    static String of(@Nullable String given) {
        return given != null && SAFE.matcher(given).matches()
                ? given
                : HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    /** Whether a request got as far as to be given its id. */
    static boolean isGiven(Request request) {
        return request.getAttribute(NAME) != null;
    }

    /** The id that a request was given, or else is given now. */
    static String of(Request request) {
        return request.getAttribute(NAME) instanceof String given
                ? given
                : of(request.getHeaders().get(HEADER));
    }

    static @Nullable String of(Context context) {
        return context.attribute(NAME);
    }
}
