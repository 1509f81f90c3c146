package entente.web;

import entente.web.access.LiveTokens;
import entente.web.access.Role;
import entente.web.access.Token;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request reach its route, or not. A request with a token is answered as far as that token's role goes, also
 * where none is needed; a token that is not taken is refused everywhere but on routes that are open to everybody. Each
 * token, and without one each address, has a number of requests of its own.
 */
final class AccessCheck {
    private static final String CHALLENGE = "WWW-Authenticate";
    private static final String BEARER = "Bearer realm=\"entente\"";

    private final LiveTokens tokens;
    private final Set<Access> needToken;
    private final RateLimit rate;

    /** @param needToken what nobody is given without a token */
    AccessCheck(LiveTokens tokens, Set<Access> needToken, RateLimit rate) {
        this.tokens = tokens;
        this.needToken = needToken;
        this.rate = rate;
    }

    /** Whether it is known without reading the tokens' file if a request is let in: that of one without a token is. */
    static boolean isAtOnce(Request request) {
        return !request.getHeaders().contains(HttpHeader.AUTHORIZATION);
    }

    void check(Context context) {
        Access access = Access.of(context.routeRoles());
        Role needed = access.role();
        if (needed == null) {
            return;
        }
        String header = context.header("Authorization");
        Optional<Token> token =
                header == null ? Optional.empty() : BearerToken.of(header).flatMap(tokens::find);
        token.ifPresent(known -> RequestEnd.noteCaller(context, known.name()));
        count(context, token.map(known -> "token " + known.name()).orElseGet(() -> ClientAddress.of(context)));
        if (header == null) {
            requireNone(context, access);
        } else {
            requireRole(context, token.orElse(null), needed);
        }
    }

    private void count(Context context, String client) {
        Duration wait = rate.count(client);
        if (!wait.isZero()) {
            context.header(
                    "Retry-After",
                    Long.toString(wait.plusSeconds(1).minusNanos(1).toSeconds()));
            throw new ProblemException(new Problem(
                    ProblemCode.TOO_MANY_REQUESTS,
                    "These were more requests than a client may make; /api/v1/limits tells how many that are."));
        }
    }

    private void requireNone(Context context, Access access) {
        if (needToken.contains(access)) {
            throw unauthorized(
                    context,
                    BEARER,
                    ProblemCode.TOKEN_NEEDED,
                    "Send a token, with the header Authorization: Bearer TOKEN. Who runs this server makes one with"
                            + " \"entente token create NAME\".");
        }
    }

    private static void requireRole(Context context, @Nullable Token token, Role needed) {
        if (token == null) {
            String refusal = BEARER + ", error=\"invalid_token\"";
            throw unauthorized(
                    context, refusal, ProblemCode.UNKNOWN_TOKEN, "There is no such token, or it was revoked.");
        }
        if (token.hasExpired()) {
            String refusal = BEARER + ", error=\"invalid_token\"";
            throw unauthorized(context, refusal, ProblemCode.EXPIRED_TOKEN, "The token has expired; ask for another.");
        }
        if (!token.role().covers(needed)) {
            context.header(CHALLENGE, BEARER + ", error=\"insufficient_scope\"");
            throw new ProblemException(new Problem(
                    ProblemCode.ROLE_NEEDED,
                    "This needs a token with the role " + needed + "; this one has the role " + token.role() + "."));
        }
    }

    private static ProblemException unauthorized(Context context, String challenge, ProblemCode code, String detail) {
        context.header(CHALLENGE, challenge);
        return new ProblemException(new Problem(code, detail));
    }
}
