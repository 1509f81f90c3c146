package entente.graph;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.neo4j.driver.Bookmark;
import org.neo4j.driver.Session;

/** Which versions of a graph its reads have met. Safe for use by many threads. */
final class Versions {
    private final SharedRead<String> read;
    private final LongSupplier lastCommit;
    private volatile Seen seen = Seen.NOTHING;
    private volatile Known known = new Known(Keeper.NOT_TOLD, "");

    /** A version that a read met which began after this commit. */
    private record Known(long commit, String version) {}

    /**
     * @param read a read that does nothing but meet the present version
     * @param lastCommit as {@link Keeper#lastCommit} has it
     */
    Versions(Supplier<String> read, LongSupplier lastCommit) {
        this.read = new SharedRead<>(read);
        this.lastCommit = lastCommit;
    }

    /**
     * The version that a read meets which begins after this is called. Where the database tells of its commits, a read
     * is made for it once after each commit, and else each time.
     */
    String now() {
        long commit = lastCommit.getAsLong();
        Known last = known;
        boolean isCurrent = commit != Keeper.NOT_TOLD && commit == last.commit();
        if (isCurrent && last.version().equals(seen.version())) {
            return last.version();
        }
        String version = read.get();
        known = new Known(commit, version);
        return version;
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
