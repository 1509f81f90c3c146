package entente.benchmark;

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
 * are measured, and what it takes itself hides how they differ. It waits for an answer without end, as Java asks the
 * system three times as often where a time-out is set. For one thread.
 */
final class PlainClient implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    /** What has been read and not been looked at lies from here to the end. */
    private int next;

    private int end;
    private int lineStart;
    private int lineEnd;

    /** What came back: the status, and how long the body was. */
    record Answer(int status, long bytes) {}

    PlainClient(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
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
        while (lineLength() > 0) {
            char first = Character.toLowerCase((char) buffer[lineStart]);
            String header = first == 'c' || first == 't' ? lastLine().toLowerCase(Locale.ROOT) : "";
            if (header.startsWith("content-length:")) {
                length = Long.parseLong(header.substring(15).strip());
            }
            chunked |= header.startsWith("transfer-encoding:") && header.endsWith("chunked");
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
            if (next == end) {
                next = 0;
                end = 0;
                fill();
            }
            int skipped = (int) Math.min(left, end - next);
            next += skipped;
            left -= skipped;
        }
        return bytes;
    }

    private String line() throws IOException {
        lineLength();
        return lastLine();
    }

    /** The line that {@link #lineLength} has gone to the end of. */
    private String lastLine() {
        return new String(buffer, lineStart, lineEnd - lineStart, StandardCharsets.ISO_8859_1);
    }

    /** Goes to the end of a line, and tells how long it is. */
    private int lineLength() throws IOException {
        int at = next;
        while (at == end || buffer[at] != '\n') {
            if (at == end) {
                at -= next;
                System.arraycopy(buffer, next, buffer, 0, at);
                next = 0;
                end = at;
                fill();
            } else {
                at++;
            }
        }
        lineStart = next;
        lineEnd = at > next && buffer[at - 1] == '\r' ? at - 1 : at;
        next = at + 1;
        return lineEnd - lineStart;
    }

    private void fill() throws IOException {
        if (end == buffer.length) {
            throw new IOException("a line of the answer is too long");
        }
        int read = in.read(buffer, end, buffer.length - end);
        if (read < 0) {
            throw new EOFException("the answer ends early");
        }
        end += read;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
