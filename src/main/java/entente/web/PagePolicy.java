package entente.web;

import entente.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What the explorer page may do: run and show what comes from this server, ask this server, and nothing else. No script
 * and no style stands in the page itself but the import map, which is known by its hash.
 */
final class PagePolicy {
    private static final String POLICY = SecurityHeaders.NOTHING
            + "; script-src 'self' 'sha256-%s'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'"
            + "; worker-src 'self'; require-trusted-types-for 'script'";

    private PagePolicy() {}

    /** The policy of a page with this import map. */
    static String of(String importMap) {
        return POLICY.formatted(hash(importMap.getBytes(StandardCharsets.UTF_8)));
    }

    /** The SHA-256 of a text, as policies and entity tags write it. */
    static String hash(byte[] content) {
        return Base64.getEncoder().encodeToString(Sha256.begin().digest(content));
    }
}
