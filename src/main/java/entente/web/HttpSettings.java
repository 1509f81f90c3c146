package entente.web;

import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Predicate;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.ThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the HTTP machinery is set: what a request may take, and that every failure ends in {@link Problems}. */
final class HttpSettings {
    private static final Logger LOG = LoggerFactory.getLogger(HttpSettings.class);

    static final int HEADER_BYTES = 16 * 1024;
    static final int BODY_BYTES = 1 << 20;

    /** What an answer may take to be sent when the last read has ended. */
    private static final Duration SENDING = Duration.ofSeconds(5);

    private HttpSettings() {}

    /**
     * @param early answers what is refused before any route is looked for
     * @param isQuick whether a request is answered without waiting for anything
     * @param longestRead what requests that are under way are given to end, when the server is stopped, and a bit more
     */
    static void apply(JavalinConfig config, Duration longestRead, Predicate<Request> isQuick, EarlyProblems early) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = BODY_BYTES;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setRequestHeaderSize(HEADER_BYTES);
            http.setSendServerVersion(false);
        });
        config.jetty.modifyServer(server -> apply(server, longestRead.plus(SENDING), isQuick, early));
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(early));
        config.routes.exception(HttpResponseException.class, Problems::answer);
        config.router.javaLangErrorHandler(HttpSettings::answer);
        config.routes.exception(Exception.class, Problems::answer);
    }

    /** An error of the virtual machine, such as a stack that overflowed, ends its request alone. */
    private static void answer(HttpServletResponse response, Error error) {
        LOG.error("a request failed", error);
        try {
            response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        } catch (IOException gone) {
            LOG.debug("nobody waits for the answer", gone);
        }
    }

    private static void apply(Server server, Duration drain, Predicate<Request> isQuick, EarlyProblems early) {
        server.setErrorHandler(early);
        int threads = ((ThreadPool.SizedThreadPool) server.getThreadPool()).getMaxThreads();
        server.setDynamic(false); // so that it asks its handlers whether they have to have a thread of their own
        server.setHandler(new GracefulHandler(RequestThreads.before(CompressedAnswers.handler(), isQuick, threads)));
        server.setStopTimeout(drain.toMillis());
    }
}
