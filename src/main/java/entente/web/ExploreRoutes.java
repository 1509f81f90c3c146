package entente.web;

import entente.explore.Dossiers;
import entente.explore.Entities;
import entente.graph.EntityNames;
import entente.graph.Graph;
import entente.model.Table;
import entente.model.Vocabulary;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the graph holds: entities one by one, and the dossiers. */
final class ExploreRoutes {
    private final Entities entities;
    private final Dossiers dossiers;
    private final EntityNames names;
    private final Vocabulary vocabulary;

    ExploreRoutes(Graph graph, EntityNames names, Vocabulary vocabulary) {
        this.entities = new Entities(graph);
        this.dossiers = new Dossiers(graph);
        this.names = names;
        this.vocabulary = vocabulary;
    }

    void entity(Context context) throws IOException {
        Arguments arguments = Arguments.of(context);
        arguments.only(Set.of(
                RelationshipArguments.TYPES,
                RelationshipArguments.DIRECTION,
                RelationshipArguments.AS_OF,
                RelationshipArguments.MIN_CONFIDENCE));
        String id = context.pathParam("id");
        Answer.json(
                context,
                entities.details(id, RelationshipArguments.filter(arguments, vocabulary))
                        .orElseThrow(() -> unknown(id, names)));
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
                new Problem(ProblemCode.UNKNOWN_ENTITY, "No entity bears the id \"" + id + "\".").withCandidates(near));
    }
}
