package entente;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passes connections on to a database until it is closed, as if the database came and went, and listens. */
public final class Relay implements AutoCloseable {
    private final ServerSocket door;
    private final URI database;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    /** @param port where it listens, 0 for any that is free */
    public Relay(int port, URI database) throws IOException {
        this.door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        this.database = database;
        inBackground(this::passOn);
    }

    private void passOn() throws IOException {
        while (true) {
            Socket client = door.accept();
            Socket server = new Socket(database.getHost(), database.getPort());
            open.addAll(List.of(client, server));
            inBackground(() -> listen(client.getInputStream(), server.getOutputStream()));
            inBackground(() -> server.getInputStream().transferTo(client.getOutputStream()));
        }
    }

    private void listen(InputStream client, OutputStream server) throws IOException {
        byte[] bytes = new byte[1 << 16];
        for (int read = client.read(bytes); read >= 0; read = client.read(bytes)) {
            heard.write(bytes, 0, read);
            server.write(bytes, 0, read);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    /** All that was said to the database so far, a character a byte. */
    public String heard() {
        return heard.toString(StandardCharsets.ISO_8859_1);
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
