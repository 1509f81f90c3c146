package entente.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes the archives of classes from which Entente and its own Neo4j start sooner. */
@Command(
        name = "prepare",
        mixinStandardHelpOptions = true,
        description = {
            "Lets Entente and its own Neo4j start sooner: serves the sample once from a directory of its own, and keeps"
                    + " the classes that were loaded in archives. It takes half a minute. The build does it; do it again"
                    + " where another Java is to run Entente, or it has moved.",
            "The archives lie in 'archives' beside 'bin', or where ENTENTE_ARCHIVES says."
        },
        footerHeading = "%nExample:%n",
        footer = "  ENTENTE_ARCHIVES=DIR entente prepare")
final class PrepareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path archives = Files.createDirectories(Distribution.archives());
        Path made = Files.createTempDirectory(archives, "made");
        try {
            List<Path> files = new TrainingRun(made).run();
            for (Path file : files) {
                Files.move(file, archives.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
            spec.commandLine().getOut().println("Entente starts from the archives in " + archives + " now");
            return ExitCode.DONE;
        } finally {
            delete(made);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
