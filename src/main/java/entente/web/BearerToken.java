package entente.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an {@code Authorization} header shows, as RFC 6750 has it. */
final class BearerToken {
    private static final Pattern HEADER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/=-]{1,500}) *");

    private BearerToken() {}

    /** The token, or nothing where the header shows something else. */
    static Optional<String> of(String header) {
        Matcher parts = HEADER.matcher(header);
        return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
    }
}
