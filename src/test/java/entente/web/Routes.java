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
                        "/api/v1/queries/who-backs/results.jsonl?target=osh-base",
                        "/api/v1/ask.jsonl?q=who+backs+the+Osh+base",
                        "/api/v1/ask.json?q=who+backs+the+Osh+base",
                        "/api/v1/ask.csv?q=who+backs+the+Osh+base"));
    }

    /** Those whose format the client can choose. */
    static Stream<String> negotiated() {
        return Stream.concat(
                reading(),
                Stream.of(
                        "/",
                        "/openapi.json",
                        "/healthz",
                        "/readyz",
                        "/api/v1/queries",
                        "/api/v1/queries/who-backs",
                        "/api/v1/limits"));
    }

    /** Those that read the graph. */
    static Stream<String> reading() {
        return Stream.of(
                "/api/v1/queries/who-backs/results?target=osh-base",
                "/api/v1/ask?q=who+backs+the+Osh+base",
                "/api/v1/entities?q=osh&kind=Base&limit=5",
                "/api/v1/entities/osh-base",
                "/api/v1/entities/osh-base/subgraph",
                "/api/v1/subgraph?entities=russia,osh-base",
                "/api/v1/paths?from=russia&to=osh-base",
                "/api/v1/entities/kyrgyzstan?types=BORDERS,SUPPORTS&asOf=2009-07-31&minConfidence=low",
                "/api/v1/compare?entity=kazakhstan&from=2009-01-01&to=2009-12-31",
                "/api/v1/dossiers",
                "/api/v1/sources/osh-article?limit=3",
                "/api/v1/sources/osh-base-2009/osh-article",
                "/api/v1/schema");
    }
}
