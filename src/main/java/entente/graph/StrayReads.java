package entente.graph;

import java.util.concurrent.TimeUnit;

/**
 * Notices reads of other processes, which joined the database that this one runs, where the database does not end them
 * and they themselves have gone. Whoever is still there may only be slow to take its rows.
 */
final class StrayReads {
    private static final long PAUSE_SECONDS = 5;
    /** How often one is seen until it counts: it takes the database a moment to end what nobody waits for. */
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
            int seen = 0;
            while (true) {
                TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
                seen = someAreLeft(sessions) ? seen + 1 : 0;
                if (seen == LOOKS) {
                    keeper.restart();
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean someAreLeft(Sessions sessions) {
        try {
            return sessions.others().stream()
                    .anyMatch(process -> ProcessHandle.of(process).isEmpty());
        } catch (GraphException later) {
            return false; // the next look asks again
        }
    }
}
