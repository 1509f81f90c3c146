package entente.cli;

import entente.load.Problem;
import entente.load.mapping.MappingDraft;
import entente.load.table.TableFile;
import entente.model.ShownText;
import entente.model.Slug;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a file to begin with. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description =
                "Writes a dossier, a mapping, a saved query or a vocabulary to begin with, in the current directory.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  entente new dossier my-topic",
            "  entente new mapping votes.csv.gz            drafted from the header and the first rows",
            "  entente new mapping --charset windows-1252 old.csv",
            "  entente new query who-trades-with",
            "  entente new vocabulary trade"
        })
final class NewCommand implements Callable<Integer> {
    /** What can be begun, with the ending of its file and what to do with it. */
    enum Sort {
        dossier(".yaml", "fill it in, then: entente load FILE"),
        mapping(
                ".yaml",
                "fill in its source and look at what was guessed, then: entente check FILE --table TABLE --preview 5"),
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

    @Parameters(
            index = "1",
            paramLabel = "NAME",
            description = "Its id: lower-case letters, digits and hyphens; or for a mapping, its table.")
    private String name;

    @Option(
            names = "--charset",
            paramLabel = "NAME",
            description = "How the table of a mapping is written, such as windows-1252; by default UTF-8.")
    private @Nullable Charset charset;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (charset != null && sort != Sort.mapping) {
            throw new UsageException("--charset goes with a mapping, whose table it is about");
        }
        String id = sort == Sort.mapping ? MappingDraft.nameFor(name) : name;
        if (!Slug.isSlug(id)) {
            throw new UsageException("\"" + name
                    + "\" cannot be a name here; names are lower-case letters and digits with hyphens between");
        }
        Path file = Path.of(id + sort.ending);
        String content = sort == Sort.mapping ? mapping(id) : template().replace("my-name", id);
        try {
            Files.writeString(file, content, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException exists) {
            throw new IOException(file + ": is here already, and is left as it is", exists);
        }
        String next = sort.next.replace("FILE", file.toString()).replace("TABLE", id + "=" + inShell(name));
        spec.commandLine().getOut().println(new Problem(null, file + ": written; " + next));
        return ExitCode.DONE;
    }

    /** The template goes on with what the table lets one guess. */
    private String mapping(String id) throws IOException {
        if (name.equals(TableFile.STANDARD_INPUT)) {
            throw new UsageException("a mapping is drafted from a file, whose name it gets");
        }
        try (TableFile table = TableFile.open(name)) {
            Map<String, String> names = Map.of("my-name", id, "my-file", inShell(name));
            return Pattern.compile(String.join("|", names.keySet()))
                            .matcher(template())
                            .replaceAll(found -> Matcher.quoteReplacement(names.getOrDefault(found.group(), "")))
                    + MappingDraft.of(id, table, charset);
        }
    }

    /** A name as it is typed, in quotes where it holds what a shell would take for something else. */
    private static String inShell(String file) {
        String shown = ShownText.line(file);
        return shown.matches("[\\p{L}\\p{N}._/=+-]+") ? shown : "'" + shown.replace("'", "'\\''") + "'";
    }

    private String template() throws IOException {
        try (InputStream template =
                Objects.requireNonNull(NewCommand.class.getResourceAsStream("/templates/" + sort + sort.ending))) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
