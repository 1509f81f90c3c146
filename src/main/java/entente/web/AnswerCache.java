package entente.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import entente.graph.Graph;
import entente.graph.Seen;
import entente.model.Vocabulary;
import entente.query.LiveCatalogue;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.io.OutputStream;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.server.Request;

/**
 * Gives answers again as long as nothing has been committed since, and tells clients by an entity tag whether what they
 * have is still the answer.
 *
 * <p>An answer is kept only if the graph's version was the same before its reads and after each of them: a read may
 * return rows from before a commit and yet end with that commit's version. It is given again only while that is the
 * graph's version still, so that no answer is older than a commit that was acknowledged when the request came. The
 * entity tag is made of the version before the reads: should a commit come between, the tag is out of date already, and
 * never true again. It also counts the answers that broke off, and names the run of the program that counts them:
 * whoever got the first part of one has its tag, which must not be that of the whole.
 *
 * <p>That a client still has its answer is often known before any route is looked for, and without waiting for
 * anything. Then the thread that reads from all connections answers.
 *
 * <p>Nor is an answer kept when it is asked for the first time. Many are never asked for again; <em>measured</em>,
 * eight clients of such got 6 to 16 % fewer answers where each was kept.
 */
final class AnswerCache {
    private static final String UNCHANGED = "entente.unchanged";
    private static final String RECORDING = "entente.recording";
    private static final String BROKEN_OFF = "entente.broken-off";
    /** No one answer takes more than this part of the cache. */
    private static final int PARTS = 16;
    /** Beside the cache, all answers that are being copied take no more than this part of it. */
    private static final int PARTS_COPIED = 4;

    private final Graph graph;
    private final AskedFor askedFor;
    private final RecentRequests recent = new RecentRequests();
    private final Cache<String, KeptAnswer> answers;
    private final int largest;
    /** For copies of answers that are under way: clients may take those as slowly as they like. */
    private final Semaphore copies;

    private final Metrics metrics;
    private final String run = UUID.randomUUID().toString();
    private final AtomicLong brokenOff = new AtomicLong();

    /** @param bytes how much memory the answers may take; with 0, only entity tags are made */
    AnswerCache(long bytes, Graph graph, Vocabulary vocabulary, LiveCatalogue catalogue, Metrics metrics) {
        this.graph = graph;
        this.metrics = metrics;
        this.askedFor = new AskedFor(catalogue, graph.limits(), vocabulary, Clock.systemUTC());
        this.largest = (int) Math.min(bytes / PARTS, Integer.MAX_VALUE / 2);
        this.copies = new Semaphore((int) Math.min(bytes / PARTS_COPIED, Integer.MAX_VALUE));
        this.answers = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((String asked, KeptAnswer answer) -> answer.bytes())
                .executor(Runnable::run) // what is to be done after each answer takes less than to wake a thread for it
                .build();
        metrics.watch("entente.answers.kept.bytes", "How much memory the answers take that are kept", this::bytes);
    }

    private Number bytes() {
        return answers.policy()
                .eviction()
                .map(bound -> bound.weightedSize().orElse(0))
                .orElse(0L);
    }

    /** A handler whose answers depend on nothing but the request, the catalogue, the day and the graph. */
    Handler around(Handler handler) {
        return context -> answer(context, handler);
    }

    /**
     * Whether the client still has the answer, as far as that is known without waiting for anything. If so, it is noted
     * in the request, and the handler tells the client without asking again.
     */
    boolean noteIfUnchanged(Request request) {
        if (!EntityTag.isAskedAbout(request)) {
            return false;
        }
        String version = graph.versionAtOnce();
        String asked = askedFor.fingerprintAtOnce(request);
        if (version == null || asked == null) {
            return false;
        }
        EntityTag tag = tag(asked, version);
        if (!tag.isHadBy(request)) {
            return false;
        }
        request.setAttribute(UNCHANGED, tag);
        return true;
    }

    private void answer(Context context, Handler handler) throws Exception {
        context.res().addHeader("Vary", "Accept");
        EntityTag unchanged = context.attribute(UNCHANGED);
        if (unchanged != null) {
            tellUnchanged(context, unchanged);
            return;
        }
        Request request = JettyRequest.of(context);
        String asked = askedFor.fingerprint(request);
        KeptAnswer kept = answers.getIfPresent(asked);
        if (kept != null || EntityTag.isAskedAbout(request)) {
            String version = graph.version();
            EntityTag tag = tag(asked, version);
            if (tag.isHadBy(request)) {
                tellUnchanged(context, tag);
                return;
            }
            if (kept != null && kept.isOf(version)) {
                tag.tell(context);
                kept.give(context);
                count("again");
                return;
            }
        }
        read(context, handler, asked);
    }

    private void tellUnchanged(Context context, EntityTag tag) {
        tag.tellUnchanged(context);
        count("unchanged");
    }

    private EntityTag tag(String asked, String version) {
        return EntityTag.of(asked, version + " " + run + " " + brokenOff);
    }

    private void read(Context context, Handler handler, String asked) throws Exception {
        Seen before = graph.seen();
        tag(asked, before.version()).tell(context);
        context.attribute(BROKEN_OFF, brokenOff);
        boolean mayBeKept = largest > 0 && !context.method().equals(HandlerType.HEAD);
        if (!mayBeKept || !recent.cameBefore(asked)) {
            handler.handle(context);
            count("left");
            return;
        }
        Recording recording = new Recording(context.outputStream(), largest, copies);
        context.attribute(RECORDING, recording);
        try {
            handler.handle(context);
            count(keep(context, asked, before, recording.whole()));
        } finally {
            recording.spoil();
        }
    }

    private String keep(Context context, String asked, Seen before, byte[] body) {
        boolean whole = body.length > 0 && context.statusCode() == HttpStatus.OK.getCode();
        if (!whole) {
            return "left";
        }
        if (!graph.seen().equals(before)
                || !askedFor.fingerprint(JettyRequest.of(context)).equals(asked)) {
            return "overtaken";
        }
        answers.put(asked, KeptAnswer.of(context, before.version(), body));
        return "kept";
    }

    /**
     * Counts an answer by what became of it: {@code unchanged}, the client has it still; given {@code again}; read, and
     * then {@code kept}, {@code left} since it is asked for the first time, is large, ended early or is not to be kept
     * at all, or {@code overtaken} by a commit, an edit of its query or midnight. What is refused is counted among the
     * problems instead.
     */
    private void count(String outcome) {
        metrics.count("entente.answers", 1, "outcome", outcome);
    }

    /** Where a handler writes its answer to: a recording, if there is one. */
    static OutputStream out(Context context) {
        Recording recording = context.attribute(RECORDING);
        return recording == null ? context.outputStream() : recording;
    }

    /** Tells that an answer is not to be kept by anybody, since the same request may get another one at once. */
    static void leave(Context context) {
        spoil(context);
        EntityTag.takeBack(context);
    }

    private static void spoil(Context context) {
        Recording recording = context.attribute(RECORDING);
        if (recording != null) {
            recording.spoil();
        }
    }

    /** Tells that an answer breaks off, of which the client has a part already: nobody may take it for the whole. */
    static void breakOff(Context context) {
        spoil(context);
        AtomicLong brokenOff = context.attribute(BROKEN_OFF);
        if (brokenOff != null) {
            brokenOff.incrementAndGet();
        }
    }
}
