package entente.web;

import entente.export.PlainJson;
import entente.export.SpoolException;
import entente.graph.GraphException;
import entente.graph.StatementPlace;
import entente.query.Catalogue;
import entente.query.InvalidQueryException;
import entente.query.QueryException;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place that turns what was thrown into what the client is told. */
final class Problems {
    /** How many seconds a client should wait for a database that is away or busy. */
    static final String RETRY_AFTER = "5";

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    /** Answers with the problem that the failure is. */
    static void answer(Throwable failure, Context context) {
        if (failure instanceof IOException) {
            // All that handlers read and write is the client's; nobody is there to be told.
            LOG.debug("{} {}: the client is gone", context.method(), RequestEnd.route(context), failure);
            return;
        }
        Problem problem = of(failure).with(RequestId.NAME, RequestId.of(context));
        RequestEnd.noteProblem(context, problem);
        if (problem.status() == HttpStatus.INTERNAL_SERVER_ERROR || failure instanceof SpoolException) {
            LOG.error("{} {} failed", context.method(), RequestEnd.route(context), WordlessFailure.of(failure));
        }
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            context.header("Retry-After", RETRY_AFTER);
        }
        if (problem.status() == HttpStatus.METHOD_NOT_ALLOWED) {
            context.header("Allow", allowed(failure));
        }
        if (context.res().isCommitted()) {
            Answer.hangUp(context);
            return;
        }
        context.res().resetBuffer();
        // Otherwise the problem would inherit the character set that the answer's type implies.
        context.res().setContentType(null);
        EntityTag.takeBack(context);
        context.status(problem.status())
                .contentType(Problem.MEDIA_TYPE)
                .result(PlainJson.text(problem.members(context.req().getRequestURI()))
                        .getBytes(StandardCharsets.UTF_8));
    }

    static Problem of(Throwable failure) {
        if (failure instanceof ProblemException known) {
            return known.problem();
        }
        if (failure instanceof QueryException query) {
            return ofQuery(query);
        }
        if (failure instanceof InvalidQueryException broken) {
            return ofBroken(broken.fault());
        }
        if (failure instanceof GraphException graph) {
            return ofGraph(graph);
        }
        if (failure instanceof SpoolException) {
            return new Problem(
                    ProblemCode.NO_SPACE,
                    "The server has no space to put this answer together; JSON Lines needs none.");
        }
        if (failure instanceof MethodNotAllowedResponse) {
            return new Problem(
                    ProblemCode.METHOD_NOT_ALLOWED, "Use " + allowed(failure).replace(", ", " or ") + ".");
        }
        if (failure instanceof HttpResponseException response) {
            return ofStatus(response.getStatus());
        }
        return unexpected();
    }

    /** The methods that a path has, as an {@code Allow} header names them. */
    private static String allowed(Throwable failure) {
        return failure instanceof MethodNotAllowedResponse refused
                ? refused.getDetails().getOrDefault("availableMethods", "GET, HEAD")
                : "GET, HEAD";
    }

    private static Problem ofQuery(QueryException failure) {
        ProblemCode code = switch (failure.reason()) {
            case UNKNOWN_QUERY -> ProblemCode.UNKNOWN_QUERY;
            case NOT_UNDERSTOOD -> ProblemCode.NOT_UNDERSTOOD;
            case UNKNOWN_ENTITY -> ProblemCode.UNKNOWN_ENTITY;
            case BAD_PARAMETER -> ProblemCode.BAD_PARAMETER;
            case UNKNOWN_PARAMETER -> ProblemCode.UNKNOWN_PARAMETER;
            case AMBIGUOUS_ENTITY -> ProblemCode.AMBIGUOUS_ENTITY;
        };
        List<Problem.Candidate> candidates = failure.candidates().stream()
                .map(candidate -> new Problem.Candidate(candidate.id(), candidate.name()))
                .toList();
        return new Problem(code, OpenApi.capitalised(String.valueOf(failure.getMessage())))
                .with("parameter", failure.parameter())
                .with("value", failure.value())
                .withCandidates(candidates);
    }

    /** A broken file serves no query; whoever asks for it is told what is wrong. */
    private static Problem ofBroken(Catalogue.Fault fault) {
        return new Problem(
                        ProblemCode.UNKNOWN_QUERY,
                        "The file " + fault.file().getFileName() + " serves no query: " + fault.message())
                .with("line", fault.line());
    }

    private static Problem ofGraph(GraphException failure) {
        if (failure instanceof GraphException.Away) {
            return new Problem(ProblemCode.DATABASE_AWAY, "The database does not answer; try again later.");
        }
        if (failure instanceof GraphException.Overloaded) {
            return new Problem(
                    ProblemCode.OVERLOADED,
                    "The answer needs more than there is at the moment; try again later, or ask for less.");
        }
        if (failure instanceof GraphException.TimedOut) {
            return new Problem(ProblemCode.TIMED_OUT, "The answer takes longer than it may; ask for less.");
        }
        if (failure instanceof GraphException.Refused) {
            return placed(ProblemCode.REFUSED, failure);
        }
        return ofStatement((GraphException.Faulty) failure);
    }

    /** What is wrong with a statement concerns whoever wrote it; what is wrong with the database does not. */
    private static Problem ofStatement(GraphException.Faulty failure) {
        return failure.isOfStatement() ? placed(ProblemCode.FAULTY_QUERY, failure) : unexpected();
    }

    /** A fault of a statement that the client wrote itself, as its problem where the statement is to blame. */
    static RuntimeException ofOwnStatement(GraphException.Faulty failure) {
        return failure.isOfStatement() ? new ProblemException(placed(ProblemCode.FAULTY_STATEMENT, failure)) : failure;
    }

    private static Problem placed(ProblemCode code, GraphException failure) {
        StatementPlace place = failure.place();
        Problem problem = new Problem(code, sentence(failure));
        return place == null ? problem : problem.with("line", place.line()).with("column", place.column());
    }

    private static String sentence(GraphException failure) {
        return "The query cannot be run: " + failure.getMessage();
    }

    private static Problem unexpected() {
        return new Problem(ProblemCode.UNEXPECTED, "Something failed that should not; the server's log tells what.");
    }

    /** What the HTTP machinery itself finds wrong with a request. */
    static Problem ofStatus(int code) {
        HttpStatus status = HttpStatus.forStatus(code);
        return switch (status) {
            case NOT_FOUND ->
                new Problem(ProblemCode.UNKNOWN_ROUTE, "There is nothing at this path; / names the routes.");
            case METHOD_NOT_ALLOWED -> new Problem(ProblemCode.METHOD_NOT_ALLOWED, "Use GET or HEAD.");
            case URI_TOO_LONG, REQUEST_HEADER_FIELDS_TOO_LARGE ->
                new Problem(ProblemCode.REQUEST_TOO_LONG, "The request's line or its headers are too long.")
                        .under(status);
            case INTERNAL_SERVER_ERROR -> unexpected();
            case SERVICE_UNAVAILABLE -> new Problem(ProblemCode.STOPPING, "The server is being stopped.");
            default ->
                new Problem(ProblemCode.BAD_REQUEST, "The request is not one that HTTP or this server allows.")
                        .under(status);
        };
    }
}
