package entente.web;

import entente.graph.EntityNames;
import entente.graph.Graph;
import entente.model.Vocabulary;
import entente.query.LiveCatalogue;
import entente.web.access.LiveTokens;
import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.util.JavalinException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Entente over HTTP. It listens from its start until it is closed; requests under way then still get their answer. It
 * needs no database to start, answers 503 while none is there, and recovers by itself.
 */
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    static final String API = "/api/v1";

    private static final List<Format> GRAPHS = List.of(
            Format.JSON, Format.JSON_LINES, Format.CSV, Format.GRAPHML, Format.GEXF, Format.JGF, Format.CYTOSCAPE);
    private static final List<Format> TABLES = List.of(
            Format.JSON, Format.CSV, Format.JSON_LINES, Format.GRAPHML, Format.GEXF, Format.JGF, Format.CYTOSCAPE);

    private final Javalin javalin;

    private final HangUps hangUps;
    private final Operation operation;

    private WebServer(Javalin javalin, HangUps hangUps, Operation operation) {
        this.javalin = javalin;
        this.hangUps = hangUps;
        this.operation = operation;
    }

    /**
     * Starts a server. The graph stays the caller's to close.
     *
     * @throws AddressException if it cannot listen there: the address is unknown, taken, or open without leave to be
     */
    public static WebServer start(
            ServerSettings settings, Graph graph, Vocabulary vocabulary, LiveCatalogue catalogue) {
        settings.check();
        Address address = settings.address();
        InetAddress bound = address.resolve();
        Admission admission = settings.admission();
        int requests = admission.requestsPerMinute(settings.isLoopback());
        AccessCheck access =
                new AccessCheck(new LiveTokens(admission.tokens()), settings.needToken(), new RateLimit(requests));
        Operation operation = Operation.of(graph, requests);
        HangUps hangUps = new HangUps();
        AnswerCache answers = new AnswerCache(settings.cacheBytes(), graph, vocabulary, catalogue, operation.metrics());
        Javalin javalin = Javalin.create(config -> {
            CrossOrigin origins = new CrossOrigin(admission.origins());
            RequestEnd ends = new RequestEnd(operation.metrics());
            HttpSettings.apply(
                    config,
                    graph.limits().timeout(),
                    request -> AccessCheck.isAtOnce(request) && answers.noteIfUnchanged(request),
                    new EarlyProblems(origins, ends));
            config.requestLogger.http(ends::record);
            config.routes.before(RequestId::give);
            config.routes.before(SecurityHeaders::add);
            config.routes.before(origins::allow);
            config.routes.before(new HostCheck(address, bound)::check);
            config.routes.beforeMatched(access::check);
            routes(new Routing(config.routes, hangUps, answers, operation), graph, vocabulary, catalogue);
        });
        WebServer server = new WebServer(javalin, hangUps, operation);
        server.listen(address, bound);
        return server;
    }

    /** Where routes are added, what attends to those who wait, what keeps answers, and what watches over all. */
    private record Routing(RoutesConfig config, HangUps hangUps, AnswerCache answers, Operation operation) {}

    /** Every route there is. Each is tried in turn, so those that are asked most stand first. */
    private static void routes(Routing routes, Graph graph, Vocabulary vocabulary, LiveCatalogue catalogue) {
        EntityNames names = new EntityNames(graph);
        QueryRoutes queries = new QueryRoutes(graph, names, catalogue);
        ExploreRoutes explore = new ExploreRoutes(graph, names, vocabulary);
        SearchRoutes search = new SearchRoutes(graph, names, vocabulary);
        OriginRoutes origins =
                new OriginRoutes(graph, vocabulary, routes.operation().requestsPerMinute());
        WalkRoutes walks = new WalkRoutes(graph, names, vocabulary);
        CypherRoute cypher = new CypherRoute(graph, routes.hangUps());
        MetricsRoute metrics = new MetricsRoute(routes.operation());
        HealthRoutes health = new HealthRoutes(routes.operation().database());
        PageLibraries libraries = new PageLibraries();
        PageRoutes page = new PageRoutes(libraries);
        get(routes, API + "/queries", queries::list);
        get(routes, API + "/queries/{name}", queries::definition);
        reads(routes, API + "/queries/{name}/results", call -> queries.results(call, Format.accepted(call, TABLES)));
        reads(routes, API + "/queries/{name}/results.json", call -> queries.results(call, Format.JSON));
        reads(routes, API + "/queries/{name}/results.jsonl", call -> queries.results(call, Format.JSON_LINES));
        reads(routes, API + "/queries/{name}/results.csv", call -> queries.results(call, Format.CSV));
        reads(routes, API + "/queries/{name}/results.graphml", call -> queries.results(call, Format.GRAPHML));
        reads(routes, API + "/queries/{name}/results.gexf", call -> queries.results(call, Format.GEXF));
        reads(routes, API + "/queries/{name}/results.jgf", call -> queries.results(call, Format.JGF));
        reads(routes, API + "/queries/{name}/results.cyjs", call -> queries.results(call, Format.CYTOSCAPE));
        reads(routes, API + "/ask", call -> queries.ask(call, Format.accepted(call, TABLES)));
        reads(routes, API + "/ask.json", call -> queries.ask(call, Format.JSON));
        reads(routes, API + "/ask.jsonl", call -> queries.ask(call, Format.JSON_LINES));
        reads(routes, API + "/ask.csv", call -> queries.ask(call, Format.CSV));
        post(routes, API + "/cypher", call -> cypher.run(call, Format.accepted(call, TABLES)));
        post(routes, API + "/cypher.json", call -> cypher.run(call, Format.JSON));
        post(routes, API + "/cypher.jsonl", call -> cypher.run(call, Format.JSON_LINES));
        post(routes, API + "/cypher.csv", call -> cypher.run(call, Format.CSV));
        post(routes, API + "/cypher.graphml", call -> cypher.run(call, Format.GRAPHML));
        post(routes, API + "/cypher.gexf", call -> cypher.run(call, Format.GEXF));
        post(routes, API + "/cypher.jgf", call -> cypher.run(call, Format.JGF));
        post(routes, API + "/cypher.cyjs", call -> cypher.run(call, Format.CYTOSCAPE));
        reads(routes, API + "/entities", search::search);
        reads(routes, API + "/entities/{id}", explore::entity);
        reads(routes, API + "/compare", search::compare);
        reads(routes, API + "/entities/{id}/subgraph", call -> walks.subgraph(call, Format.accepted(call, GRAPHS)));
        reads(routes, API + "/entities/{id}/subgraph.json", call -> walks.subgraph(call, Format.JSON));
        reads(routes, API + "/entities/{id}/subgraph.jsonl", call -> walks.subgraph(call, Format.JSON_LINES));
        reads(routes, API + "/entities/{id}/subgraph.csv", call -> walks.subgraph(call, Format.CSV));
        reads(routes, API + "/entities/{id}/subgraph.graphml", call -> walks.subgraph(call, Format.GRAPHML));
        reads(routes, API + "/entities/{id}/subgraph.gexf", call -> walks.subgraph(call, Format.GEXF));
        reads(routes, API + "/entities/{id}/subgraph.jgf", call -> walks.subgraph(call, Format.JGF));
        reads(routes, API + "/entities/{id}/subgraph.cyjs", call -> walks.subgraph(call, Format.CYTOSCAPE));
        reads(routes, API + "/subgraph", call -> walks.between(call, Format.accepted(call, GRAPHS)));
        reads(routes, API + "/subgraph.json", call -> walks.between(call, Format.JSON));
        reads(routes, API + "/subgraph.jsonl", call -> walks.between(call, Format.JSON_LINES));
        reads(routes, API + "/subgraph.csv", call -> walks.between(call, Format.CSV));
        reads(routes, API + "/subgraph.graphml", call -> walks.between(call, Format.GRAPHML));
        reads(routes, API + "/subgraph.gexf", call -> walks.between(call, Format.GEXF));
        reads(routes, API + "/subgraph.jgf", call -> walks.between(call, Format.JGF));
        reads(routes, API + "/subgraph.cyjs", call -> walks.between(call, Format.CYTOSCAPE));
        reads(routes, API + "/paths", call -> walks.paths(call, Format.accepted(call, GRAPHS)));
        reads(routes, API + "/paths.json", call -> walks.paths(call, Format.JSON));
        reads(routes, API + "/paths.jsonl", call -> walks.paths(call, Format.JSON_LINES));
        reads(routes, API + "/paths.csv", call -> walks.paths(call, Format.CSV));
        reads(routes, API + "/paths.graphml", call -> walks.paths(call, Format.GRAPHML));
        reads(routes, API + "/paths.gexf", call -> walks.paths(call, Format.GEXF));
        reads(routes, API + "/paths.jgf", call -> walks.paths(call, Format.JGF));
        reads(routes, API + "/paths.cyjs", call -> walks.paths(call, Format.CYTOSCAPE));
        reads(routes, API + "/dossiers", explore::dossiers);
        reads(routes, API + "/dossiers/{id}/sources", origins::sourcesOfDossier);
        reads(routes, API + "/sources/{id}", origins::source);
        reads(routes, API + "/sources/{dossier}/{id}", origins::sourceOfDossier);
        reads(routes, API + "/schema", origins::schema);
        get(routes, API + "/limits", origins::limits);
        open(routes, "/", new IndexRoute(libraries)::show);
        open(routes, "/docs", new DocsRoute(libraries)::show);
        open(routes, "/page/<file>", page::file);
        open(routes, "/libraries/<file>", page::library);
        get(routes, "/openapi.json", queries::contract);
        open(routes, "/healthz", health::alive);
        open(routes, "/readyz", health::ready);
        watched(routes, "/metrics", metrics::show);
    }

    /** What the graph answers is kept, and known by an entity tag. */
    private static void reads(Routing routes, String path, Handler handler) {
        get(routes, path, routes.answers().around(handler));
    }

    private static void get(Routing routes, String path, Handler handler) {
        get(routes, path, handler, Access.READER);
    }

    /** What everybody may have, also where others are asked for a token. */
    private static void open(Routing routes, String path, Handler handler) {
        get(routes, path, handler, Access.OPEN);
    }

    /** What is for whoever runs the server. */
    private static void watched(Routing routes, String path, Handler handler) {
        get(routes, path, handler, Access.WATCHER);
    }

    /** HEAD does all that GET does, so that its status is the same; the body is left out on the way. */
    private static void get(Routing routes, String path, Handler handler, Access access) {
        Handler attended = routes.hangUps().attended(handler);
        routes.config().get(path, attended, access);
        routes.config().head(path, attended, access);
    }

    /** What takes a body attends to its client itself, once it has read that. */
    private static void post(Routing routes, String path, Handler handler) {
        routes.config().post(path, handler, Access.ANALYST);
    }

    private void listen(Address address, InetAddress bound) {
        try {
            javalin.start(bound.getHostAddress(), address.port());
        } catch (JavalinException failure) {
            close();
            throw address.cannotListen(failure);
        }
    }

    /** The port it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Waits for requests that are under way, as long as a read may take, and cuts off what lasts longer. */
    @Override
    public void close() {
        try {
            javalin.stop();
        } catch (JavalinException failure) {
            if (!(failure.getCause() instanceof TimeoutException)) {
                throw failure;
            }
            LOG.warn("Requests were cut off that did not end in time when the server was stopped");
        } finally {
            hangUps.close();
            operation.close();
        }
    }
}
