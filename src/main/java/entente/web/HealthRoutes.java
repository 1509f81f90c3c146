package entente.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** Whether the process lives, and whether it can answer. */
final class HealthRoutes {
    private final Readiness readiness;

    HealthRoutes(Readiness readiness) {
        this.readiness = readiness;
    }

    void alive(Context context) throws IOException {
        Arguments.of(context).only(Set.of());
        Answer.json(context, Map.of("status", "alive"));
    }

    void ready(Context context) throws IOException {
        Arguments.of(context).only(Set.of());
        if (!readiness.isReady()) {
            throw new ProblemException(
                    new Problem(ProblemCode.DATABASE_AWAY, "The database does not answer; try again later."));
        }
        Answer.json(context, Map.of("status", "ready"));
    }
}
