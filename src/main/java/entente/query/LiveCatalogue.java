package entente.query;

import entente.graph.GraphException;
import entente.graph.Guard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The saved queries of a directory as they are now: a file that changes is picked up, and one that breaks keeps serving
 * its last good version beside its fault. At first each query is judged when it is to be run, for a database that has
 * just started takes long to judge them all; {@link #judged} does that. Safe for use by many threads.
 */
public final class LiveCatalogue {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Path directory;
    private final Guard guard;
    private final Duration pause;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Catalogue catalogue;
    /** Of the files as they were read. */
    private Map<Path, Stamp> stamps;
    /** Whether files are judged when they are read, and no longer each when its query is to be run. */
    private boolean judging;
    /** Whether what was read has yet to be judged. */
    private boolean outstanding;

    private Set<Path> missing = Set.of();
    private volatile long lookedAt = System.nanoTime();

    /** What tells that a file changed. */
    private record Stamp(long modified, long size) {}

    /**
     * Reads the directory.
     *
     * @throws UnreadableDirectoryException if the directory cannot be read; the message names it
     */
    public LiveCatalogue(Path directory, Guard guard) {
        this(directory, guard, PAUSE);
    }

    /** @param pause how long a look at the directory is good for */
    LiveCatalogue(Path directory, Guard guard, Duration pause) {
        this.directory = directory;
        this.guard = guard;
        this.pause = pause;
        this.stamps = stamps(directory);
        this.catalogue = QueryDirectory.readToRunOne(directory, guard);
    }

    /**
     * The catalogue after the database has judged every file, as far as it can now. Until it has, {@link #catalogue}
     * gives the one before at once.
     */
    public Catalogue judged() {
        looking.lock();
        try {
            judging = true;
            outstanding = true;
            readWhatChanged();
            lookedAt = System.nanoTime();
            return catalogue;
        } finally {
            looking.unlock();
        }
    }

    /**
     * The catalogue of this moment. While no database can judge a changed file, or the directory cannot be read, that
     * is the one before.
     */
    public Catalogue catalogue() {
        // One thread looks; the others take what there is, for the database may be slow to judge what changed.
        if (looking.tryLock()) {
            try {
                if (isLookDue()) {
                    lookedAt = System.nanoTime();
                    readWhatChanged();
                }
            } finally {
                looking.unlock();
            }
        }
        return catalogue;
    }

    /** The same without waiting for anything; nothing, if this thread were to look at the directory. */
    public @Nullable Catalogue catalogueAtOnce() {
        return isLookDue() && !looking.isLocked() ? null : catalogue;
    }

    private boolean isLookDue() {
        return System.nanoTime() - lookedAt >= pause.toNanos();
    }

    private void readWhatChanged() {
        try {
            Map<Path, Stamp> now = stamps(directory);
            if ((now.equals(stamps) && !outstanding) || isNewlyMissing(now.keySet())) {
                return;
            }
            Catalogue read =
                    judging ? QueryDirectory.read(directory, guard) : QueryDirectory.readToRunOne(directory, guard);
            catalogue = read.keeping(catalogue);
            stamps = now;
            outstanding = false;
        } catch (GraphException.Away | GraphException.Overloaded later) {
            // The stamps stay as they were, so the next look tries again.
        } catch (UnreadableDirectoryException unreadable) {
            catalogue = catalogue.beside(new Catalogue.Fault(
                    directory, 1, "the directory cannot be read; what it held before still serves"));
            stamps =
                    Map.of(directory, new Stamp(0, 0)); // as no readable directory has them, so the next look reads all
        }
    }

    /**
     * A file that is put in the place of another is away for a moment: it counts as gone when a second look says so.
     */
    private boolean isNewlyMissing(Set<Path> files) {
        Set<Path> gone = new HashSet<>(stamps.keySet());
        gone.removeAll(files);
        boolean news = !missing.containsAll(gone);
        missing = gone;
        return news;
    }

    private static Map<Path, Stamp> stamps(Path directory) {
        Map<Path, Stamp> stamps = new HashMap<>();
        QueryDirectory.files(directory).forEach(file -> stamps.put(file, stamp(file)));
        return stamps;
    }

    private static Stamp stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime().toMillis(), attributes.size());
        } catch (IOException goneMeanwhile) {
            return new Stamp(0, 0);
        }
    }
}
