package entente.web;

import io.javalin.http.HttpStatus;
import java.util.Locale;

/** Which problems a client may be told of, each with its HTTP status. Clients may rely on the words. */
enum ProblemCode {
    AMBIGUOUS_ENTITY(HttpStatus.BAD_REQUEST),
    AMBIGUOUS_SOURCE(HttpStatus.BAD_REQUEST),
    BAD_PARAMETER(HttpStatus.BAD_REQUEST),
    /** What HTTP itself or the server's machinery does not allow; the status says which. */
    BAD_REQUEST(HttpStatus.BAD_REQUEST),
    BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    /** Told to whoever ends but one half of the connection and goes on to read. */
    CLIENT_GONE(HttpStatus.CLIENT_CLOSED_REQUEST),
    DATABASE_AWAY(HttpStatus.SERVICE_UNAVAILABLE),
    EXPIRED_TOKEN(HttpStatus.UNAUTHORIZED),
    /** A saved query that the database finds fault with. */
    FAULTY_QUERY(HttpStatus.INTERNAL_SERVER_ERROR),
    /** A statement of the client's own that the database finds fault with. */
    FAULTY_STATEMENT(HttpStatus.BAD_REQUEST),
    GRAPH_CHANGED(HttpStatus.GONE),
    MALFORMED_BODY(HttpStatus.BAD_REQUEST),
    MALFORMED_QUERY_STRING(HttpStatus.BAD_REQUEST),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    NO_GRAPH(HttpStatus.BAD_REQUEST),
    NO_SPACE(HttpStatus.SERVICE_UNAVAILABLE),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    NOT_UNDERSTOOD(HttpStatus.NOT_FOUND),
    OVERLOADED(HttpStatus.SERVICE_UNAVAILABLE),
    REFUSED(HttpStatus.FORBIDDEN),
    /** The line of the request or its headers; the status says which. */
    REQUEST_TOO_LONG(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE),
    ROLE_NEEDED(HttpStatus.FORBIDDEN),
    STOPPING(HttpStatus.SERVICE_UNAVAILABLE),
    TIMED_OUT(HttpStatus.GATEWAY_TIMEOUT),
    TOKEN_NEEDED(HttpStatus.UNAUTHORIZED),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS),
    UNEXPECTED(HttpStatus.INTERNAL_SERVER_ERROR),
    UNKNOWN_DOSSIER(HttpStatus.NOT_FOUND),
    UNKNOWN_ENTITY(HttpStatus.NOT_FOUND),
    UNKNOWN_HOST(HttpStatus.MISDIRECTED_REQUEST),
    UNKNOWN_MEMBER(HttpStatus.BAD_REQUEST),
    UNKNOWN_PARAMETER(HttpStatus.BAD_REQUEST),
    UNKNOWN_QUERY(HttpStatus.NOT_FOUND),
    UNKNOWN_ROUTE(HttpStatus.NOT_FOUND),
    UNKNOWN_SOURCE(HttpStatus.NOT_FOUND),
    UNKNOWN_TOKEN(HttpStatus.UNAUTHORIZED),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE);

    private final HttpStatus status;

    ProblemCode(HttpStatus status) {
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    /** The word that answers name it by, in kebab case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
