package entente.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is here, for whoever opens the address: a page in a browser, JSON for everybody else. */
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
            WebServer.API + "/paths?from={id}&to={id}",
            WebServer.API + "/dossiers",
            WebServer.API + "/sources/{id}",
            WebServer.API + "/sources/{dossier}/{id}",
            WebServer.API + "/schema",
            WebServer.API + "/limits",
            "/healthz",
            "/readyz");
    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>Entente</title>
            <h1>Entente</h1>
            <p>Who stands where, since when, and who says so.</p>
            <ul>
            <li><a href="%1$s">Who backs the Osh base?</a> (<a href="%2$s">as CSV</a>)
            <li><a href="%3$s/queries">All saved queries</a>
            <li><a href="%3$s/dossiers">The dossiers that are loaded</a>
            </ul>
            </html>
            """.formatted(FIRST_QUESTION, FIRST_QUESTION.replace("/ask", "/ask.csv"), WebServer.API);

    void show(Context context) throws IOException {
        Arguments.of(context).only(Set.of());
        context.header("Vary", "Accept");
        if (Format.accepted(context, List.of(Format.JSON, Format.HTML)) == Format.HTML) {
            context.html(PAGE);
            return;
        }
        Map<String, Object> index = new LinkedHashMap<>();
        index.put("name", "Entente");
        index.put("description", "Who stands where, since when, and who says so.");
        index.put("first", FIRST_QUESTION);
        index.put("routes", ROUTES);
        Answer.writeJson(context, index);
    }
}
