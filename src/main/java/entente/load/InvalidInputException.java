package entente.load;

import java.util.List;
import java.util.stream.Collectors;

/** Input that is refused as a whole; nothing of it was written. */
public final class InvalidInputException extends RuntimeException {
    private final transient List<Problem> problems;

    public InvalidInputException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong, in the order of the input. */
    public List<Problem> problems() {
        return problems;
    }
}
