package entente.graph.bundled;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of 127.0.0.1, as they are at this moment: another program may take one the next. */
final class LoopbackPort {
    private LoopbackPort() {}

    static int free() throws IOException {
        try (ServerSocket socket = bind(0)) {
            return socket.getLocalPort();
        }
    }

    static void requireFree(int port) {
        try {
            bind(port).close();
        } catch (IOException e) {
            throw new PortTakenException(port);
        }
    }

    private static ServerSocket bind(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    }
}
