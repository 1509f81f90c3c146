package entente.web;

import entente.graph.Graph;
import entente.graph.GraphException;
import entente.graph.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the database answers, in bounded time. However many ask, one question at a time is under way, so that a
 * database that keeps silent holds no more than one thread.
 */
final class Readiness {
    private static final Statement ONE = new Statement("ready", "RETURN 1");

    private final Graph graph;
    private final Duration patience;
    private @Nullable CompletableFuture<Boolean> question;

    Readiness(Graph graph, Duration patience) {
        this.graph = graph;
        this.patience = patience;
    }

    /** Waits for the database's answer, as long as the patience lasts. */
    boolean isReady() {
        try {
            return question().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException unanswered) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized CompletableFuture<Boolean> question() {
        if (question == null || question.isDone()) {
            question = CompletableFuture.supplyAsync(this::answers, Readiness::inOwnThread);
        }
        return question;
    }

    /** Not a bounded read: those wait for a place among all others, and a busy server is not an unready one. */
    private boolean answers() {
        try {
            return graph.readAll(ONE, rows -> rows.hasNext());
        } catch (GraphException away) {
            return false;
        }
    }

    private static void inOwnThread(Runnable work) {
        Thread thread = new Thread(work, "entente-readiness");
        thread.setDaemon(true);
        thread.start();
    }
}
