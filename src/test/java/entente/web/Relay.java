package entente.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passes connections on to a database until it is closed, as if the database came and went. */
final class Relay implements AutoCloseable {
    private final ServerSocket door;
    private final URI database;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    Relay(int port, URI database) throws IOException {
        this.door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        this.database = database;
        inBackground(this::passOn);
    }

    private void passOn() throws IOException {
        while (true) {
            Socket client = door.accept();
            Socket server = new Socket(database.getHost(), database.getPort());
            open.addAll(List.of(client, server));
            inBackground(() -> client.getInputStream().transferTo(server.getOutputStream()));
            inBackground(() -> server.getInputStream().transferTo(client.getOutputStream()));
        }
    }

    private interface Passing {
        void run() throws IOException;
    }

    private static void inBackground(Passing passing) {
        Thread thread = new Thread(() -> {
            try {
                passing.run();
            } catch (IOException closed) {
                // That is how a relay ends.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
