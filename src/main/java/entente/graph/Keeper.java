package entente.graph;

/** Whoever runs the database that a graph reaches, where that is not somebody else's concern. */
@FunctionalInterface
public interface Keeper {
    /** For a database that others run. */
    Keeper NOBODY = () -> {};

    /** A database does not tell of its commits, and has to be asked. */
    long NOT_TOLD = 0;

    /**
     * Starts a database again that has not ended a read within twice its time-out (and ten seconds more than it, where
     * that is short): it will then not end it at all. Called from a thread of the graph's.
     */
    void restart();

    /** Whether a restart here is one, and whatever keeps the database busy therefore has to be noticed here. */
    default boolean holds() {
        return false;
    }

    /**
     * A number that is never less than the id of any transaction of which somebody has been told that it is committed,
     * or {@link #NOT_TOLD}, also where no database runs. It is known without asking the database.
     */
    default long lastCommit() {
        return NOT_TOLD;
    }

    /** How often the database was started again, for whatever reason. */
    default int restarts() {
        return 0;
    }
}
