package entente;

import entente.cli.EntenteCommand;
import java.util.Locale;

/** Hands the arguments to the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // What is written is English, and what is kept is the same everywhere: numbers too
        Locale.setDefault(Locale.ROOT);
        System.exit(EntenteCommand.run(arguments));
    }
}
