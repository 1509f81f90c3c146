package entente.web;

import entente.export.PlainJson;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is here, for whoever opens the address: the explorer page in a browser, JSON for everybody else. */
final class IndexRoute {
    private static final String FIRST_QUESTION = WebServer.API + "/ask?q=who+backs+the+Osh+base%3F";
    private static final List<String> ROUTES = List.of(
            WebServer.API + "/queries",
            WebServer.API + "/queries/{name}",
            WebServer.API + "/queries/{name}/results",
            WebServer.API + "/ask?q={question}",
            WebServer.API + "/cypher",
            WebServer.API + "/entities?q={name}",
            WebServer.API + "/entities/{id}",
            WebServer.API + "/compare?entity={id}&from={day}&to={day}",
            WebServer.API + "/entities/{id}/subgraph",
            WebServer.API + "/subgraph?entities={id},{id}",
            WebServer.API + "/paths?from={id}&to={id}",
            WebServer.API + "/dossiers",
            WebServer.API + "/dossiers/{id}/sources",
            WebServer.API + "/sources/{id}",
            WebServer.API + "/sources/{dossier}/{id}",
            WebServer.API + "/schema",
            WebServer.API + "/limits",
            "/openapi.json",
            "/docs",
            "/healthz",
            "/readyz",
            "/metrics");
    private final String page;
    private final String policy;

    /** @param libraries what the page's modules import */
    IndexRoute(PageLibraries libraries) {
        // A map that no </script> can end; addresses and names of modules hold neither sign.
        String imports = PlainJson.text(Map.of("imports", libraries.imports()));
        policy = PagePolicy.of(imports);
        try {
            page = new String(PageRoutes.content("/page/index.html"), StandardCharsets.UTF_8)
                    .replace("{{import map}}", imports);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void show(Context context) throws IOException {
        context.res().addHeader("Vary", "Accept");
        if (Format.accepted(context, List.of(Format.JSON, Format.HTML)) == Format.HTML) {
            // What stands in the address is the page's own to understand: each of its views has one.
            context.header("Content-Security-Policy", policy);
            context.html(page);
            return;
        }
        Arguments.of(context).only(Set.of());
        Map<String, Object> index = new LinkedHashMap<>();
        index.put("name", "Entente");
        index.put("description", "Who stands where, since when, and who says so.");
        index.put("first", FIRST_QUESTION);
        index.put("routes", ROUTES);
        Answer.writeJson(context, index);
    }
}
