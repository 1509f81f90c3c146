package entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import entente.Neo4jExtension;
import entente.Sample;
import entente.graph.Connection;
import entente.graph.Graph;
import entente.graph.Hostile;
import entente.graph.HostileEntry;
import entente.graph.Limits;
import entente.graph.Wellbeing;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every hostile statement, as a stranger sends it over HTTP, and every hostile request. What becomes of a statement in
 * another database is for {@link entente.graph.HostileTest} to tell.
 */
@Sample
@ExtendWith(Neo4jExtension.class)
class HostileRequestsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Limits SHORT = new Limits(Duration.ofSeconds(1), 1_000, 4L << 20, 8);

    /** On a busy machine too. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static Graph graph;
    private static Api api;
    private static Wellbeing before;

    @BeforeAll
    static void start(Connection connection, Graph usual) throws IOException {
        graph = Graph.connect(connection, SHORT);
        api = Api.on(graph);
        before = Wellbeing.of(usual);
    }

    static List<Hostile> statements() {
        return Hostile.all();
    }

    @ParameterizedTest
    @MethodSource("statements")
    void areAnsweredWithWhatTheyDeserve(Hostile hostile) throws JsonProcessingException {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("statement", hostile.statement());
        request.put("parameters", hostile.parameters());
        String body = JSON.writeValueAsString(request);

        Instant start = Instant.now();
        HttpResponse<String> answer = api.post("/api/v1/cypher", body);
        assertThat(Duration.between(start, Instant.now())).isLessThan(LONGEST);

        assertThat(statuses(hostile, body.length())).contains(answer.statusCode());
        if (answer.statusCode() == 200) {
            assertThat(answer.body()).startsWith("{\"columns\":[").endsWith("}\n");
            assertThat(cameTo(answer.body())).containsAnyElementsOf(hostile.expected());
        } else {
            JsonNode problem = Shape.problem(
                    answer,
                    answer.statusCode(),
                    JSON.readTree(answer.body()).path("code").asText());
            assertThat(problem.toString()).doesNotContain("\tat ", "org.neo4j.driver");
        }
    }

    static List<HostileEntry> requests() {
        return HostileEntry.all("requests", "requests");
    }

    @ParameterizedTest
    @MethodSource("requests")
    void areRefusedOrTakenForData(HostileEntry hostile) throws JsonProcessingException {
        Instant start = Instant.now();
        String answer = api.raw(written(hostile));
        assertThat(Duration.between(start, Instant.now())).isLessThan(LONGEST);

        Integer status = Integer.valueOf(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
        assertThat(hostile.listed("expect").contains(status)).as(answer).isTrue();
        assertThat(answer).doesNotContain("\tat ", "org.neo4j.driver", "org.eclipse.jetty", "root:");
        String code = hostile.textOrNull("code");
        if (code != null) {
            JsonNode problem = JSON.readTree(answer.substring(answer.indexOf("\r\n\r\n")));
            assertThat(problem.path("code").asText()).isEqualTo(code);
        }
    }

    /** As it goes over the line; what it does not say itself is as a client would say it. */
    private static byte[] written(HostileEntry hostile) {
        String body = Objects.requireNonNullElse(hostile.textOrNull("body"), "");
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put("Host", "127.0.0.1:" + api.port());
        headers.put("Content-Type", "application/json");
        headers.put("Content-Length", body.getBytes(StandardCharsets.UTF_8).length);
        headers.put("Connection", "close");
        Map<String, @Nullable Object> own = hostile.values("headers");
        if (own.containsKey("Transfer-Encoding")) {
            headers.remove("Content-Length");
        }
        own.forEach((name, value) -> headers.put(name, String.valueOf(value)));
        StringBuilder request = new StringBuilder(hostile.text("send")).append(" HTTP/1.1\r\n");
        headers.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        return request.append("\r\n").append(body).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Set<Integer> statuses(Hostile hostile, int length) {
        Set<Integer> statuses = new TreeSet<>();
        hostile.expected().forEach(outcome -> statuses.add(status(outcome)));
        if (length > HttpSettings.BODY_BYTES) {
            statuses.add(413);
        }
        return statuses;
    }

    /** What an answer came to that had begun. It is not parsed: a name may be longer than readers take. */
    private static Set<Hostile.Outcome> cameTo(String body) {
        int whole = body.lastIndexOf("\"truncated\":");
        if (whole < 0) {
            assertThat(body).contains("\"error\":{");
            return EnumSet.of(Hostile.Outcome.TIMED_OUT, Hostile.Outcome.GIVEN_UP, Hostile.Outcome.OVERLOADED);
        }
        return EnumSet.of(
                body.startsWith("\"truncated\":true", whole) ? Hostile.Outcome.TRUNCATED : Hostile.Outcome.ANSWERED);
    }

    private static int status(Hostile.Outcome outcome) {
        return switch (outcome) {
            case REFUSED -> 403;
            case FAULTY -> 400;
            case TIMED_OUT, GIVEN_UP -> 504;
            case OVERLOADED -> 503;
            case TRUNCATED, ANSWERED -> 200;
        };
    }

    @AfterAll
    static void leaveAllAsItWas(Graph usual) throws IOException {
        try {
            before.assertKept(usual);
            assertThat(Shape.json(api.get("/api/v1/ask?q=who+backs+the+Osh+base"))
                            .path("rows"))
                    .hasSize(3);
        } finally {
            api.close();
            graph.close();
        }
    }
}
