package entente.load;

import entente.load.Dossier.EntityFact;
import entente.load.Dossier.Reference;
import entente.load.Dossier.RelationshipFact;
import entente.load.Dossier.SourceFact;
import entente.load.KnownEntities.Description;
import entente.load.document.Place;
import entente.model.EntityKind;
import entente.model.Names;
import entente.model.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks that the facts of the dossiers of one load hold together, with each other and with the graph. */
final class DossierChecks {
    private final Vocabulary vocabulary;
    private final Map<String, Description> elsewhere;
    private final Supplier<Set<String>> idsToPropose;
    private final List<Problem> problems;

    /** The kinds of all entities that the load or the graph describes. */
    private final Map<String, String> kinds = new HashMap<>();

    /**
     * Checks nothing yet.
     *
     * @param elsewhere what dossiers that are not part of the load describe, by the entity's id
     * @param idsToPropose asked only where an unknown id needs a proposal
     */
    DossierChecks(
            Vocabulary vocabulary,
            Map<String, Description> elsewhere,
            Supplier<Set<String>> idsToPropose,
            List<Problem> problems) {
        this.vocabulary = vocabulary;
        this.elsewhere = elsewhere;
        this.idsToPropose = idsToPropose;
        this.problems = problems;
    }

    void check(Collection<Dossier> dossiers) {
        elsewhere.forEach((id, description) -> kinds.put(id, description.kind()));
        refuseTwice(dossiers.stream().map(dossier -> new Reference(dossier.place(), dossier.id())), "dossier");
        dossiers.forEach(this::checkEntities);
        dossiers.forEach(this::checkSources);
        dossiers.forEach(this::checkRelationships);
    }

    private void checkEntities(Dossier dossier) {
        refuseTwice(dossier.entities().stream().map(entity -> new Reference(entity.place(), entity.id())), "entity");
        for (EntityFact entity : dossier.entities()) {
            String other = kinds.putIfAbsent(entity.id(), entity.kind().name());
            if (other != null && !other.equals(entity.kind().name())) {
                String by = elsewhere.containsKey(entity.id())
                        ? " in " + String.join(", ", elsewhere.get(entity.id()).dossiers())
                        : "";
                fault(
                        entity.place(),
                        "\"" + entity.id() + "\" is a " + entity.kind().name() + " here and a " + other + by
                                + "; an entity has one kind");
            }
        }
    }

    private void checkSources(Dossier dossier) {
        refuseTwice(dossier.sources().stream().map(source -> new Reference(source.place(), source.id())), "source");
        if (dossier.properties().get("source") instanceof String id) {
            checkSource(dossier, new Reference(dossier.place(), id));
        }
    }

    private void checkRelationships(Dossier dossier) {
        Set<String> usable =
                new TreeSet<>(dossier.entities().stream().map(EntityFact::id).toList());
        for (Reference reference : dossier.refers()) {
            if (!usable.add(reference.id())) {
                fault(reference.place(), "\"" + reference.id() + "\" is described in this file or stands here twice");
            } else if (!kinds.containsKey(reference.id())) {
                fault(reference.place(), unknown(reference.id()));
            }
        }
        Map<String, Place> seen = new HashMap<>();
        for (RelationshipFact fact : dossier.relationships()) {
            checkEnds(fact, usable);
            checkCitations(dossier, fact);
            Place first = seen.putIfAbsent(fact.type().name() + " " + fact.id(), fact.place());
            if (first != null) {
                fault(
                        fact.place(),
                        "this fact has the same type, ends and start as the one at line " + first.line()
                                + "; give one of them a key to tell them apart");
            }
        }
    }

    private void checkEnds(RelationshipFact fact, Set<String> usable) {
        EntityKind from = kindOf(fact.from(), usable);
        EntityKind to = kindOf(fact.to(), usable);
        fact.others().forEach(other -> kindOf(other, usable));
        if (fact.from().id().equals(fact.to().id())) {
            fault(fact.to().place(), "\"" + fact.to().id() + "\" is joined to itself");
        } else if (from != null && to != null && !joins(fact, from, to)) {
            fault(
                    fact.place(),
                    fact.type().name() + " goes from " + words(fact.type().from()) + " to "
                            + words(fact.type().to())
                            + ", and here from " + fact.from().id() + " (" + from.name() + ") to "
                            + fact.to().id() + " (" + to.name() + ")");
        }
    }

    private static boolean joins(RelationshipFact fact, EntityKind from, EntityKind to) {
        return (fact.type().startsAt(from) && fact.type().endsAt(to))
                || (fact.type().symmetric()
                        && fact.type().startsAt(to)
                        && fact.type().endsAt(from));
    }

    private @Nullable EntityKind kindOf(Reference reference, Set<String> usable) {
        String kind = kinds.get(reference.id());
        if (usable.contains(reference.id())) {
            return kind == null ? null : vocabulary.kinds().get(kind);
        }
        fault(
                reference.place(),
                kind == null
                        ? unknown(reference.id(), usable)
                        : "\"" + reference.id() + "\" is described by another dossier; list it under refers to use it");
        return null;
    }

    private void checkCitations(Dossier dossier, RelationshipFact fact) {
        if (fact.citations().isEmpty() && !dossier.properties().containsKey("source")) {
            fault(
                    fact.place(),
                    "this fact has no source; give it sources: [id], or give the dossier a source that speaks for all");
        }
        fact.citations().forEach(citation -> checkSource(dossier, citation));
    }

    private void checkSource(Dossier dossier, Reference citation) {
        String id = citation.id().replaceFirst("#.*", "");
        List<String> known = dossier.sources().stream().map(SourceFact::id).toList();
        if (!known.contains(id)) {
            fault(
                    citation.place(),
                    "unknown source \"" + id + "\"" + Names.didYouMean(id, known)
                            + (known.isEmpty() ? "; describe it under sources" : ""));
        }
    }

    private String unknown(String id, Set<String> usable) {
        return Names.nearest(id, usable)
                .map(near -> "unknown entity \"" + id + "\"; did you mean \"" + near + "\"?")
                .orElseGet(() -> unknown(id));
    }

    private String unknown(String id) {
        return "unknown entity \"" + id + "\"" + Names.didYouMean(id, idsToPropose.get());
    }

    private void refuseTwice(java.util.stream.Stream<Reference> references, String what) {
        Map<String, List<Reference>> byId = references.collect(
                Collectors.groupingBy(Reference::id, TreeMap::new, Collectors.toCollection(ArrayList::new)));
        byId.values()
                .forEach(same -> same.stream()
                        .skip(1)
                        .forEach(again -> fault(
                                again.place(),
                                "the " + what + " \"" + again.id() + "\" is here twice; it stands at "
                                        + same.get(0).place() + " already")));
    }

    private void fault(Place place, String message) {
        problems.add(new Problem(place, message));
    }

    private static String words(Set<String> kinds) {
        return Names.oneOf(List.copyOf(new TreeSet<>(kinds)));
    }
}
