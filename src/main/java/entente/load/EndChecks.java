package entente.load;

import entente.load.Dossier.EntityFact;
import entente.load.Dossier.Reference;
import entente.load.Dossier.RelationshipFact;
import entente.load.document.Place;
import entente.model.EntityKind;
import entente.model.Names;
import entente.model.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Checks that a relationship joins entities that are there, and of kinds that its type joins. */
final class EndChecks {
    /** Each is compared with all ids that there are; whoever gets so many wrong does not mistype. */
    private static final int MOST_PROPOSALS = 50;
    /** So many entities that are not taken up are remembered. */
    private static final int MOST_REJECTED = 100_000;

    private final Vocabulary vocabulary;
    private final Map<String, String> kinds;
    private final Supplier<Set<String>> idsToPropose;
    private final List<Problem> problems;
    private final Map<String, Place> rejected = new HashMap<>();
    private @Nullable Set<String> others;
    private int proposals;

    /** @param kinds by id of every entity that the load or the graph describes; filled before the first check */
    EndChecks(
            Vocabulary vocabulary,
            Map<String, String> kinds,
            Supplier<Set<String>> idsToPropose,
            List<Problem> problems) {
        this.vocabulary = vocabulary;
        this.kinds = kinds;
        this.idsToPropose = idsToPropose;
        this.problems = problems;
    }

    /** @param usable the ids that the dossier describes or lists under refers */
    void check(RelationshipFact fact, Set<String> usable) {
        EntityKind from = kindOf(fact.from(), fact.type().from(), usable);
        EntityKind to = kindOf(fact.to(), fact.type().to(), usable);
        fact.others().forEach(other -> kindOf(other, Set.of(), usable));
        if (fact.from().id().equals(fact.to().id())) {
            fault(fact.to(), "\"" + fact.to().id() + "\" is joined to itself");
        } else if (from != null && to != null && !joins(fact, from, to)) {
            problems.add(new Problem(
                    fact.place(),
                    fact.type().name() + " goes from " + words(fact.type().from()) + " to "
                            + words(fact.type().to()) + ", and here from "
                            + fact.from().id() + " (" + from.name()
                            + ") to " + fact.to().id() + " (" + to.name() + ")"));
        }
    }

    /** What describes an entity is not taken up. */
    void reject(EntityFact entity) {
        if (rejected.size() < MOST_REJECTED) {
            rejected.put(entity.id(), entity.place());
        }
    }

    /** {@code unknown actor "kazakstan"; did you mean "kazakhstan"?}, those at hand proposed before others. */
    String unknown(String what, String id, Set<String> usable) {
        Place lost = rejected.get(id);
        if (lost != null) {
            return "the " + what + " \"" + id + "\" is not there, for its row at line " + lost.line() + " of "
                    + lost.file() + " is not taken up";
        }
        proposals++;
        if (proposals > MOST_PROPOSALS) {
            return "unknown " + what + " \"" + id + "\"";
        }
        return "unknown " + what + " \"" + id + "\""
                + Names.nearest(id, usable)
                        .map(near -> "; did you mean \"" + near + "\"?")
                        .orElseGet(() -> Names.didYouMean(id, others()));
    }

    private Set<String> others() {
        if (others == null) {
            others = idsToPropose.get();
        }
        return others;
    }

    /** @param fitting the kinds that fit here, or none where any does */
    private @Nullable EntityKind kindOf(Reference reference, Set<String> fitting, Set<String> usable) {
        String kind = kinds.get(reference.id());
        if (usable.contains(reference.id())) {
            return kind == null ? null : vocabulary.kinds().get(kind);
        }
        fault(
                reference,
                kind == null
                        ? unknown(only(fitting), reference.id(), usable)
                        : "\"" + reference.id() + "\" is described by another dossier; list it under refers to use it");
        return null;
    }

    private static boolean joins(RelationshipFact fact, EntityKind from, EntityKind to) {
        return (fact.type().startsAt(from) && fact.type().endsAt(to))
                || (fact.type().symmetric()
                        && fact.type().startsAt(to)
                        && fact.type().endsAt(from));
    }

    /** What an end must be, where only one thing can stand there. */
    private static String only(Set<String> kinds) {
        return kinds.size() == 1 ? kinds.iterator().next().toLowerCase(Locale.ROOT) : "entity";
    }

    private void fault(Reference reference, String message) {
        problems.add(new Problem(reference.place(), message));
    }

    private static String words(Set<String> kinds) {
        return Names.oneOf(List.copyOf(new TreeSet<>(kinds)));
    }
}
