package entente.web;

import entente.graph.Graph;
import entente.graph.GraphException;
import entente.graph.Statement;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
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
    private static final Statement NEWEST =
            new Statement("ready", "MATCH (d:Dossier) RETURN toString(max(d.loadedAt))");

    private final Graph graph;
    private final Duration patience;
    private @Nullable CompletableFuture<Boolean> question;
    private volatile @Nullable Long newestLoad;
    private volatile boolean lastAnswer;

    Readiness(Graph graph, Duration patience) {
        this.graph = graph;
        this.patience = patience;
    }

    /** Waits for the database's answer, as long as the patience lasts. */
    boolean isReady() {
        lastAnswer = isAnswered();
        return lastAnswer;
    }

    private boolean isAnswered() {
        try {
            return question().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException unanswered) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** 1 where the database answered the last time that somebody asked, or else 0. */
    int lastAnswer() {
        return lastAnswer ? 1 : 0;
    }

    /** When the newest dossier was loaded, in seconds since 1970, as the last answer knew it, or null for none. */
    @Nullable
    Long newestLoad() {
        return newestLoad;
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
            newestLoad = seconds(graph.readAll(NEWEST, rows -> rows.next().get(0)));
            return true;
        } catch (GraphException away) {
            return false;
        }
    }

    private static @Nullable Long seconds(@Nullable Object time) {
        try {
            return time == null ? null : ZonedDateTime.parse(time.toString()).toEpochSecond();
        } catch (DateTimeParseException ofSomebodyElse) {
            return null;
        }
    }

    private static void inOwnThread(Runnable work) {
        Thread thread = new Thread(work, "entente-readiness");
        thread.setDaemon(true);
        thread.start();
    }
}
