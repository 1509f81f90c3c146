package entente.web;

import entente.explore.Dossiers;
import entente.explore.Entities;
import entente.explore.EntityDetails;
import entente.graph.EntityNames;
import entente.graph.Graph;
import entente.model.Table;
import entente.model.Vocabulary;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the graph holds: entities one by one, and the dossiers. */
final class ExploreRoutes {
    private final Entities entities;
    private final Dossiers dossiers;
    private final EntityNames names;

    ExploreRoutes(Graph graph, EntityNames names, Vocabulary vocabulary) {
        this.entities = new Entities(graph, vocabulary);
        this.dossiers = new Dossiers(graph);
        this.names = names;
    }

    void entity(Context context) throws IOException {
        Arguments.of(context).only(Set.of());
        String id = context.pathParam("id");
        Answer.json(context, object(entities.details(id).orElseThrow(() -> unknown(id, names))));
    }

    void dossiers(Context context) throws IOException {
        Arguments.of(context).only(Set.of());
        Table all = dossiers.all();
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("dossiers", all);
        list.put("truncated", all.truncated());
        Answer.json(context, list);
    }

    /** That no entity bears an id, with those that may be meant. */
    static ProblemException unknown(String id, EntityNames names) {
        List<Problem.Candidate> near = names.find(id).candidates().stream()
                .map(candidate -> new Problem.Candidate(candidate.id(), candidate.name()))
                .toList();
        return new ProblemException(
                new Problem(HttpStatus.NOT_FOUND, "unknown-entity", "No entity bears the id \"" + id + "\".")
                        .withCandidates(near));
    }

    private static Map<String, @Nullable Object> object(EntityDetails details) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("id", details.entity().id());
        object.put("labels", details.entity().labels());
        object.put("name", details.entity().properties().get("name"));
        object.put("properties", details.entity().properties());
        object.put(
                "assertedBy",
                details.assertedBy().stream().map(ExploreRoutes::object).toList());
        object.put(
                "counts", details.counts().stream().map(ExploreRoutes::object).toList());
        return object;
    }

    private static Map<String, Object> object(EntityDetails.Assertion assertion) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", assertion.dossier());
        object.put("title", assertion.title());
        object.put("base", assertion.base());
        object.put("says", assertion.says());
        return object;
    }

    private static Map<String, Object> object(EntityDetails.Count count) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", count.type());
        object.put("direction", count.direction().name().toLowerCase(Locale.ROOT));
        object.put("assertions", count.assertions());
        object.put("neighbours", count.neighbours());
        return object;
    }
}
