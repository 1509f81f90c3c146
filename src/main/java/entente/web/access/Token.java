package entente.web.access;

import entente.model.Sha256;
import entente.model.Slug;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a token, which is not the token itself.
 *
 * <p>A token is 256 random bits, so no list of likely ones can be tried and no two people choose the same: its plain
 * SHA-256 tells nothing of it. The salt and the slow hash that passwords need would make requests slower and nothing
 * safer.
 *
 * @param name what people call it, a slug, unique among the tokens
 * @param role what it allows
 * @param hash the SHA-256 of its characters, in hexadecimal figures
 * @param ending its last four characters, so that whoever has several can tell which this is
 * @param created when it was made
 * @param expires the moment from which it is no longer taken, or null where there is none
 */
public record Token(
        String name,
        Role role,
        String hash,
        String ending,
        Instant created,
        @Nullable Instant expires) {
    /** Tells programs that look for secrets in the wrong places that this is one. */
    private static final String PREFIX = "entente_";

    private static final int BYTES = 32;
    private static final int SHOWN = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    public Token {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(ending, "ending");
        Objects.requireNonNull(created, "created");
        if (!Slug.isSlug(name)) {
            throw new IllegalArgumentException("\"" + name
                    + "\" cannot be the name of a token; names are lower-case letters and digits with hyphens between");
        }
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("the hash of " + name + " is none");
        }
    }

    /** A new one, to be given to whoever is to use it. */
    static String secret() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** What is kept of a new one. */
    static Token of(String secret, String name, Role role, @Nullable Instant expires) {
        String ending = secret.substring(secret.length() - SHOWN);
        return new Token(name, role, HexFormat.of().formatHex(hashOf(secret)), ending, Instant.now(), expires);
    }

    static byte[] hashOf(String secret) {
        return Sha256.of(secret);
    }

    /** Compares hashes, in a time that does not depend on how much of them is equal. */
    boolean hasHash(byte[] other) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(hash), other);
    }

    public boolean hasExpired() {
        return expires != null && !Instant.now().isBefore(expires);
    }
}
