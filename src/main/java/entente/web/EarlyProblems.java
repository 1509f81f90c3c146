package entente.web;

import entente.export.PlainJson;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Gives the refusals that Jetty makes before any route is looked for the shape of all others, counts them, and lets
 * pages of the sites read them that may.
 */
final class EarlyProblems extends ErrorHandler {
    private static final String UNREADABLE = "/badMessage";

    private final CrossOrigin origins;
    private final RequestEnd ends;

    EarlyProblems(CrossOrigin origins, RequestEnd ends) {
        this.origins = origins;
        this.ends = ends;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        String id = RequestId.of(request);
        Problem problem = Problems.ofStatus(code).with(RequestId.NAME, id);
        if (RequestId.isGiven(request)) {
            ends.count(problem);
        } else {
            ends.record(request, problem, id);
        }
        response.getHeaders().put(RequestId.HEADER, id);
        SecurityHeaders.ALL.forEach(response.getHeaders()::put);
        origins.allow(request, response);
        if (code == HttpStatus.SERVICE_UNAVAILABLE_503) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, Problems.RETRY_AFTER);
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        byte[] body = PlainJson.text(problem.members(path(request))).getBytes(StandardCharsets.UTF_8);
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    /** The path as it came, or the root where Jetty could not read the request and has a name of its own instead. */
    private static String path(Request request) {
        String path = request.getHttpURI().getPath();
        return path == null || path.equals(UNREADABLE) ? "/" : path;
    }
}
