package entente.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.Neo4jExtension;
import entente.Sample;
import entente.graph.Graph;
import entente.query.LiveCatalogue;
import entente.web.access.Role;
import entente.web.access.TokenFile;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the server answers, where tokens are needed and where they are not. */
@Tag("database")
@Sample
@ExtendWith(Neo4jExtension.class)
class AccessTest {
    private static final String DOSSIERS = "/api/v1/dossiers";
    private static final String CYPHER = "/api/v1/cypher";
    private static final String ONE = "{\"statement\": \"RETURN 1 AS one\"}";

    private static Graph graph;
    private static LiveCatalogue catalogue;

    @TempDir
    private Path directory;

    private TokenFile tokens;
    private @Nullable Api api;

    @BeforeAll
    static void read(Graph given) {
        graph = given;
        catalogue = Api.catalogue(given);
    }

    @BeforeEach
    void name() {
        tokens = new TokenFile(directory.resolve("tokens.json"));
    }

    @AfterEach
    void stop() {
        if (api != null) {
            api.close();
            api = null;
        }
    }

    @ParameterizedTest
    @MethodSource("entente.web.Routes#guarded")
    void asksForATokenOnEveryRouteThatTellsOfTheGraph(String route) {
        Api guarded = guarded();

        HttpResponse<String> refused = guarded.get(route);
        Shape.problem(refused, 401, "token-needed");
        assertThat(Shape.header(refused, "WWW-Authenticate")).isEqualTo("Bearer realm=\"entente\"");
        assertThat(guarded.send("HEAD", route).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("entente.web.Routes#open")
    void givesEverybodyWhatTellsNothingOfTheGraph(String route) {
        Shape.json(guarded().get(route));
        Shape.json(guarded().get(route, "Authorization", "Bearer nonsense"));
    }

    @Test
    void givesEverybodyThePageThatAsksForAToken() {
        for (String path : List.of("/docs", "/page/app.js")) {
            assertThat(guarded().get(path, "Accept", "text/html").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void answersAReaderButRunsNoStatementOfItsOwn() throws IOException {
        String reader = create("team", Role.reader);
        Api guarded = guarded();

        Shape.json(guarded.get(DOSSIERS, "Authorization", "Bearer " + reader));
        Shape.json(guarded.get(DOSSIERS, "Authorization", "bearer  " + reader));
        HttpResponse<String> refused = guarded.post(CYPHER, ONE, "Authorization", "Bearer " + reader);
        Shape.problem(refused, 403, "role-needed");
        assertThat(Shape.header(refused, "WWW-Authenticate")).contains("insufficient_scope");
    }

    @Test
    void runsTheStatementsOfAnAnalyst() throws IOException {
        String analyst = create("ada", Role.analyst);

        Shape.json(guarded().post(CYPHER, ONE, "Authorization", "Bearer " + analyst));
        Shape.problem(guarded().post(CYPHER, ONE), 401, "token-needed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer entente_nobodys", "Bearer ", "Basic bmVvNGo6c2VjcmV0", "x", "Bearer a b"})
    void refusesWhatIsNoTokenOfItsAlsoWhereNoneIsNeeded(String header) throws IOException {
        create("team", Role.reader);

        HttpResponse<String> refused = guarded().get(DOSSIERS, "Authorization", header);
        Shape.problem(refused, 401, "unknown-token");
        assertThat(Shape.header(refused, "WWW-Authenticate")).contains("invalid_token");
        stop();
        Shape.problem(open(null).get(DOSSIERS, "Authorization", header), 401, "unknown-token");
    }

    @Test
    void takesTokensThatAreMadeAndRevokedWhileItRuns() throws IOException {
        Api guarded = guarded();
        for (int round = 0; round < 20; round++) {
            String token = create("team", Role.reader);
            Shape.json(guarded.get(DOSSIERS, "Authorization", "Bearer " + token));
            tokens.revoke("team");
            Shape.problem(guarded.get(DOSSIERS, "Authorization", "Bearer " + token), 401, "unknown-token");
        }
    }

    @Test
    void takesATokenNoLongerThanItLasts() throws Exception {
        String token =
                tokens.create("team", Role.reader, Instant.now().plusSeconds(2)).orElseThrow();
        Api guarded = guarded();

        Shape.json(guarded.get(DOSSIERS, "Authorization", "Bearer " + token));
        Thread.sleep(2_100);
        Shape.problem(guarded.get(DOSSIERS, "Authorization", "Bearer " + token), 401, "expired-token");
    }

    /** As a file of another machine may, that does not answer. */
    @Test
    @Timeout(60)
    @EnabledOnOs(OS.LINUX)
    void answersOthersWhileTheFileOfTokensCannotBeReadToItsEnd() throws Exception {
        Api open = open(null);
        String tag = Shape.header(open.get(DOSSIERS), "ETag");
        assertThat(open.get(DOSSIERS, "If-None-Match", tag).statusCode()).isEqualTo(304); // its version is known now
        Process pipe = new ProcessBuilder("mkfifo", tokens.path().toString()).start();
        assertThat(pipe.waitFor()).isZero();
        CompletableFuture<HttpResponse<String>> held = CompletableFuture.supplyAsync(
                () -> open.get(DOSSIERS, "If-None-Match", tag, "Authorization", "Bearer nonsense"));
        Thread.sleep(500); // until it has come

        assertThat(open.get("/healthz").statusCode()).isEqualTo(200);
        assertThat(held).isNotDone();
        Files.writeString(tokens.path(), "[]");
        Shape.problem(held.join(), 401, "unknown-token");
    }

    @Test
    void letsNobodyInWhileTheFileOfTokensIsSpoilt() throws IOException {
        String token = create("team", Role.reader);
        String good = Files.readString(tokens.path());
        Api guarded = guarded();

        Files.writeString(tokens.path(), "[{\"name\": ");
        Shape.problem(guarded.get(DOSSIERS, "Authorization", "Bearer " + token), 401, "unknown-token");
        Files.writeString(tokens.path(), good);
        Shape.json(guarded.get(DOSSIERS, "Authorization", "Bearer " + token));
    }

    @Test
    void listensForOthersWhereThereIsAToken() throws IOException {
        assertThatThrownBy(() -> started("0.0.0.0", new Admission(tokens, false, null)))
                .isInstanceOf(AddressException.Open.class)
                .hasMessageContaining("entente token create");
        String token = create("team", Role.reader);

        Api guarded = started("0.0.0.0", new Admission(tokens, false, null));
        Shape.problem(guarded.get(DOSSIERS), 401, "token-needed");
        Shape.json(guarded.get(DOSSIERS, "Authorization", "Bearer " + token));
        tokens.revoke("team");
        Shape.problem(guarded.get(DOSSIERS), 401, "token-needed");
    }

    @Test
    void answersEveryClientSoManyRequestsAMinute() throws IOException {
        String token = create("team", Role.reader);
        Api limited = open(3);

        assertThat(Shape.json(limited.get("/api/v1/limits"))
                        .path("requestsPerMinute")
                        .asInt())
                .isEqualTo(3);
        Shape.json(limited.get(DOSSIERS));
        Shape.problem(limited.get(DOSSIERS, "Authorization", "Bearer guess"), 401, "unknown-token");
        HttpResponse<String> refused = limited.get(DOSSIERS);
        Shape.problem(refused, 429, "too-many-requests");
        assertThat(Integer.parseInt(Shape.header(refused, "Retry-After"))).isBetween(1, 20);
        Shape.problem(limited.get(DOSSIERS, "Authorization", "Bearer guess"), 429, "too-many-requests");

        Shape.json(limited.get(DOSSIERS, "Authorization", "Bearer " + token));
        Shape.json(limited.get("/healthz"));
    }

    @Test
    void answersEveryTokenSoManyRequestsAMinute() throws IOException {
        String token = create("team", Role.reader);
        String other = create("ada", Role.analyst);
        Api limited = open(3);

        for (int request = 0; request < 3; request++) {
            Shape.json(limited.get(DOSSIERS, "Authorization", "Bearer " + token));
        }
        HttpResponse<String> refused = limited.get(DOSSIERS, "Authorization", "Bearer " + token);
        Shape.problem(refused, 429, "too-many-requests");
        assertThat(Integer.parseInt(Shape.header(refused, "Retry-After"))).isBetween(1, 20);

        Shape.json(limited.get(DOSSIERS, "Authorization", "Bearer " + other));
        Shape.json(limited.get(DOSSIERS));
    }

    @Test
    void countsNoRequestsOnALoopbackAddressUnlessTold() {
        Admission admission = new Admission(tokens, false, null);

        assertThat(admission.requestsPerMinute(true)).isZero();
        assertThat(admission.requestsPerMinute(false)).isEqualTo(Admission.USUAL_REQUESTS_PER_MINUTE);
        assertThat(new Admission(tokens, false, 0).requestsPerMinute(false)).isZero();
    }

    @Test
    void countsAnewAsTimePasses() throws InterruptedException {
        RateLimit limit = new RateLimit(600);
        for (int request = 0; request < 600; request++) {
            limit.count("somebody");
        }
        Duration wait = limit.count("somebody");
        assertThat(wait).isBetween(Duration.ofNanos(1), Duration.ofMillis(100));
        Thread.sleep(wait.toMillis() + 1);
        assertThat(limit.count("somebody")).isZero();
    }

    private String create(String name, Role role) throws IOException {
        return tokens.create(name, role, null).orElseThrow();
    }

    private Api guarded() {
        return started("127.0.0.1", new Admission(tokens, true, null));
    }

    private Api open(@Nullable Integer requestsPerMinute) {
        return started("127.0.0.1", new Admission(tokens, false, requestsPerMinute));
    }

    private Api started(String host, Admission admission) {
        if (api == null) {
            api = Api.with(new ServerSettings(new Address(host, 0, false, Set.of()), admission, 0), graph, catalogue);
        }
        return api;
    }
}
