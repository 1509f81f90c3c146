package entente.web;

import entente.web.access.TokenFile;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom the server answers, and how often.
 *
 * @param tokens the file of the tokens that are taken, or null where none are
 * @param tokenNeeded whether a request needs a token also where the server would be open without
 * @param requestsPerMinute how many requests a client may make, 0 for any number, or null for what is usual: any number
 *     on a loopback address, and elsewhere {@link #USUAL_REQUESTS_PER_MINUTE}
 * @param origins of which sites pages may read answers, each such as {@code https://explorer.example}
 */
public record Admission(
        @Nullable TokenFile tokens,
        boolean tokenNeeded,
        @Nullable Integer requestsPerMinute,
        Set<String> origins) {
    /** Ten a second: more than a person's browser asks for, and little for the database. */
    public static final int USUAL_REQUESTS_PER_MINUTE = 600;

    private static final Pattern ORIGIN = Pattern.compile("https?://([a-z0-9.-]+|\\[[0-9a-f:]+])(:\\d{1,5})?");

    public Admission {
        origins = Set.copyOf(origins);
        origins.forEach(Admission::refuseWhatIsNone);
        if (requestsPerMinute != null && requestsPerMinute < 0) {
            throw new IllegalArgumentException("Nobody can make " + requestsPerMinute + " requests a minute.");
        }
    }

    /** No page of another site may read answers. */
    public Admission(@Nullable TokenFile tokens, boolean tokenNeeded, @Nullable Integer requestsPerMinute) {
        this(tokens, tokenNeeded, requestsPerMinute, Set.of());
    }

    private static void refuseWhatIsNone(String origin) {
        if (!ORIGIN.matcher(origin).matches()) {
            throw new IllegalArgumentException("\"" + origin
                    + "\" is no origin; one is a scheme, a host and perhaps a port, such as https://explorer.example");
        }
    }

    /** The number of requests in force, or 0 for any. */
    int requestsPerMinute(boolean loopback) {
        if (requestsPerMinute != null) {
            return requestsPerMinute;
        }
        return loopback ? 0 : USUAL_REQUESTS_PER_MINUTE;
    }
}
