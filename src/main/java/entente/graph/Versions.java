package entente.graph;

import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.neo4j.driver.Bookmark;
import org.neo4j.driver.Session;

/** Which versions of a graph its reads have met. Safe for use by many threads. */
final class Versions {
    private final SharedRead<String> read;
    private volatile Seen seen = Seen.NOTHING;

    /** @param read a read that does nothing but meet the present version */
    Versions(Supplier<String> read) {
        this.read = new SharedRead<>(read);
    }

    /** The version that a read meets which begins after this is called. */
    String now() {
        return read.get();
    }

    /** What reads have met so far; there is at least one. */
    Seen seen() {
        if (seen.equals(Seen.NOTHING)) {
            now();
        }
        return seen;
    }

    /** Notes which version a session's last read has met; only one that was committed tells. */
    String noted(Session session) {
        String met =
                session.lastBookmarks().stream().map(Bookmark::value).sorted().collect(Collectors.joining(" "));
        note(met);
        return met;
    }

    private synchronized void note(String met) {
        seen = seen.then(met);
    }
}
