package entente.graph.bundled;

import entente.model.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The directory of a bundled database: its store, its password, and who runs it at present. It and all within is for
 * its owner only.
 */
public final class DataDirectory {
    private static final long NEEDED_MEGABYTES = 100;

    private final Path path;

    private DataDirectory(Path path) {
        this.path = path;
    }

    /**
     * Where the user's own is or would be: {@code entente} under {@code XDG_DATA_HOME} or {@code ~/.local/share}, and
     * the place that macOS and Windows have for it.
     */
    public static Path usualPath() {
        return usualPath(
                System.getProperty("os.name", ""), System.getenv(), Path.of(System.getProperty("user.home", ".")));
    }

    /**
     * The directory that the user names.
     *
     * @param path where the database is or shall be; created where absent
     * @throws DatabaseStartException if it is no directory, cannot be created or written, or its disk is full
     */
    public static DataDirectory at(Path path) {
        return at(path, NEEDED_MEGABYTES);
    }

    static DataDirectory at(Path path, long neededMegabytes) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw unusable(path, "it is a file", null);
        }
        try {
            OwnerOnly.createDirectories(path);
            if (!Files.isWritable(path)) {
                throw unusable(path, "it cannot be written to", null);
            }
            long free = Files.getFileStore(path).getUsableSpace() >> 20;
            if (free < neededMegabytes) {
                throw unusable(path, "its disk has %d MB left of the %d needed".formatted(free, neededMegabytes), null);
            }
            return new DataDirectory(path.toRealPath());
        } catch (IOException e) {
            throw unusable(path, reason(e), e);
        }
    }

    static Path usualPath(String operatingSystem, Map<String, String> environment, Path home) {
        String system = operatingSystem.toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return home.resolve("Library/Application Support/Entente");
        }
        if (system.startsWith("windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            return (local.isEmpty() ? home.resolve("AppData/Local") : Path.of(local)).resolve("Entente");
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        // The XDG specification wants a relative path ignored.
        return (data.startsWith("/") ? Path.of(data) : home.resolve(".local/share")).resolve("entente");
    }

    /** Its real path. */
    public Path path() {
        return path;
    }

    /** Whether no database has ever run here. */
    public boolean isNew() {
        return Files.notExists(home().resolve("data").resolve("databases").resolve("system"));
    }

    /** Neo4j's home. */
    Path home() {
        return path.resolve("neo4j");
    }

    Path endpointFile() {
        return path.resolve("endpoint");
    }

    Path passwordFile() {
        return path.resolve("password");
    }

    /** The right to run the database, or nothing where somebody has it. */
    Optional<Hold> tryHold() {
        try {
            return Hold.tryTake(lockFile());
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** The process that has the right to run the database, for a message. */
    String holder() {
        return Hold.holderOf(lockFile());
    }

    /** Where the holder's database answers, or nothing while it starts. */
    Optional<Endpoint> endpoint() {
        try {
            return Endpoint.read(endpointFile());
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    DatabaseStartException unusable(IOException cause) {
        return unusable(path, reason(cause), cause);
    }

    private Path lockFile() {
        return path.resolve("lock");
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    private static DatabaseStartException unusable(Path path, String why, @Nullable IOException cause) {
        return new DatabaseStartException(
                "%s cannot hold the bundled database: %s; name another directory with --data".formatted(path, why),
                cause);
    }
}
