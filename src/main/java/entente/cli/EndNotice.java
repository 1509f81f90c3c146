package entente.cli;

import java.io.PrintWriter;

/** Says that something long was ended by a signal, and what to do. */
final class EndNotice {
    private final Thread said;

    private EndNotice(Thread said) {
        this.said = said;
    }

    /** From now on it is said, until {@link #done}. */
    static EndNotice begin(PrintWriter err, String notice) {
        Thread said = new Thread(
                () -> {
                    err.println("\nentente: " + notice);
                    err.flush();
                },
                "end-notice");
        Runtime.getRuntime().addShutdownHook(said);
        return new EndNotice(said);
    }

    /** It came to its end, with or without success, which is told elsewhere. */
    void done() {
        try {
            Runtime.getRuntime().removeShutdownHook(said);
        } catch (IllegalStateException ending) {
            // then it is being said
        }
    }
}
