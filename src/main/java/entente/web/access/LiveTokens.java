package entente.web.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokens as their file has them now: one that is made or revoked counts from the next request on. While the file
 * cannot be read nobody has a token.
 */
public final class LiveTokens {
    private static final Logger LOG = LoggerFactory.getLogger(LiveTokens.class);

    private final @Nullable TokenFile file;
    private State state = new State(null, List.of());
    /** What was told to be unreadable. */
    private @Nullable Stamp unreadable;

    /** @param file null where there are no tokens at all */
    public LiveTokens(@Nullable TokenFile file) {
        this.file = file;
    }

    /**
     * What is known of a token that a client shows.
     *
     * @param secret what it shows, whatever that is
     * @return nothing where there is no such token; one that has expired is given
     */
    public Optional<Token> find(String secret) {
        byte[] hash = Token.hashOf(secret);
        Token found = null;
        for (Token token : now()) { // all of them, so that the time does not tell which it was
            if (token.hasHash(hash)) {
                found = token;
            }
        }
        return Optional.ofNullable(found);
    }

    /** Whether nobody could show a token that is taken. */
    public boolean isEmpty() {
        return now().stream().allMatch(Token::hasExpired);
    }

    private synchronized List<Token> now() {
        Stamp stamp = stamp();
        if (stamp == null || file == null) {
            return List.of();
        }
        if (!stamp.equals(state.stamp())) {
            state = read(file, stamp);
        }
        return state.tokens();
    }

    /** What could not be read is tried again each time: it may be whoever may read it that changes. */
    private State read(TokenFile file, Stamp stamp) {
        try {
            List<Token> tokens = List.copyOf(file.read());
            unreadable = null;
            return new State(stamp, tokens);
        } catch (IOException broken) {
            if (!stamp.equals(unreadable)) {
                LOG.error("No token is taken: {}", broken.getMessage());
                unreadable = stamp;
            }
            return new State(null, List.of());
        }
    }

    private @Nullable Stamp stamp() {
        if (file == null) {
            return null;
        }
        try {
            BasicFileAttributes attributes = Files.readAttributes(file.path(), BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
        } catch (IOException absent) {
            return null;
        }
    }

    /** Each change is another file of the same name, hence another key where the system has such. */
    private record Stamp(
            FileTime modified, long size, @Nullable Object key) {}

    private record State(@Nullable Stamp stamp, List<Token> tokens) {}
}
