package entente.graph.bundled;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An archive of the classes that a Java program loads, from which the same Java, with the same class path, starts
 * sooner (<a href="https://openjdk.org/jeps/350">JEP 350</a>, dynamic class-data sharing). Another Java passes over it.
 *
 * @param file where it is or shall be
 * @param recording whether the program makes it, when it ends, and not starts from it
 */
public record ClassArchive(Path file, boolean recording) {

    /** The options for Java to make this archive or to start from it; none where there is no archive yet. */
    public List<String> javaOptions() {
        if (recording) {
            return List.of("-XX:ArchiveClassesAtExit=" + file);
        }
        return Files.isRegularFile(file) ? List.of("-XX:SharedArchiveFile=" + file) : List.of();
    }
}
