package entente.load;

import entente.load.Dossier.Reference;
import entente.load.Dossier.RelationshipFact;
import entente.load.Dossier.SourceFact;
import entente.model.Names;
import java.util.List;

/** Checks that each fact of a dossier comes from a source that the dossier describes. */
final class CitationChecks {
    private final boolean oneSpeaksForAll;
    private final List<String> known;
    private final List<Problem> problems;

    CitationChecks(Dossier dossier, List<Problem> problems) {
        this.oneSpeaksForAll = dossier.properties().containsKey("source");
        this.known = dossier.sources().stream().map(SourceFact::id).toList();
        this.problems = problems;
    }

    void check(RelationshipFact fact) {
        if (fact.citations().isEmpty() && !oneSpeaksForAll) {
            problems.add(
                    new Problem(
                            fact.place(),
                            "this fact has no source; give it sources: [id], or give the dossier a source that speaks for all"));
        }
        fact.citations().forEach(this::check);
    }

    private void check(Reference citation) {
        int locator = citation.id().indexOf('#');
        String id = locator < 0 ? citation.id() : citation.id().substring(0, locator);
        if (!known.contains(id)) {
            problems.add(new Problem(
                    citation.place(),
                    "unknown source \"" + id + "\"" + Names.didYouMean(id, known)
                            + (known.isEmpty() ? "; describe it under sources" : "")));
        }
    }
}
