package entente.graph;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers for a second which entity an id was found to be, so that what many ask about is not looked up for each of
 * them. One that is removed may be taken to be there for so long; one that is added is found at once. Safe for many
 * threads.
 */
final class RecentIds {
    private static final Duration GOOD_FOR = Duration.ofSeconds(1);
    private static final int MOST = 1_000;

    private final Map<String, Found> byId = new ConcurrentHashMap<>();

    private record Found(List<EntityNames.Candidate> candidates, long at) {
        boolean isGood() {
            return System.nanoTime() - at < GOOD_FOR.toNanos();
        }
    }

    /** What an id was found to be a moment ago, or else is now. */
    List<EntityNames.Candidate> find(String id, Function<String, List<EntityNames.Candidate>> lookUp) {
        Found recent = byId.get(id);
        if (recent != null && recent.isGood()) {
            return recent.candidates();
        }
        List<EntityNames.Candidate> candidates = lookUp.apply(id);
        if (!candidates.isEmpty()) {
            keep(id, new Found(candidates, System.nanoTime()));
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
