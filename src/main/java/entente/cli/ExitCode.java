package entente.cli;

/** What the program's end tells a script. */
final class ExitCode {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int INVALID_INPUT = 3;
    static final int DATABASE_AWAY = 4;

    private ExitCode() {}
}
