package entente.web;

import entente.graph.Limits;
import entente.model.Sha256;
import entente.model.Vocabulary;
import entente.query.Catalogue;
import entente.query.LiveCatalogue;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Objects;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

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
    String fingerprint(Request request) {
        return fingerprint(request, live.catalogue());
    }

    /** The same without waiting for anything; nothing, while the saved queries are to be looked at first. */
    @Nullable
    String fingerprintAtOnce(Request request) {
        Catalogue catalogue = live.catalogueAtOnce();
        return catalogue == null ? null : fingerprint(request, catalogue);
    }

    private String fingerprint(Request request, Catalogue catalogue) {
        return hash(String.join(
                "\n",
                request.getHttpURI().getPath(),
                Objects.requireNonNullElse(request.getHttpURI().getQuery(), ""),
                Format.accept(request),
                LocalDate.now(clock).toString(),
                catalogue.fingerprint(),
                settings));
    }

    /** A hash of a text, in characters that a header may have. */
    static String hash(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(text));
    }
}
