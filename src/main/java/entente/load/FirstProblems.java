package entente.load;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/** Problems up to a number that anybody reads. The next one ends the reading by {@link Enough}. */
final class FirstProblems extends AbstractList<Problem> {
    private static final int MOST = 1_000;

    private final List<Problem> kept = new ArrayList<>();

    /** There are more problems than are told. */
    static final class Enough extends RuntimeException {
        Enough() {
            super("more than " + MOST + " problems", null, false, false);
        }
    }

    /** The problems, and that there are more of them. */
    static List<Problem> andMore(List<Problem> problems) {
        List<Problem> all = new ArrayList<>(problems);
        all.add(new Problem(null, "these are the first " + MOST + " problems, and there are more"));
        return all;
    }

    @Override
    public void add(int index, Problem problem) {
        if (kept.size() == MOST) {
            throw new Enough();
        }
        kept.add(index, problem);
    }

    @Override
    public Problem get(int index) {
        return kept.get(index);
    }

    @Override
    public int size() {
        return kept.size();
    }
}
