package entente.web;

import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.ThreadLimitHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Who is given a thread of the server, and when: a request whose body is there, and no more of them than half of all
 * threads to one address. A client that sends its body a byte at a time is not waited for. What needs no waiting is
 * answered by the thread that reads from all connections: to wake another takes longer than the answer.
 */
final class RequestThreads {
    /** Bytes of a body that are awaited without a thread; what is longer is read by one. */
    private static final int AWAITED = 64 * 1_024;
    /** Bytes that a piece of a body takes, however small it is: the buffer in which it came is kept with it. */
    private static final int PIECE = 8 * 1_024;
    /** One of so many requests of a connection goes to another thread in any case: its client may send without end. */
    private static final int TURN_OF_OTHERS = 64;

    private RequestThreads() {}

    /**
     * Hands on requests as they may be answered.
     *
     * @param isQuick whether a request is answered without waiting for anything
     * @param most threads that there are
     */
    static Handler.Wrapper before(Handler answers, Predicate<Request> isQuick, int most) {
        ThreadLimitHandler shares = new ThreadLimitHandler(answers, null, false);
        shares.setThreadLimit(Math.max(1, most / 2));
        return new EagerContentHandler(new Ended(new AtOnce(shares, answers, isQuick)), new Awaited());
    }

    /** Lets the thread that reads answer what is quick, and gives everything else to another. */
    private static final class AtOnce extends Handler.Wrapper {
        private final Handler answers;
        private final Predicate<Request> isQuick;

        /**
         * @param shares hands on to the answers, and may have a request wait for others of its address
         * @param answers what is quick, without a share
         */
        AtOnce(Handler shares, Handler answers, Predicate<Request> isQuick) {
            super(shares);
            this.answers = answers;
            this.isQuick = isQuick;
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            if (!isTurnOfOthers(request) && isQuick.test(request)) {
                return answers.handle(request, response, callback);
            }
            request.getContext().execute(() -> handleByAnother(request, response, callback));
            return true;
        }

        private static boolean isTurnOfOthers(Request request) {
            return request.getConnectionMetaData().getConnection().getMessagesIn() % TURN_OF_OTHERS == 0;
        }

        /** As Jetty itself does it for a request that it gives to a thread. */
        private void handleByAnother(Request request, Response response, Callback callback) {
            try {
                if (!super.handle(request, response, callback)) {
                    Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
                }
            } catch (Throwable failure) {
                Response.writeError(request, response, callback, failure);
            }
        }
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
