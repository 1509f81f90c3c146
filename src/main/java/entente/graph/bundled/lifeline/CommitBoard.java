package entente.graph.bundled.lifeline;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes the number of the database's last transaction where the process that started this one sees it without asking:
 * into eight bytes of memory that both have mapped from one file. It stands there before whoever committed hears that
 * the transaction is committed, so that where the number is the same, nobody has been told of a commit since.
 *
 * <p>The classes of Neo4j's that tell of each commit are not of its public interface; those that are would have it
 * gather what each transaction changes.
 */
final class CommitBoard {
    private static final VarHandle NUMBER =
            MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final String DATABASE = "neo4j";

    private final ByteBuffer board;
    private final Object transactions;
    private final Method lastCommitted;

    private CommitBoard(ByteBuffer board, Object transactions, Method lastCommitted) {
        this.board = board;
        this.transactions = transactions;
        this.lastCommitted = lastCommitted;
    }

    /**
     * Begins to write.
     *
     * @param management Neo4j's {@code DatabaseManagementService}
     * @param file has eight bytes
     */
    static void keep(Object management, Path file) throws IOException, ReflectiveOperationException {
        Object database =
                call("org.neo4j.dbms.api.DatabaseManagementService", "database", String.class, management, DATABASE);
        Object parts = neo4j("org.neo4j.kernel.internal.GraphDatabaseAPI")
                .getMethod("getDependencyResolver")
                .invoke(database);
        Class<?> store = neo4j("org.neo4j.storageengine.api.TransactionIdStore");
        CommitBoard board =
                new CommitBoard(map(file), part(parts, store), store.getMethod("getLastCommittedTransactionId"));
        board.listen(part(parts, neo4j("org.neo4j.monitoring.Monitors")));
        board.write();
    }

    private static ByteBuffer map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES);
        }
    }

    private void listen(Object monitors) throws ReflectiveOperationException {
        Class<?> told = neo4j("org.neo4j.kernel.impl.query.TransactionExecutionMonitor");
        Object listener = Proxy.newProxyInstance(told.getClassLoader(), new Class<?>[] {told}, this::told);
        monitors.getClass()
                .getMethod("addMonitorListener", Object.class, String[].class)
                .invoke(monitors, listener, new String[0]);
    }

    private Object told(Object listener, Method event, Object[] arguments) throws ReflectiveOperationException {
        return switch (event.getName()) {
            case "equals" -> listener == arguments[0];
            case "hashCode" -> System.identityHashCode(listener);
            case "toString" -> "the board of commits";
            case "commit" -> write();
            default -> null;
        };
    }

    /** Numbers only grow here, as each one is asked for and written in one turn. */
    private synchronized Object write() throws ReflectiveOperationException {
        NUMBER.setVolatile(board, 0, (long) lastCommitted.invoke(transactions));
        return null;
    }

    private static Object part(Object parts, Class<?> type) throws ReflectiveOperationException {
        return call("org.neo4j.common.DependencyResolver", "resolveDependency", Class.class, parts, type);
    }

    private static Object call(String type, String method, Class<?> taking, Object of, Object argument)
            throws ReflectiveOperationException {
        return neo4j(type).getMethod(method, taking).invoke(of, argument);
    }

    private static Class<?> neo4j(String name) throws ClassNotFoundException {
        return Class.forName(name);
    }
}
