package entente.load;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Input that is refused: as a whole, or where it does not fit the graph any more when a part of it has been written.
 */
public final class InvalidInputException extends RuntimeException {
    private final transient List<Problem> problems;
    private final boolean partWritten;

    public InvalidInputException(List<Problem> problems) {
        this(problems, false);
    }

    private InvalidInputException(List<Problem> problems, boolean partWritten) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
        this.partWritten = partWritten;
    }

    /** The same, where a part has been written. */
    InvalidInputException inPart() {
        return new InvalidInputException(problems, true);
    }

    /** Whether a part has been written, which loading it again completes; otherwise nothing was. */
    public boolean isPartWritten() {
        return partWritten;
    }

    /** All that is wrong, in the order of the input. */
    public List<Problem> problems() {
        return problems;
    }
}
