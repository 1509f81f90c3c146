package entente.load.document;

import entente.model.Names;
import entente.model.ShownText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a file may be called that is not there. */
public final class FilesNearby {
    /** In a directory with more files, a name is looked for among so many. */
    private static final int MOST = 10_000;

    private FilesNearby() {}

    /** {@code x.yaml: no such file; did you mean "y.yaml"?}. */
    public static String noSuchFile(Path missing) {
        return missing + ": no such file" + didYouMean(missing, List.of());
    }

    /**
     * A hint where a file of its directory has a name that is near, or nothing.
     *
     * @param others names that may have been meant as well
     */
    public static String didYouMean(Path missing, Collection<String> others) {
        List<String> names = new ArrayList<>(others);
        Path directory = Optional.ofNullable(missing.getParent()).orElse(Path.of(""));
        try (Stream<Path> files = Files.list(directory)) {
            files.limit(MOST)
                    .map(file -> Optional.ofNullable(file.getFileName()).orElse(file))
                    .map(Path::toString)
                    .filter(ShownText::isLine)
                    .forEach(names::add);
        } catch (IOException | UncheckedIOException unreadable) {
            names.retainAll(others);
        }
        String name = String.valueOf(missing.getFileName());
        names.remove(name); // such as a link that leads nowhere
        return Names.nearest(name, names)
                .map(near ->
                        "; did you mean \"" + (others.contains(near) ? near : missing.resolveSibling(near)) + "\"?")
                .orElse("");
    }
}
