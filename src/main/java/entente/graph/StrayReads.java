package entente.graph;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Notices reads of other processes, which joined the database that this one runs, where the database does not end them
 * and they themselves have gone. Whoever is still there may only be slow to take its rows.
 */
final class StrayReads {
    private static final long PAUSE_SECONDS = 5;
    /** How often the same one is seen until it counts: it takes the database a moment to end what nobody waits for. */
    private static final int LOOKS = 3;

    private StrayReads() {}

    /**
     * Begins to watch, where it is this process that runs the database. That has a thread of its own, as a database
     * that does not answer keeps it waiting.
     *
     * @return what watches until it is interrupted
     */
    static Thread watch(Sessions sessions, Keeper keeper) {
        Thread thread = new Thread(() -> lookUntilInterrupted(sessions, keeper), "entente-stray-reads");
        thread.setDaemon(true);
        if (keeper.holds()) {
            thread.start();
        }
        return thread;
    }

    private static void lookUntilInterrupted(Sessions sessions, Keeper keeper) {
        try {
            int looks = 0;
            Set<Long> left = Set.of();
            while (true) {
                TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
                Set<Long> now = gone(sessions);
                if (looks > 0) {
                    now.retainAll(left);
                }
                left = now;
                looks = left.isEmpty() ? 0 : looks + 1;
                if (looks == LOOKS) {
                    keeper.restart();
                    looks = 0;
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** The processes that have gone, of whose transactions some run. */
    private static Set<Long> gone(Sessions sessions) {
        try {
            return sessions.others().stream()
                    .filter(process -> ProcessHandle.of(process).isEmpty())
                    .collect(Collectors.toCollection(HashSet::new));
        } catch (GraphException later) {
            return new HashSet<>(); // the next look asks again
        }
    }
}
