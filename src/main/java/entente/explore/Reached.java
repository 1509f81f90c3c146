package entente.explore;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The nodes that a walk has come to and how many steps each is away, at about 20 bytes a node. Nodes are known by the
 * database's own ids, which are valid within one transaction only.
 */
final class Reached {
    static final int NOT = -1;

    private static final int FREE = 0;

    private long[] ids = new long[64];
    /** One more than the steps, so that a place that nobody took is free. */
    private byte[] marks = new byte[64];

    private int size;

    /** Notes a node; one that is known already stays as near as it is. Tells whether it is new. */
    boolean add(long id, int steps) {
        int place = place(id);
        if (marks[place] != FREE) {
            return false;
        }
        ids[place] = id;
        marks[place] = (byte) (steps + 1);
        size++;
        if (size * 3L > ids.length * 2L) {
            grow();
        }
        return true;
    }

    /** How many steps a node is away, or {@link #NOT}. */
    int steps(long id) {
        return marks[place(id)] - 1;
    }

    /** The nodes so many steps away, in the order of their ids. */
    long[] at(int steps) {
        return sorted(place -> marks[place] == steps + 1);
    }

    /** The nodes fewer steps away, in the order of their ids. */
    long[] nearerThan(int steps) {
        return sorted(place -> marks[place] != FREE && marks[place] <= steps);
    }

    int size() {
        return size;
    }

    private long[] sorted(IntPredicate wanted) {
        return IntStream.range(0, ids.length)
                .filter(wanted)
                .mapToLong(place -> ids[place])
                .sorted()
                .toArray();
    }

    /** Where the node is, or else the free place that it would take. */
    private int place(long id) {
        int last = ids.length - 1;
        int place = (int) ((id * 0x9E3779B97F4A7C15L) >>> 33) & last;
        while (marks[place] != FREE && ids[place] != id) {
            place = (place + 1) & last;
        }
        return place;
    }

    private void grow() {
        long[] oldIds = ids;
        byte[] oldMarks = marks;
        ids = new long[oldIds.length * 2];
        marks = new byte[ids.length];
        for (int old = 0; old < oldIds.length; old++) {
            if (oldMarks[old] != FREE) {
                int place = place(oldIds[old]);
                ids[place] = oldIds[old];
                marks[place] = oldMarks[old];
            }
        }
    }

    /** Ids as a statement takes them. */
    static List<Long> list(long[] ids) {
        return Arrays.stream(ids).boxed().toList();
    }
}
