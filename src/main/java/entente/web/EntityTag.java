package entente.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;

/**
 * What an answer is known by (RFC 9110, section 8.8.3). It is weak, for the same answer may be compressed or not.
 *
 * @param text with its quotes, and without the {@code W/} in front
 */
record EntityTag(String text) {
    /**
     * @param asked what was asked for, as {@link AskedFor} has it
     * @param version the graph's
     */
    static EntityTag of(String asked, String version) {
        return new EntityTag('"' + AskedFor.hash(asked + " " + version) + '"');
    }

    /** Whether the client has an answer already, and asks whether it still is one: only reads do. */
    static boolean isAskedAbout(Request request) {
        return request.getHeaders().contains(HttpHeader.IF_NONE_MATCH)
                && (HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod()));
    }

    /** Whether the client has the answer of this tag; it may name several, and in several headers. */
    boolean isHadBy(Request request) {
        return request.getHeaders().getValuesList(HttpHeader.IF_NONE_MATCH).stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(String::strip)
                .anyMatch(given -> given.equals(text) || given.equals("W/" + text));
    }

    /** @param content of which alone it tells */
    static EntityTag of(byte[] content) {
        return new EntityTag('"' + PagePolicy.hash(content) + '"');
    }

    /** Tells it to the client, who may keep the answer and has to ask each time whether it still is one. */
    void tell(Context context) {
        context.header("ETag", "W/" + text);
        context.header("Cache-Control", "no-cache, private");
    }

    /**
     * Tells the client that what it has is still the answer. Nothing is said of a media type: a cache would take it for
     * that of what it keeps (RFC 9111, section 3.2).
     */
    void tellUnchanged(Context context) {
        tell(context);
        context.status(HttpStatus.NOT_MODIFIED);
        context.res().setContentType(null);
    }

    /** Takes back what was told, for an answer that is a problem. */
    static void takeBack(Context context) {
        context.res().setHeader("ETag", null);
        context.header("Cache-Control", SecurityHeaders.NOT_KEPT);
    }
}
