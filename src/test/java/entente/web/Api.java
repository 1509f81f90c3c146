package entente.web;

import entente.graph.Graph;
import entente.graph.Guard;
import entente.graph.VocabularyFile;
import entente.query.LiveCatalogue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A server on a free port, and clients that ask it. */
final class Api implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Path QUERIES = Path.of(System.getProperty("entente.cypher"), "queries");

    private final WebServer server;
    private final List<Runnable> leaving = new ArrayList<>();

    private Api(WebServer server) {
        this.server = server;
    }

    static Api on(Graph graph) {
        return on(graph, catalogue(graph));
    }

    static Api on(Graph graph, LiveCatalogue catalogue) {
        return at(new Address("127.0.0.1", 0, false, Set.of("explorer.example")), graph, catalogue);
    }

    static Api at(Address address, Graph graph, LiveCatalogue catalogue) {
        return with(ServerSettings.at(address), graph, catalogue);
    }

    static Api with(ServerSettings settings, Graph graph, LiveCatalogue catalogue) {
        return new Api(WebServer.start(settings, graph, VocabularyFile.bundled(), catalogue));
    }

    /** The saved queries that ship, each judged when it is first run: to judge all takes longer than most tests. */
    static LiveCatalogue catalogue(Graph graph) {
        return new LiveCatalogue(QUERIES, new Guard(graph));
    }

    /** Whoever looks at pages of this server is told before it stops. */
    void beforeItStops(Runnable leave) {
        leaving.add(leave);
    }

    int port() {
        return server.port();
    }

    /** Asks with the headers given as name, value, name, value. */
    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, headers);
    }

    HttpResponse<String> send(String method, String path, String... headers) {
        return send(method, path, HttpRequest.BodyPublishers.noBody(), headers);
    }

    /** Sends JSON. */
    HttpResponse<String> post(String path, String json, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return send("POST", path, HttpRequest.BodyPublishers.ofString(json), all.toArray(String[]::new));
    }

    HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Sends lines as they are, which no client would, and gives back all that comes until the server hangs up. */
    String raw(String... lines) {
        return raw(
                (String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends bytes as they are, and gives back all that comes until the server hangs up. */
    String raw(byte[] request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            try {
                socket.getOutputStream().write(request);
            } catch (IOException refused) {
                // It may have answered before it has read all
            }
            return untilItHangsUp(socket.getInputStream());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static String untilItHangsUp(InputStream answer) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            answer.transferTo(all);
        } catch (IOException waitingOrReset) {
            if (all.size() == 0) {
                throw waitingOrReset;
            }
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        leaving.forEach(Runnable::run);
        server.close();
    }
}
