package entente.graph.bundled;

import entente.model.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** What Neo4j finds on disk: its settings, written anew for every start, and its store. Only for who has the hold. */
final class Neo4jHome {
    static final String USER = "neo4j";

    private static final int PAGE_CACHE_MEGABYTES = 256;

    private final DataDirectory directory;

    Neo4jHome(DataDirectory directory) {
        this.directory = directory;
    }

    Path path() {
        return directory.home();
    }

    Path settings() {
        return path().resolve("conf");
    }

    /** Where Neo4j's standard output and error go; a start leaves the log of the one before beside it. */
    Path log() {
        return path().resolve("logs").resolve("neo4j.log");
    }

    /** Where the process tells of its commits. */
    Path commitBoard() {
        return path().resolve("commit-board");
    }

    void writeSettings(BundledSettings settings, int port) throws IOException {
        OwnerOnly.createDirectories(path());
        for (String name : List.of("conf", "import", "logs")) {
            OwnerOnly.createDirectories(path().resolve(name));
        }
        for (String name : List.of("server-logs.xml", "user-logs.xml")) {
            Files.writeString(settings().resolve(name), resource(name));
        }
        Files.writeString(
                settings().resolve("neo4j.conf"),
                resource("neo4j.conf")
                        + """
                        server.http.enabled=%1$b
                        server.http.listen_address=127.0.0.1:%2$d
                        server.bolt.listen_address=127.0.0.1:%3$d
                        server.bolt.advertised_address=127.0.0.1:%3$d
                        server.memory.pagecache.size=%4$dm
                        db.memory.transaction.max=%5$dm
                        dbms.memory.transaction.total.max=%6$dm
                        """.formatted(
                                        settings.httpPort() > 0,
                                        settings.httpPort(),
                                        port,
                                        PAGE_CACHE_MEGABYTES,
                                        settings.heapMegabytes() * 4 / 10,
                                        settings.heapMegabytes() * 7 / 10));
        if (Files.exists(log())) {
            Files.move(log(), log().resolveSibling("neo4j.log.old"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Neo4jHome.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("entente.graph.bundled lacks its resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Whether Neo4j has never run here: only then does it take the password it is given. */
    boolean isNew() {
        return directory.isNew();
    }

    /**
     * The password of the store, made up for a new one.
     *
     * @throws DatabaseStartException if there is a store and its password is lost
     */
    String password() throws IOException {
        Path file = directory.passwordFile();
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        if (!isNew()) {
            throw new DatabaseStartException(
                    "%s is gone, and with it the way into the store beside it; put it back, or delete %s to begin anew"
                            .formatted(file, path()));
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        // Digits and letters only: a leading hyphen would look like an option to Neo4j's own command.
        String password = HexFormat.of().formatHex(random);
        OwnerOnly.write(file, password + "\n");
        return password;
    }

    /** Waits for the database of a holder that was killed to end: it takes seconds to notice and stop. */
    void awaitUnlocked(Deadline deadline) throws IOException {
        while (isLocked()) {
            if (deadline.hasPassed()) {
                throw new DatabaseStartException(
                        "Another Neo4j still runs on the store in %s; end it, or name another directory with --data"
                                .formatted(path()));
            }
            deadline.pause();
        }
    }

    private boolean isLocked() throws IOException {
        Path file = databases().resolve("store_lock");
        if (Files.notExists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        }
    }

    private Path databases() {
        return path().resolve("data").resolve("databases");
    }
}
