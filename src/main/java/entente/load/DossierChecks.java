package entente.load;

import entente.load.Dossier.EntityFact;
import entente.load.Dossier.Reference;
import entente.load.Dossier.RelationshipFact;
import entente.load.KnownEntities.Description;
import entente.load.document.Place;
import entente.model.Vocabulary;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Checks that the facts of the dossiers of one load hold together, with each other and with the graph. */
final class DossierChecks {
    private final Map<String, Description> elsewhere = new HashMap<>();
    private final List<Problem> problems;
    private final EndChecks ends;

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
        this.problems = problems;
        this.ends = new EndChecks(vocabulary, kinds, idsToPropose, problems);
        know(elsewhere);
    }

    /** Gets to know what dossiers that are not part of the load describe. */
    void know(Map<String, Description> described) {
        elsewhere.putAll(described);
        described.forEach((id, description) -> kinds.put(id, description.kind()));
    }

    /** The ids of all entities of which the load or the graph is known to say something. */
    Set<String> known() {
        return kinds.keySet();
    }

    void check(Collection<Dossier> dossiers) {
        dossiers.forEach(this::checkEntities);
        dossiers.forEach(this::checkRelationships);
    }

    /** Notes each reference whose id stands in the file, or in the files, a second time. */
    static void refuseTwice(Stream<Reference> references, String what, List<Problem> problems) {
        Map<String, Place> first = new HashMap<>();
        references.forEach(reference -> {
            Place before = first.putIfAbsent(reference.id(), reference.place());
            if (before != null) {
                problems.add(new Problem(
                        reference.place(),
                        "the " + what + " \"" + reference.id() + "\" is here twice; it stands at " + before
                                + " already"));
            }
        });
    }

    private void checkEntities(Dossier dossier) {
        refuseTwice(
                dossier.sources().stream().map(source -> new Reference(source.place(), source.id())),
                "source",
                problems);
        refuseTwice(
                dossier.entities().stream().map(entity -> new Reference(entity.place(), entity.id())),
                "entity",
                problems);
        dossier.entities().forEach(this::checkKind);
    }

    /** Returns whether the load or the graph says something of the entity for the first time. */
    boolean checkKind(EntityFact entity) {
        String here = entity.kind().name();
        String other = kinds.putIfAbsent(entity.id(), here);
        if (other != null && !other.equals(here)) {
            Description description = elsewhere.get(entity.id());
            String by = description == null ? "" : " in " + String.join(", ", description.dossiers());
            fault(
                    entity.place(),
                    "\"" + entity.id() + "\" is a " + here + " here and a " + other + by + "; an entity has one kind");
        }
        return other == null;
    }

    /** Takes back what {@link #checkKind} has got to know of an entity. */
    void forget(String id) {
        kinds.remove(id);
    }

    /** The row that describes an entity is not taken up. */
    void reject(EntityFact entity) {
        ends.reject(entity);
    }

    private void checkRelationships(Dossier dossier) {
        checkRefers(dossier);
        Set<String> usable = usable(dossier);
        Map<String, Place> seen = new HashMap<>();
        CitationChecks citations = new CitationChecks(dossier, problems);
        for (RelationshipFact fact : dossier.relationships()) {
            check(fact, usable, citations);
            Place first = seen.putIfAbsent(fact.type().name() + " " + fact.id(), fact.place());
            if (first != null) {
                fault(fact.place(), same(fact, first));
            }
        }
    }

    /** The ids of the entities that the facts of a dossier may use. */
    Set<String> usable(Dossier dossier) {
        Set<String> usable = new HashSet<>();
        dossier.entities().forEach(entity -> usable.add(entity.id()));
        dossier.refers().forEach(reference -> usable.add(reference.id()));
        return usable;
    }

    private void checkRefers(Dossier dossier) {
        Set<String> usable = new HashSet<>();
        dossier.entities().forEach(entity -> usable.add(entity.id()));
        for (Reference reference : dossier.refers()) {
            if (!usable.add(reference.id())) {
                fault(reference.place(), "\"" + reference.id() + "\" is described in this file or stands here twice");
            } else if (!kinds.containsKey(reference.id())) {
                fault(reference.place(), ends.unknown("entity", reference.id(), kinds.keySet()));
            }
        }
    }

    /** @param usable the ids that the fact may name */
    void check(RelationshipFact fact, Set<String> usable, CitationChecks citations) {
        ends.check(fact, usable);
        citations.check(fact);
    }

    private static String same(RelationshipFact fact, Place first) {
        return fact.hasGivenId()
                ? "the id \"" + fact.id() + "\" belongs to the fact at line " + first.line() + " already"
                : "this fact has the same type, ends and start as the one at line " + first.line()
                        + "; give one of them a key to tell them apart";
    }

    private void fault(Place place, String message) {
        problems.add(new Problem(place, message));
    }
}
