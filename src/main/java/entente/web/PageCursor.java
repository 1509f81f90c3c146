package entente.web;

import entente.model.Sha256;
import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * Where a page begins, as a text that clients pass back unread. It also knows for which request and on which version of
 * the graph, so that no page of another list passes for the next.
 *
 * @param position how many items come before
 * @param request a hash of the request
 * @param version a hash of the graph's version
 */
record PageCursor(long position, long request, long version) {
    static final String AFTER = "after";

    static PageCursor of(long position, String request, String version) {
        return new PageCursor(position, hash(request), hash(version));
    }

    /**
     * The position of a cursor that came back.
     *
     * @throws ProblemException if it is none, belongs to another request, or the graph has changed since
     */
    static long position(String text, String request, String version) {
        PageCursor cursor = parsed(text);
        if (cursor.request != hash(request)) {
            throw new ProblemException(
                    Problem.badParameter(
                            AFTER,
                            "after belongs to another request, or to one of another day or of the query as it was; repeat the one that gave it, or begin again without after."));
        }
        if (cursor.version != hash(version)) {
            throw graphChanged();
        }
        return cursor.position;
    }

    static ProblemException graphChanged() {
        return new ProblemException(new Problem(
                ProblemCode.GRAPH_CHANGED, "The graph has changed since the page before; begin again without after."));
    }

    private static PageCursor parsed(String text) {
        if (!text.matches("[A-Za-z0-9_-]{32}")) {
            throw notOne();
        }
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        PageCursor cursor = new PageCursor(bytes.getLong(), bytes.getLong(), bytes.getLong());
        if (cursor.position < 0 || cursor.position > Integer.MAX_VALUE) {
            throw notOne();
        }
        return cursor;
    }

    private static ProblemException notOne() {
        return new ProblemException(Problem.badParameter(AFTER, "after must be what the page before gave as next."));
    }

    String text() {
        byte[] bytes = ByteBuffer.allocate(3 * Long.BYTES)
                .putLong(position)
                .putLong(request)
                .putLong(version)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static long hash(String text) {
        return ByteBuffer.wrap(Sha256.of(text)).getLong();
    }
}
