package entente.explore;

import entente.explore.Comparison.Change;
import entente.model.Relationship;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds which relationships that ended were replaced by which that appeared. Two belong together between the same two
 * entities where they are of one type, or both stances, and say something else; of several the one of the same dossier
 * is taken, then the one that follows soonest. What holds on both days counts as well where it tells of the same tie.
 */
final class Changes {
    private static final Set<String> STANCES = Set.of("SUPPORTS", "OPPOSES", "NEUTRAL_ON");
    /** What may differ where the same is said again. */
    private static final Set<String> OF_TIME_ORIGIN_AND_WORDS = Set.of(
            "id",
            "validFrom",
            "validTo",
            "fromPrecision",
            "toPrecision",
            "on",
            "onPrecision",
            "dossier",
            "sources",
            "summary",
            "claim",
            "statedBy");

    private final Map<Subject, List<Relationship>> appeared = new LinkedHashMap<>();
    private final Map<Tie, List<Relationship>> lasting;
    private final List<Change> found = new ArrayList<>();

    /** What a relationship is about: the same for one and for what may replace it. */
    record Subject(String from, String to, String type) {
        static Subject of(Relationship relationship) {
            String type = relationship.type();
            return new Subject(relationship.from(), relationship.to(), STANCES.contains(type) ? "stance" : type);
        }
    }

    Changes(List<Relationship> ended, List<Relationship> appeared, List<Relationship> lasting) {
        this.lasting = lasting.stream().collect(Collectors.groupingBy(Tie::of));
        appeared.forEach(relationship -> this.appeared
                .computeIfAbsent(Subject.of(relationship), subject -> new ArrayList<>())
                .add(relationship));
        ended.forEach(this::replace);
    }

    List<Change> found() {
        return found;
    }

    /** Those that take part in no change. */
    List<Relationship> without(List<Relationship> relationships) {
        Set<Relationship> taking = new LinkedHashSet<>();
        found.forEach(change -> taking.addAll(List.of(change.before(), change.after())));
        return relationships.stream()
                .filter(relationship -> !taking.contains(relationship))
                .toList();
    }

    private void replace(Relationship before) {
        List<Relationship> candidates = appeared.getOrDefault(Subject.of(before), new ArrayList<>());
        Stream.concat(candidates.stream(), lasting.getOrDefault(Tie.of(before), List.of()).stream())
                .map(after -> new Change(before, after, what(before, after)))
                .filter(change -> !change.what().isEmpty())
                .min(Comparator.comparing(Changes::isOfAnotherDossier)
                        .thenComparing(Changes::daysBetween)
                        .thenComparing(change -> change.after().id()))
                .ifPresent(change -> {
                    found.add(change);
                    candidates.remove(change.after());
                });
    }

    private static boolean isOfAnotherDossier(Change change) {
        return !isOfOneDossier(change.before(), change.after());
    }

    private static boolean isOfOneDossier(Relationship one, Relationship other) {
        return Objects.equals(
                one.properties().get("dossier"), other.properties().get("dossier"));
    }

    private static long daysBetween(Change change) {
        return change.before().properties().get("validTo") instanceof LocalDate end
                        && change.after().properties().get("validFrom") instanceof LocalDate start
                ? Math.abs(ChronoUnit.DAYS.between(end, start))
                : Long.MAX_VALUE;
    }

    /** Whether a dossier tells something else of a subject than before. */
    static boolean isTurn(Relationship before, Relationship after) {
        return isOfOneDossier(before, after) && !what(before, after).isEmpty();
    }

    /** What two differ in; nothing where the same is said again. */
    static List<String> what(Relationship before, Relationship after) {
        Set<String> names = new TreeSet<>(before.properties().keySet());
        names.addAll(after.properties().keySet());
        Stream<String> differing = names.stream()
                .filter(name -> !OF_TIME_ORIGIN_AND_WORDS.contains(name))
                .filter(name -> !Objects.equals(
                        before.properties().get(name), after.properties().get(name)));
        Stream<String> type = before.type().equals(after.type()) ? Stream.empty() : Stream.of("type");
        return Stream.concat(type, differing).toList();
    }
}
