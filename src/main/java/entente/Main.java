package entente;

import entente.cli.EntenteCommand;

/** Hands the arguments to the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(EntenteCommand.run(arguments));
    }
}
