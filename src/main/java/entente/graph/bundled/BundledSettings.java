package entente.graph.bundled;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to run the bundled database. A database that another process runs already keeps that one's settings.
 *
 * @param heapMegabytes the most that Neo4j's Java heap may take, in MB; its transactions share seven tenths of it
 * @param port the port of 127.0.0.1 for Bolt, or 0 for any that is free
 * @param httpPort the port of 127.0.0.1 for Neo4j's own HTTP, which only measurements need, or 0 for none
 * @param patience how long to wait for the database, whether it is started here or by another process
 * @param lasting whether it runs until it is stopped, and not for one command: nobody joins a database that ends with
 *     another's command, but waits for the end
 * @param archive what its Java starts from or makes when it ends, or null
 * @param javaOptions what its Java gets beside; the heap is not among it
 */
public record BundledSettings(
        int heapMegabytes,
        int port,
        int httpPort,
        Duration patience,
        boolean lasting,
        @Nullable ClassArchive archive,
        List<String> javaOptions) {
    public BundledSettings {
        if (heapMegabytes < 128) {
            throw new IllegalArgumentException("Neo4j needs a heap of 128 MB or more, not " + heapMegabytes);
        }
        requirePort(port);
        requirePort(httpPort);
    }

    private static void requirePort(int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("A port is a number from 0 to 65535, not " + port);
        }
    }

    /** A heap of 1 GB, any free port, two minutes of patience, until it is stopped. */
    public static BundledSettings defaults() {
        return new BundledSettings(1024, 0, 0, Duration.ofMinutes(2), true, null, List.of());
    }

    public BundledSettings withHeapMegabytes(int megabytes) {
        return new BundledSettings(megabytes, port, httpPort, patience, lasting, archive, javaOptions);
    }

    public BundledSettings withPort(int other) {
        return new BundledSettings(heapMegabytes, other, httpPort, patience, lasting, archive, javaOptions);
    }

    public BundledSettings withHttpPort(int other) {
        return new BundledSettings(heapMegabytes, port, other, patience, lasting, archive, javaOptions);
    }

    public BundledSettings withPatience(Duration other) {
        return new BundledSettings(heapMegabytes, port, httpPort, other, lasting, archive, javaOptions);
    }

    public BundledSettings withLasting(boolean other) {
        return new BundledSettings(heapMegabytes, port, httpPort, patience, other, archive, javaOptions);
    }

    public BundledSettings withArchive(ClassArchive other) {
        return new BundledSettings(heapMegabytes, port, httpPort, patience, lasting, other, javaOptions);
    }

    public BundledSettings withJavaOptions(List<String> other) {
        return new BundledSettings(heapMegabytes, port, httpPort, patience, lasting, archive, List.copyOf(other));
    }

    /** How long it may take to stop. Making an archive is part of that, and takes long on a busy machine. */
    Duration grace() {
        return archive != null && archive.recording() ? Duration.ofMinutes(5) : Duration.ofSeconds(20);
    }
}
