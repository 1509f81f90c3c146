package entente.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes what a long-running command opened, last opened first, once: when the command fails, or when the process is
 * told to end.
 */
final class Stopping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Stopping.class);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    Stopping() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stopping"));
    }

    synchronized <T extends AutoCloseable> T closeAtTheEnd(T resource) {
        open.push(resource);
        return resource;
    }

    @Override
    public synchronized void close() {
        while (!open.isEmpty()) {
            AutoCloseable resource = open.pop();
            try {
                resource.close();
            } catch (Exception failure) { // the others still have to be closed
                LOG.warn("{} did not close cleanly", resource.getClass().getSimpleName(), failure);
            }
        }
    }
}
