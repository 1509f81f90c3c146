package entente.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.jspecify.annotations.Nullable;

/** A request that is worked on by this thread, and the connection on which its client waits. */
final class AttendedWork {
    private final Thread worker = Thread.currentThread();
    private final EndPoint endPoint;
    private @Nullable ByteBuffer early;
    private boolean ended;
    private boolean interrupted;

    private AttendedWork(EndPoint endPoint) {
        this.endPoint = endPoint;
    }

    static AttendedWork of(Context context) {
        return new AttendedWork(
                JettyRequest.of(context).getConnectionMetaData().getConnection().getEndPoint());
    }

    /** Interrupts the work if the client has hung up. Only reading tells, and may bring what the client says next. */
    synchronized void look() {
        if (ended || interrupted || early != null || !(endPoint.getTransport() instanceof SocketChannel channel)) {
            return;
        }
        ByteBuffer next = ByteBuffer.allocate(1);
        if (hasEnded(channel, next)) {
            interrupted = true;
            worker.interrupt();
        } else if (next.flip().hasRemaining()) {
            early = next;
        }
    }

    private static boolean hasEnded(SocketChannel channel, ByteBuffer next) {
        try {
            return channel.read(next) < 0;
        } catch (IOException broken) {
            return true;
        }
    }

    /** Whether the client has hung up, so that nobody is there to be told anything. */
    synchronized boolean isInterrupted() {
        return interrupted;
    }

    /** Ends the attention, on the thread that worked, and gives back what was read of the client's next request. */
    synchronized void end() {
        ended = true;
        if (interrupted) {
            boolean unused = Thread.interrupted();
        }
        if (early != null && endPoint.getConnection() instanceof Connection.UpgradeTo connection) {
            connection.onUpgradeTo(early);
        }
    }
}
