package entente.web;

import entente.web.access.TokenFile;
import org.jspecify.annotations.Nullable;

/**
 * Whom the server answers, and how often.
 *
 * @param tokens the file of the tokens that are taken, or null where none are
 * @param tokenNeeded whether a request needs a token also where the server would be open without
 * @param requestsPerMinute how many requests a client may make, 0 for any number, or null for what is usual: any number
 *     on a loopback address, and elsewhere {@link #USUAL_REQUESTS_PER_MINUTE}
 */
public record Admission(
        @Nullable TokenFile tokens,
        boolean tokenNeeded,
        @Nullable Integer requestsPerMinute) {
    /** Ten a second: more than a person's browser asks for, and little for the database. */
    public static final int USUAL_REQUESTS_PER_MINUTE = 600;

    public Admission {
        if (requestsPerMinute != null && requestsPerMinute < 0) {
            throw new IllegalArgumentException("Nobody can make " + requestsPerMinute + " requests a minute.");
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
