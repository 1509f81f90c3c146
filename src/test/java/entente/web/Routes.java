package entente.web;

import java.util.List;
import java.util.stream.Stream;

/** A request for each route that succeeds on the sample dossier. */
final class Routes {
    private static final Format[] OF_ROWS = {Format.JSON, Format.JSON_LINES, Format.CSV};
    private static final Format[] EVERY =
            Stream.of(Format.values()).filter(format -> format != Format.HTML).toArray(Format[]::new);

    private Routes() {}

    static Stream<String> all() {
        return Stream.of(
                        negotiated(),
                        Stream.of("/metrics"),
                        endings("/api/v1/queries/who-backs/results", "?target=osh-base", OF_ROWS),
                        endings("/api/v1/ask", "?q=who+backs+the+Osh+base", OF_ROWS),
                        endings("/api/v1/entities/osh-base/subgraph", "", EVERY),
                        endings("/api/v1/subgraph", "?entities=russia,osh-base", EVERY),
                        endings("/api/v1/paths", "?from=russia&to=osh-base", EVERY))
                .flatMap(routes -> routes);
    }

    /** Those that need no token anywhere. */
    static Stream<String> open() {
        return Stream.of("/", "/healthz", "/readyz");
    }

    /** Those that need a token where tokens are needed. */
    static Stream<String> guarded() {
        List<String> open = open().toList();
        return all().filter(route -> !open.contains(route));
    }

    /** A path that names its format, for each. */
    private static Stream<String> endings(String path, String query, Format... formats) {
        return Stream.of(formats).map(format -> path + "." + format.ending() + query);
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
                "/api/v1/dossiers/osh-base-2009/sources?limit=3",
                "/api/v1/sources/osh-article?limit=3",
                "/api/v1/sources/osh-base-2009/osh-article",
                "/api/v1/schema");
    }
}
