package entente.graph;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Remembers for a second which entity an id was found to be, so that what many ask about is not looked up for each of
 * them. It is forgotten as soon as a read has met another version of the graph; until then, one that is removed may be
 * taken to be there. One that is added is found at once. Safe for many threads.
 */
final class RecentIds {
    private static final Duration GOOD_FOR = Duration.ofSeconds(1);
    private static final int MOST = 1_000;

    private final Supplier<Seen> seen;
    private final Map<String, Found> byId = new ConcurrentHashMap<>();

    /** @param seen what the graph's reads have seen of its versions */
    RecentIds(Supplier<Seen> seen) {
        this.seen = seen;
    }

    private record Found(List<EntityNames.Candidate> candidates, Seen under, long at) {
        boolean isGood(Seen now) {
            return under.equals(now) && System.nanoTime() - at < GOOD_FOR.toNanos();
        }
    }

    /** What an id was found to be a moment ago, or else is now. */
    List<EntityNames.Candidate> find(String id, Function<String, List<EntityNames.Candidate>> lookUp) {
        Seen now = seen.get();
        Found recent = byId.get(id);
        if (recent != null && recent.isGood(now)) {
            return recent.candidates();
        }
        List<EntityNames.Candidate> candidates = lookUp.apply(id);
        if (!candidates.isEmpty() && seen.get().equals(now)) {
            keep(id, new Found(candidates, now, System.nanoTime()));
        }
        return candidates;
    }

    private void keep(String id, Found found) {
        if (byId.size() >= MOST) {
            byId.clear();
        }
        byId.put(id, found);
    }
}
