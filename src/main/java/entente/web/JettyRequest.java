package entente.web;

import io.javalin.http.Context;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;

/** A request as it came in, below the routes. */
final class JettyRequest {
    private JettyRequest() {}

    static Request of(Context context) {
        return ServletContextRequest.getServletContextRequest(context.req());
    }
}
