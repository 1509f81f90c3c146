package entente.graph.bundled;

import entente.graph.Connection;
import entente.model.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a running bundled database answers. As a file it consists of assignments that a shell can read, so that
 * {@code set -a; . endpoint; cypher-shell} signs in too.
 *
 * @param holder the id of the process that holds the data directory
 * @param lasting whether that process runs until it is stopped, and not for one command
 */
record Endpoint(String uri, String username, String password, long holder, boolean lasting) {
    Connection connection() {
        return new Connection(uri, username, password, null);
    }

    void writeTo(Path file) throws IOException {
        OwnerOnly.write(file, """
                NEO4J_URI=%s
                NEO4J_USERNAME=%s
                NEO4J_PASSWORD=%s
                ENTENTE_PID=%d
                ENTENTE_LASTING=%b
                """.formatted(uri, username, password, holder, lasting));
    }

    /**
     * Reads the file.
     *
     * @return what it says, or nothing where there is none or the process that wrote it is gone: the database may then
     *     still answer for a moment, but is about to end
     */
    static Optional<Endpoint> read(Path file) throws IOException {
        Map<String, String> values = new HashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    values.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        return from(values).filter(Endpoint::holderLives);
    }

    private static Optional<Endpoint> from(Map<String, String> values) {
        String uri = values.get("NEO4J_URI");
        String username = values.get("NEO4J_USERNAME");
        String password = values.get("NEO4J_PASSWORD");
        String holder = values.getOrDefault("ENTENTE_PID", "");
        if (uri == null || username == null || password == null || !holder.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        boolean lasting = Boolean.parseBoolean(values.get("ENTENTE_LASTING"));
        return Optional.of(new Endpoint(uri, username, password, Long.parseLong(holder), lasting));
    }

    private boolean holderLives() {
        return ProcessHandle.of(holder).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return uri;
    }
}
