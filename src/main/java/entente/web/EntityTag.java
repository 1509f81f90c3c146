package entente.web;

import io.javalin.http.Context;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /** Whether a header {@code If-None-Match} names it. */
    boolean isAmong(@Nullable String header) {
        return header != null
                && Stream.of(header.split(","))
                        .map(String::strip)
                        .anyMatch(given -> given.equals(text) || given.equals("W/" + text));
    }

    /** Tells it to the client, who may keep the answer and has to ask each time whether it still is one. */
    void tell(Context context) {
        context.header("ETag", "W/" + text);
        context.header("Cache-Control", "no-cache, private");
    }

    /** Takes back what was told, for an answer that is a problem. */
    static void takeBack(Context context) {
        context.res().setHeader("ETag", null);
        context.header("Cache-Control", SecurityHeaders.NOT_KEPT);
    }
}
