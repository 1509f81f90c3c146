package entente.graph.bundled.lifeline;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes the id of the database's last transaction to a board, which {@code entente.graph.bundled.CommitBoard}
 * describes, before whoever committed hears that it is committed. While the number stays the same, nobody has been told
 * of a later one; of an earlier one, which may take longer to apply, it told before.
 *
 * <p>The classes of Neo4j's that tell of each commit are not of its public interface; those that are would have it
 * gather what each transaction changes.
 */
final class CommitTeller {
    private static final VarHandle NUMBER =
            MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long NOT_TOLD = 0;

    private final ByteBuffer board;
    private final Object transactions;
    private final Method lastCommitted;
    private volatile long written;
    private volatile boolean failed;

    private CommitTeller(ByteBuffer board, Object transactions, Method lastCommitted) {
        this.board = board;
        this.transactions = transactions;
        this.lastCommitted = lastCommitted;
    }

    /**
     * Begins to write.
     *
     * @param management Neo4j's {@code DatabaseManagementService}
     * @param board the file of the board
     */
    static void start(Object management, Path board) throws IOException, ReflectiveOperationException {
        Object database = neo4j("org.neo4j.dbms.api.DatabaseManagementService")
                .getMethod("database", String.class)
                .invoke(management, "neo4j");
        Object services = neo4j("org.neo4j.kernel.internal.GraphDatabaseAPI")
                .getMethod("getDependencyResolver")
                .invoke(database);
        Class<?> store = neo4j("org.neo4j.storageengine.api.TransactionIdStore");
        CommitTeller teller = new CommitTeller(
                map(board), service(services, store), store.getMethod("getLastCommittedTransactionId"));
        teller.listenTo(service(services, neo4j("org.neo4j.monitoring.Monitors")));
        teller.tell();
    }

    private static ByteBuffer map(Path board) throws IOException {
        try (FileChannel channel = FileChannel.open(board, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES);
        }
    }

    private static Object service(Object services, Class<?> type) throws ReflectiveOperationException {
        return neo4j("org.neo4j.common.DependencyResolver")
                .getMethod("resolveDependency", Class.class)
                .invoke(services, type);
    }

    private static Class<?> neo4j(String name) throws ClassNotFoundException {
        return Class.forName(name);
    }

    private void listenTo(Object monitors) throws ReflectiveOperationException {
        Class<?> monitor = neo4j("org.neo4j.kernel.impl.query.TransactionExecutionMonitor");
        Object listener = Proxy.newProxyInstance(monitor.getClassLoader(), new Class<?>[] {monitor}, this::hear);
        monitors.getClass()
                .getMethod("addMonitorListener", Object.class, String[].class)
                .invoke(monitors, listener, new String[0]);
    }

    private Object hear(Object listener, Method event, Object[] arguments) throws ReflectiveOperationException {
        if (event.getDeclaringClass() == Object.class) {
            return event.invoke(this, arguments);
        }
        if (event.getName().equals("commit")) {
            tell();
        }
        return null;
    }

    /**
     * Neo4j passes over what a listener throws: a number that could not be written must not stand as if it were one.
     */
    private void tell() {
        if (failed) {
            return;
        }
        try {
            write((long) lastCommitted.invoke(transactions));
        } catch (InvocationTargetException failure) {
            tellNoLonger(failure.getCause());
        } catch (Throwable failure) {
            tellNoLonger(failure);
        }
    }

    /** Reads end here, too, and change nothing. */
    private void write(long last) {
        if (last > written) {
            writeInTurn(last);
        }
    }

    private synchronized void writeInTurn(long last) {
        if (last > written && !failed) {
            NUMBER.setVolatile(board, 0, last);
            if ((long) NUMBER.getVolatile(board, 0) != last) {
                throw new IllegalStateException("the board does not take what is written to it");
            }
            written = last;
        }
    }

    private synchronized void tellNoLonger(Throwable failure) {
        System.err.println("This Neo4j tells of its commits no longer: " + failure);
        failed = true;
        try {
            NUMBER.setVolatile(board, 0, NOT_TOLD);
        } catch (Throwable stillThere) {
            Runtime.getRuntime().halt(1);
        }
    }
}
