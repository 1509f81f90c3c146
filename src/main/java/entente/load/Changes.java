package entente.load;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a load changed among one sort of thing.
 *
 * @param created ids that were not there before
 * @param changed ids whose content is another now
 * @param removed ids that the dossier asserts no longer
 * @param unchanged how many stayed as they were
 * @param unlisted what was counted beside these, where the ids are too many to hold
 */
public record Changes(List<String> created, List<String> changed, List<String> removed, int unchanged, Tally unlisted) {
    static final Changes NONE = new Changes(List.of(), List.of(), List.of(), 0);

    Changes(List<String> created, List<String> changed, List<String> removed, int unchanged) {
        this(created, changed, removed, unchanged, Tally.NONE);
    }

    static Changes counted(Tally tally) {
        return new Changes(List.of(), List.of(), List.of(), 0, tally);
    }

    /** The changes of several sections as one. */
    static Changes united(List<Changes> parts) {
        return new Changes(
                parts.stream().flatMap(part -> part.created.stream()).toList(),
                parts.stream().flatMap(part -> part.changed.stream()).toList(),
                parts.stream().flatMap(part -> part.removed.stream()).toList(),
                parts.stream().mapToInt(Changes::unchanged).sum());
    }

    Set<String> createdOrChanged() {
        Set<String> ids = new TreeSet<>(created);
        ids.addAll(changed);
        return ids;
    }

    /** How many there are of each. */
    public Tally tally() {
        return unlisted.plus(new Tally(created.size(), changed.size(), removed.size(), unchanged));
    }

    /** Tells whether nothing was created, changed or removed. */
    public boolean isEmpty() {
        Tally tally = tally();
        return tally.created() + tally.changed() + tally.removed() == 0;
    }
}
