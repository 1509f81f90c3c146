package entente.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer as it was given, to be given again while the graph has the version that it had then. */
final class KeptAnswer {
    private static final List<String> OF_BODIES = List.of("Content-Type", "Entente-Truncated", "Entente-Next", "Link");
    /** About what an entry takes beside its body. */
    private static final int OVERHEAD = 1_024;

    private final String version;
    private final Map<String, String> headers;
    private final byte[] body;

    /** @param headers those that tell of the body */
    private KeptAnswer(String version, Map<String, String> headers, byte[] body) {
        this.version = version;
        this.headers = headers;
        this.body = body;
    }

    /** @param version the graph's, of which the answer is */
    static KeptAnswer of(Context context, String version, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : OF_BODIES) {
            Collection<String> values = context.res().getHeaders(name);
            if (!values.isEmpty()) {
                headers.put(name, String.join(", ", values));
            }
        }
        return new KeptAnswer(version, headers, body);
    }

    boolean isOf(String other) {
        return version.equals(other);
    }

    void give(Context context) throws IOException {
        headers.forEach(context::header);
        context.res().setContentLength(body.length);
        context.outputStream().write(body);
    }

    int bytes() {
        return OVERHEAD + headers.values().stream().mapToInt(String::length).sum() + body.length;
    }
}
