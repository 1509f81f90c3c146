package entente.web;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.ThreadLimitHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Who is given a thread of the server, and when: a request whose body is there, and no more of them than half of all
 * threads to one address. A client that sends its body a byte at a time is not waited for.
 */
final class RequestThreads {
    /** Bytes of a body that are awaited without a thread; what is longer is read by one. */
    private static final int AWAITED = 64 * 1_024;
    /** Bytes that a piece of a body takes, however small it is: the buffer in which it came is kept with it. */
    private static final int PIECE = 8 * 1_024;

    private RequestThreads() {}

    /**
     * Hands on requests as they may be answered.
     *
     * @param most threads that there are
     */
    static Handler.Wrapper before(Handler answers, int most) {
        ThreadLimitHandler shares = new ThreadLimitHandler(answers, null, false);
        shares.setThreadLimit(Math.max(1, most / 2));
        return new EagerContentHandler(new Ended(shares), new Awaited());
    }

    /**
     * Tells Jetty 12.1 of answers that failed: what it makes of a body that was awaited is told when an answer
     * succeeds, and takes a failure for one of the body alone, so that the request would never end.
     */
    private static final class Ended extends Handler.Wrapper {
        Ended(Handler answers) {
            super(answers);
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            Callback whole = callback == request
                    ? Callback.from(callback.getInvocationType(), callback::succeeded, request::fail)
                    : callback;
            return super.handle(request, response, whole);
        }
    }

    /** Waits for bodies that are read: not for those of other methods, and of those that say that they are too long. */
    private static final class Awaited extends EagerContentHandler.RetainedContentLoaderFactory {
        Awaited() {
            super(AWAITED, PIECE, false);
        }

        @Override
        public EagerContentHandler.@Nullable ContentLoader newContentLoader(
                String contentType,
                String mimeType,
                Handler handler,
                Request request,
                Response response,
                Callback callback) {
            return !request.getMethod().equals("POST") || request.getLength() > HttpSettings.BODY_BYTES
                    ? null
                    : super.newContentLoader(contentType, mimeType, handler, request, response, callback);
        }
    }
}
