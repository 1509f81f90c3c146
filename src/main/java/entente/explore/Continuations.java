package entente.explore;

import entente.explore.Changes.Subject;
import entente.explore.Comparison.Continuation;
import entente.model.Relationship;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the ties that hold on every day between two, although what tells of them begins or ends: where a treaty's next
 * phase follows on the one before, or another dossier begins to tell of a border. Whatever ended has to be told on the
 * second day in the same way, and its own dossier has to tell nothing else in its place.
 */
final class Continuations {
    private final LocalDate from;
    private final LocalDate to;
    private final List<Continuation> found = new ArrayList<>();
    private final Set<Relationship> taking = new LinkedHashSet<>();

    /**
     * Takes what is told.
     *
     * @param changing what begins or ends between the days
     * @param lasting what holds from the first day to the second, between the same entities
     */
    Continuations(LocalDate from, LocalDate to, List<Relationship> changing, List<Relationship> lasting) {
        this.from = from;
        this.to = to;
        Map<Tie, List<Relationship>> ties = new LinkedHashMap<>();
        changing.forEach(one ->
                ties.computeIfAbsent(Tie.of(one), tie -> new ArrayList<>()).add(one));
        lasting.forEach(one -> ties.getOrDefault(Tie.of(one), new ArrayList<>()).add(one));
        Map<Subject, List<Relationship>> appearing =
                changing.stream().filter(this::appears).collect(Collectors.groupingBy(Subject::of));
        ties.values().stream()
                .filter(told -> Tie.holds(told, from, to))
                .filter(told -> told.stream().filter(this::ends).allMatch(one -> goesOn(one, told, appearing)))
                .forEach(told -> {
                    taking.addAll(told);
                    found.add(
                            new Continuation(told.stream().sorted(Tie.BY_START).toList()));
                });
    }

    List<Continuation> found() {
        return found;
    }

    /** Those that are told of no tie that goes on. */
    List<Relationship> without(List<Relationship> relationships) {
        return relationships.stream().filter(one -> !taking.contains(one)).toList();
    }

    private boolean goesOn(Relationship ended, List<Relationship> told, Map<Subject, List<Relationship>> appearing) {
        return told.stream()
                        .filter(one -> Tie.holds(one, to))
                        .anyMatch(one -> Changes.what(ended, one).isEmpty())
                && appearing.getOrDefault(Subject.of(ended), List.of()).stream()
                        .noneMatch(one -> !told.contains(one) && Changes.isTurn(ended, one));
    }

    private boolean appears(Relationship one) {
        return !Tie.holds(one, from) && Tie.holds(one, to);
    }

    private boolean ends(Relationship one) {
        return Tie.holds(one, from) && !Tie.holds(one, to);
    }
}
