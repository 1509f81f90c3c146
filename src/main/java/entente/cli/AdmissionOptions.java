package entente.cli;

import entente.web.Admission;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whom the server answers. */
final class AdmissionOptions {
    @Option(
            names = "--require-token",
            arity = "0..1", // as --allow-open
            fallbackValue = "true",
            defaultValue = "${env:ENTENTE_REQUIRE_TOKEN:-false}",
            description = "Answer nobody without a token, on whatever address.")
    private boolean requireToken;

    @Option(
            names = "--rate",
            paramLabel = "REQUESTS",
            defaultValue = "${env:ENTENTE_RATE}",
            description = "How many requests a minute a client may make, 0 for any number. Unless named, that is any"
                    + " on a loopback address and " + Admission.USUAL_REQUESTS_PER_MINUTE + " elsewhere.")
    private @Nullable Integer requestsPerMinute;

    @Option(
            names = "--cors-origin",
            paramLabel = "ORIGIN",
            split = ",",
            defaultValue = "${env:ENTENTE_CORS_ORIGIN}",
            description = "A site whose pages may read answers, such as https://explorer.example; repeat for more, or"
                    + " put commas between.")
    private Set<String> origins = new TreeSet<>();

    @Mixin
    private TokenFileOption tokens;

    Admission admission(GraphOptions graph) {
        return new Admission(tokens.file(graph::directoryPath), requireToken, requestsPerMinute, origins);
    }
}
