package entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** What clients ask about stands in no line of the log, however their requests end. */
class DiscretionTest extends SampleApi {
    private static final String SECRET = "zanzibar";

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger requests = context.getLogger("entente.requests");
    private final Told log = new Told();
    private Level before;

    private static final class Told extends AppenderBase<ILoggingEvent> {
        private final Queue<ILoggingEvent> told = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            told.add(event);
        }
    }

    @BeforeEach
    void listen() {
        before = requests.getLevel();
        requests.setLevel(Level.INFO);
        log.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(log);
    }

    @AfterEach
    void listenNoLonger() {
        context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(log);
        requests.setLevel(before);
    }

    /** In the path, as a value, as a name, and for each route that takes any. */
    static Stream<String> askingForIt() {
        return Stream.concat(
                Routes.all().map(route -> route + (route.contains("?") ? "&" : "?") + SECRET + "=" + SECRET),
                Stream.of(
                        "/" + SECRET,
                        "/page/" + SECRET + ".js",
                        "/api/v1/entities/" + SECRET,
                        "/api/v1/entities/" + SECRET + "/subgraph",
                        "/api/v1/entities/osh-base/subgraph?types=" + SECRET,
                        "/api/v1/entities?q=" + SECRET,
                        "/api/v1/sources/" + SECRET,
                        "/api/v1/sources/osh-2009/" + SECRET,
                        "/api/v1/queries/" + SECRET,
                        "/api/v1/queries/" + SECRET + "/results",
                        "/api/v1/queries/who-backs/results?target=" + SECRET,
                        "/api/v1/queries/who-backs/results?target=osh-base&asOf=" + SECRET,
                        "/api/v1/queries/who-backs/results?target=osh-base&after=" + SECRET,
                        "/api/v1/ask?q=who+backs+" + SECRET,
                        "/api/v1/paths?from=" + SECRET + "&to=osh-base",
                        "/api/v1/subgraph?entities=russia," + SECRET,
                        "/api/v1/compare?entity=" + SECRET + "&from=2009-06-30&to=2009-07-31"));
    }

    @ParameterizedTest
    @MethodSource("askingForIt")
    void logsNoWordOfAQuestion(String request) {
        api.get(request);

        assertNothingIsToldOf(1);
    }

    static List<String> statements() {
        return List.of(
                "RETURN '" + SECRET + "' AS word",
                "RETURN " + SECRET,
                "MATCH (n:" + SECRET + ") RETURN n",
                "CREATE (n:" + SECRET + ")",
                "RETURN date('" + SECRET + "')",
                "UNWIND range(1, 9000) AS x RETURN x, date('" + SECRET + "' + x) AS y");
    }

    @ParameterizedTest
    @MethodSource("statements")
    void logsNoWordOfAStatement(String statement) {
        for (String ending : List.of("", ".jsonl", ".csv", ".gexf")) {
            api.post("/api/v1/cypher" + ending, "{\"statement\": \"" + statement + "\", \"parameters\": {}}");
        }

        assertNothingIsToldOf(4);
    }

    @Test
    void logsNoWordOfAStatementThatFailsWhenAPartWasSent() {
        String statement = "UNWIND range(1, 9000) AS x RETURN x, CASE WHEN x < 9000 THEN x ELSE date('" + SECRET
                + "') END AS y, 'some text for length' AS z";

        assertThat(api.post("/api/v1/cypher.jsonl?limit=9000", "{\"statement\": \"" + statement + "\"}")
                        .body())
                .contains("\"error\":");
        assertNothingIsToldOf(1);
    }

    @Test
    void logsNoWordOfWhatCannotBeRead() {
        api.post("/api/v1/cypher", SECRET);
        api.post("/api/v1/cypher", "{\"statement\": \"RETURN 1\", \"" + SECRET + "\": \"" + SECRET + "\"}");
        api.get("/api/v1/dossiers", "Authorization", "Bearer " + SECRET);
        api.get("/api/v1/dossiers", "Accept", "text/" + SECRET);
        api.get("/api/v1/dossiers", "If-None-Match", SECRET);
        api.raw("GET /%zz" + SECRET + " HTTP/1.1", "Host: localhost");
        api.raw("GET /" + SECRET + " HTTP/1.1", "Host: " + SECRET + ".example");
        api.raw(SECRET.toUpperCase(Locale.ROOT) + " / HTTP/1.1", "Host: localhost");

        assertNothingIsToldOf(8);
    }

    /** A request is logged when its client has the answer already. */
    private void assertNothingIsToldOf(int asked) {
        Instant end = Instant.now().plus(Duration.ofSeconds(10));
        while (requestsLogged() < asked && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        assertThat(requestsLogged()).isEqualTo(asked);
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.start();
        String told = log.told.stream()
                .map(event -> new String(encoder.encode(event), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        assertThat(told).doesNotContainIgnoringCase(SECRET);
    }

    private long requestsLogged() {
        return log.told.stream()
                .filter(event -> event.getLoggerName().equals(requests.getName()))
                .count();
    }
}
