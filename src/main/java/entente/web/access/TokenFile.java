package entente.web.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import entente.model.OwnerOnly;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file that keeps the tokens, as JSON, for its owner only. It is replaced as a whole, so that a server that reads
 * it finds the old list or the new one; one command at a time changes it.
 *
 * @param path where it is, or will be with the first token
 */
public record TokenFile(Path path) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /**
     * All tokens, in the order in which they were made; none where there is no file.
     *
     * @throws IOException naming the file, if it cannot be read or holds something else
     */
    public List<Token> read() throws IOException {
        try {
            Token[] tokens = JSON.readValue(Files.readAllBytes(path), Token[].class);
            if (tokens == null || Arrays.asList(tokens).contains(null)) {
                throw new IOException(path + ": is no list of tokens: it holds null");
            }
            return List.of(tokens);
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (JsonProcessingException malformed) {
            throw new IOException(path + ": is no list of tokens: " + malformed.getOriginalMessage(), malformed);
        }
    }

    /**
     * Makes a token.
     *
     * @param name a slug
     * @param expires the moment from which it is no longer taken, or null for never
     * @return the token itself, which nobody can be told again, or nothing where one of the name is there already
     */
    public Optional<String> create(String name, Role role, @Nullable Instant expires) throws IOException {
        String secret = Token.secret();
        Token token = Token.of(secret, name, role, expires);
        return change(tokens -> !has(tokens, name) && tokens.add(token)) ? Optional.of(secret) : Optional.empty();
    }

    /** Lets a token be taken no longer; false where there is none of the name. */
    public boolean revoke(String name) throws IOException {
        return change(tokens -> tokens.removeIf(token -> token.name().equals(name)));
    }

    private static boolean has(List<Token> tokens, String name) {
        return tokens.stream().anyMatch(token -> token.name().equals(name));
    }

    private interface Change {
        /** Tells whether it changed anything. */
        boolean to(List<Token> tokens);
    }

    private boolean change(Change change) throws IOException {
        if (Files.isSymbolicLink(path)) {
            // Written there, it would take the link's place, and who reads the other file would not know.
            throw new IOException(path + ": is a symbolic link; name the file that it leads to");
        }
        Path directory = Objects.requireNonNull(path.toAbsolutePath().getParent(), "the root is no file");
        OwnerOnly.createDirectories(directory);
        Path door = directory.resolve("." + path.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(door, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock alone = channel.lock()) {
            List<Token> tokens = new ArrayList<>(read());
            boolean changed = alone.isValid() && change.to(tokens);
            if (changed) {
                OwnerOnly.write(path, JSON.writeValueAsString(tokens) + "\n");
            }
            return changed;
        }
    }
}
