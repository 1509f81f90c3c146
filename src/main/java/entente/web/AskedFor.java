package entente.web;

import entente.graph.Limits;
import entente.model.Sha256;
import entente.model.Vocabulary;
import entente.query.LiveCatalogue;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Objects;

/** What a request asks for beside the graph's version: everything that its answer depends on. */
final class AskedFor {
    /** The version of this program. */
    static final String PROGRAM =
            Objects.requireNonNullElse(AskedFor.class.getPackage().getImplementationVersion(), "development");

    private final LiveCatalogue live;
    private final String settings;
    private final Clock clock;

    /** @param clock tells what {@code today} is */
    AskedFor(LiveCatalogue live, Limits limits, Vocabulary vocabulary, Clock clock) {
        this.live = live;
        this.settings = hash(limits + " " + vocabulary + " " + PROGRAM);
        this.clock = clock;
    }

    /** The same for two requests only if the same graph gives both the same answer. */
    String fingerprint(Context context) {
        return hash(String.join(
                "\n",
                context.req().getRequestURI(),
                Objects.requireNonNullElse(context.req().getQueryString(), ""),
                Format.accept(context),
                LocalDate.now(clock).toString(),
                live.catalogue().fingerprint(),
                settings));
    }

    /** A hash of a text, in characters that a header may have. */
    static String hash(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(text));
    }
}
