package entente.web;

import java.util.stream.Stream;

/** A request for each route that succeeds on the sample dossier. */
final class Routes {
    private Routes() {}

    static Stream<String> all() {
        return Stream.concat(
                negotiated(),
                Stream.of(
                        "/api/v1/queries/who-backs/results.json?target=osh-base",
                        "/api/v1/queries/who-backs/results.csv?target=osh-base",
                        "/api/v1/ask.json?q=who+backs+the+Osh+base",
                        "/api/v1/ask.csv?q=who+backs+the+Osh+base"));
    }

    /** Those whose format the client can choose. */
    static Stream<String> negotiated() {
        return Stream.concat(
                reading(), Stream.of("/", "/healthz", "/readyz", "/api/v1/queries", "/api/v1/queries/who-backs"));
    }

    /** Those that read the graph. */
    static Stream<String> reading() {
        return Stream.of(
                "/api/v1/queries/who-backs/results?target=osh-base",
                "/api/v1/ask?q=who+backs+the+Osh+base",
                "/api/v1/entities/osh-base",
                "/api/v1/entities/osh-base/subgraph",
                "/api/v1/paths?from=russia&to=osh-base",
                "/api/v1/dossiers");
    }
}
