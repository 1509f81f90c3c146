package entente.cli;

import java.io.PrintWriter;

/** Says that something long was ended by a signal, and what to do. */
final class EndNotice {
    private final Thread hook;

    private EndNotice(Thread hook) {
        this.hook = hook;
    }

    /** From now on it is said, until {@link #done}. */
    static EndNotice begin(PrintWriter err, String notice) {
        Thread hook = new Thread(
                () -> {
                    err.println("\nentente: " + notice);
                    err.flush();
                },
                "end-notice");
        Runtime.getRuntime().addShutdownHook(hook);
        return new EndNotice(hook);
    }

    /** It came to its end, with or without success, which is told elsewhere. */
    void done() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // then it is being said
        }
    }
}
