package entente.cli;

import entente.model.Slug;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a file to begin with. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = "Writes a dossier, a saved query or a vocabulary to begin with, in the current directory.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  entente new dossier my-topic",
            "  entente new query who-trades-with",
            "  entente new vocabulary trade"
        })
final class NewCommand implements Callable<Integer> {
    /** What can be begun, with the ending of its file and what to do with it. */
    enum Sort {
        dossier(".yaml", "fill it in, then: entente load FILE"),
        query(
                ".cypher",
                "fill it in, then: entente check FILE, and put it into "
                        + Distribution.queries().resolve("TOPIC")
                        + ", or into queries/TOPIC of a copy of your own that ENTENTE_CYPHER names"),
        vocabulary(".yaml", "fill it in, then name it: entente load --vocabulary FILE my-topic.yaml");

        private final String ending;
        private final String next;

        Sort(String ending, String next) {
            this.ending = ending;
            this.next = next;
        }
    }

    @Parameters(index = "0", description = "${COMPLETION-CANDIDATES}")
    private Sort sort;

    @Parameters(index = "1", paramLabel = "NAME", description = "Its id: lower-case letters, digits and hyphens.")
    private String name;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!Slug.isSlug(name)) {
            throw new UsageException("\"" + name
                    + "\" cannot be a name here; names are lower-case letters and digits with hyphens between");
        }
        Path file = Path.of(name + sort.ending);
        try {
            Files.writeString(file, template().replace("my-name", name), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException exists) {
            throw new IOException(file + ": is here already, and is left as it is", exists);
        }
        spec.commandLine().getOut().println(file + ": written; " + sort.next.replace("FILE", name + sort.ending));
        return ExitCode.DONE;
    }

    private String template() throws IOException {
        try (InputStream template =
                Objects.requireNonNull(NewCommand.class.getResourceAsStream("/templates/" + sort + sort.ending))) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
