package entente.web;

import entente.export.PlainJson;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what a route found as the client asked for it. */
final class Answer {
    private static final Logger LOG = LoggerFactory.getLogger(Answer.class);
    /** Proxies take no more than a few kilobytes of headers. */
    private static final int LONGEST_LINK = 2_000;
    /** So much of a page waits. */
    private static final int PAGE_BYTES = 1 << 18;

    private static final List<Format> JSON_ALONE = List.of(Format.JSON);

    private Answer() {}

    /** Answers with JSON, which is all there is. */
    static void json(Context context, Map<String, ? extends @Nullable Object> value) throws IOException {
        json(context, HttpStatus.OK, value);
    }

    /** Answers with the JSON of a record. */
    static void json(Context context, Record record) throws IOException {
        json(context, RecordJson.of(record));
    }

    /** Answers with a page as JSON, which is all there is, and tells in headers where the next one is. */
    static void page(Context context, Map<String, ? extends @Nullable Object> value) throws IOException {
        Format.accepted(context, JSON_ALONE);
        tellInHeaders(context, value);
        writeJson(context, value);
    }

    static void json(Context context, HttpStatus status, Map<String, ? extends @Nullable Object> value)
            throws IOException {
        Format.accepted(context, JSON_ALONE);
        context.status(status);
        writeJson(context, value);
    }

    /**
     * Tells in headers that there is more and where, which formats without a place for it need. Those are kept until
     * they are whole; of the others, answers that are longer than a page have left by then.
     *
     * @param about what is told of the answer as a whole, {@code truncated} and {@code next} among it
     */
    static void tellInHeaders(Context context, Map<String, ? extends @Nullable Object> about) {
        if (context.res().isCommitted() || !Boolean.TRUE.equals(about.get("truncated"))) {
            return;
        }
        context.header("Entente-Truncated", "true");
        if (about.get("next") instanceof String next) {
            context.header("Entente-Next", next);
            String link = Arguments.of(context).link(context.req().getRequestURI(), next);
            if (link.length() <= LONGEST_LINK) {
                context.header("Link", "<" + link + ">; rel=\"next\"");
            }
        }
    }

    /** Has a page wait until a header can say where the next one is, if it is not longer than that. */
    static void keepBack(Context context) {
        if (context.queryParam(Paging.LIMIT) != null) {
            context.res().setBufferSize(PAGE_BYTES);
        }
    }

    static void writeJson(Context context, Map<String, ? extends @Nullable Object> value) throws IOException {
        context.contentType(Format.JSON.mediaType());
        try (Writer out = writer(context)) {
            PlainJson.write(value, out);
            out.write('\n');
        }
    }

    /**
     * What ends an answer that fails while it is written: {@code truncated} and the problem as {@code error}.
     *
     * @throws RuntimeException the failure itself, to be answered as ever, where the client got nothing so far
     */
    static Map<String, @Nullable Object> failure(Context context, RuntimeException failure) {
        if (!context.res().isCommitted()) {
            throw failure;
        }
        AnswerCache.breakOff(context);
        LOG.warn(
                "{} {} failed when the client had got a part",
                context.method(),
                RequestEnd.route(context),
                WordlessFailure.of(failure));
        Problem problem = Problems.of(failure).with(RequestId.NAME, RequestId.of(context));
        RequestEnd.noteProblem(context, problem);
        Map<String, @Nullable Object> about = new LinkedHashMap<>();
        about.put("truncated", true);
        about.put("error", problem.members(context.req().getRequestURI()));
        return about;
    }

    /**
     * Ends an answer that cannot be finished, so that nobody takes a part for the whole: where the client got a part
     * already, by hanging up.
     *
     * @throws RuntimeException the failure itself, to be answered as ever, where the client got nothing so far
     */
    static void giveUp(Context context, RuntimeException failure) {
        failure(context, failure);
        hangUp(context);
    }

    /** Ends the connection, so that the client knows that the answer is not whole. */
    static void hangUp(Context context) {
        AnswerCache.breakOff(context);
        JettyRequest.of(context)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }

    static Writer writer(Context context) {
        return new BufferedWriter(new OutputStreamWriter(AnswerCache.out(context), StandardCharsets.UTF_8));
    }
}
