package entente.graph;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Bookmark;
import org.neo4j.driver.Session;

/**
 * Which versions of a graph its reads have met: the last commit when they ended. Later reads wait until what earlier
 * ones met has been applied, so that their rows hold it; see {@link Sessions}. Safe for use by many threads.
 */
final class Versions {
    private final SharedRead<String> read;
    private final LongSupplier lastCommit;
    private volatile Seen seen = Seen.NOTHING;
    private volatile Known known = new Known(Keeper.NOT_TOLD, Seen.NOTHING);

    /** What had been seen when a read that began after this commit had met the last of these versions. */
    private record Known(long commit, Seen seen) {}

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
     *
     * <p>While the number of the last commit is the same, nobody has been told of a later commit than that read met.
     * Another read may have met one already, which the number does not tell of yet: then it is asked again.
     */
    String now() {
        long commit = lastCommit.getAsLong();
        String atOnce = knownSince(commit);
        return atOnce == null ? ask(commit) : atOnce;
    }

    /** The same, if that takes no read. */
    @Nullable
    String nowAtOnce() {
        return knownSince(lastCommit.getAsLong());
    }

    private @Nullable String knownSince(long commit) {
        Known last = known;
        boolean stands = commit != Keeper.NOT_TOLD
                && commit == last.commit()
                && last.seen().equals(seen);
        return stands ? last.seen().version() : null;
    }

    private String ask(long commit) {
        Seen before = seen;
        String version = read.get();
        Seen after = seen;
        if (after.equals(before.then(version))) {
            known = new Known(commit, after);
        }
        return version;
    }

    /** What reads have met so far; there is at least one. */
    Seen seen() {
        if (seen.equals(Seen.NOTHING)) {
            now();
        }
        return seen;
    }

    /**
     * Notes which version a session's last read has met; only one that was committed tells, and none of which the rest
     * was not wanted.
     */
    String noted(Session session) {
        String met =
                session.lastBookmarks().stream().map(Bookmark::value).sorted().collect(Collectors.joining(" "));
        if (!met.isEmpty()) {
            note(met);
        }
        return met;
    }

    synchronized void note(String met) {
        seen = seen.then(met);
    }
}
