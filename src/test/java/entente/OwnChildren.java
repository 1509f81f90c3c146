package entente;

import java.nio.file.Path;
import java.util.stream.Stream;

/** Processes that this one has started, of which those of other tests are no business of a test's. */
public final class OwnChildren {
    private OwnChildren() {}

    /** Those with a command line that names something under a directory, such as databases whose store is there. */
    public static Stream<ProcessHandle> under(Path directory) {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(directory.toString()));
    }
}
