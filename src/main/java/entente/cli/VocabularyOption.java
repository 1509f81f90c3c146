package entente.cli;

import entente.graph.VocabularyFile;
import entente.model.Vocabulary;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which kinds and types there are, for every command that has to know. */
final class VocabularyOption {
    @Option(
            names = "--vocabulary",
            paramLabel = "FILE",
            description = "A file of further kinds and types; 'entente new vocabulary' writes one.",
            defaultValue = "${env:ENTENTE_VOCABULARY}")
    private @Nullable Path file;

    Vocabulary vocabulary() {
        return file == null ? VocabularyFile.bundled() : VocabularyFile.extendedBy(file);
    }
}
