package entente.benchmark;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A client of HTTP/1.1 on one connection that does as little as it may: it shares the processors with the servers that
 * are measured, and what it takes itself hides how they differ. For one thread.
 */
final class PlainClient implements AutoCloseable {
    private static final int PATIENCE_MILLISECONDS = 120_000;

    private final Socket socket;
    private final InputStream in;
    private final byte[] sink = new byte[1 << 16];

    /** What came back: the status, and how long the body was. */
    record Answer(int status, long bytes) {}

    PlainClient(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLISECONDS);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    /** A request as it goes over the wire. */
    static byte[] request(URI url, Map<String, String> headers, @Nullable String body) {
        String target = url.getRawQuery() == null ? url.getRawPath() : url.getRawPath() + "?" + url.getRawQuery();
        StringBuilder text = new StringBuilder(body == null ? "GET " : "POST ")
                .append(target)
                .append(" HTTP/1.1\r\nHost: ")
                .append(url.getAuthority())
                .append("\r\n");
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        if (body != null) {
            text.append("Content-Length: ")
                    .append(body.getBytes(StandardCharsets.UTF_8).length)
                    .append("\r\n");
        }
        return text.append("\r\n").append(body == null ? "" : body).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Sends a request and reads the answer to its end. */
    Answer ask(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        long length = -1;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.endsWith("chunked");
        }
        if (status == 304) {
            return new Answer(status, 0);
        }
        if (!chunked && length < 0) {
            throw new IOException("the answer does not tell its length");
        }
        return new Answer(status, chunked ? chunks() : skip(length));
    }

    private long chunks() throws IOException {
        long bytes = 0;
        for (long size = size(); size > 0; size = size()) {
            bytes += skip(size);
            line();
        }
        line();
        return bytes;
    }

    private long size() throws IOException {
        return Long.parseLong(line(), 16);
    }

    private long skip(long bytes) throws IOException {
        for (long left = bytes; left > 0; ) {
            int read = in.read(sink, 0, (int) Math.min(left, sink.length));
            if (read < 0) {
                throw new EOFException("the answer ends early");
            }
            left -= read;
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the answer ends early");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
