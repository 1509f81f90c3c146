package entente.graph;

/** Whoever runs the database that a graph reaches, where that is not somebody else's concern. */
@FunctionalInterface
public interface Keeper {
    /** For a database that others run. */
    Keeper NOBODY = () -> {};

    /**
     * Starts a database again that has not ended a read within twice its time-out (and ten seconds more than it, where
     * that is short): it will then not end it at all. Called from a thread of the graph's.
     */
    void restart();

    /** Whether a restart here is one, and whatever keeps the database busy therefore has to be noticed here. */
    default boolean holds() {
        return false;
    }

    /** How often the database was started again, for whatever reason. */
    default int restarts() {
        return 0;
    }
}
