package entente.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.model.PropertyType;
import entente.model.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyFileTest {
    private static final String ADDED = """
            kinds:
              Pipeline: {description: What gas flows through, properties: {length: number, state: [built, planned]}}
            relationships:
              CROSSES: {description: runs through, from: [Pipeline], to: [State], properties: {openedOn: date}}
            """;

    @TempDir
    private Path directory;

    @Test
    void addsToTheBundledVocabulary() throws IOException {
        Vocabulary vocabulary = VocabularyFile.extendedBy(write(ADDED));

        assertThat(vocabulary.kinds().keySet())
                .containsAll(VocabularyFile.bundled().kinds().keySet());
        assertThat(vocabulary.kind("Pipeline").properties())
                .containsEntry("length", new PropertyType.Numeric())
                .containsEntry("state", new PropertyType.Word(List.of("built", "planned")));
        assertThat(vocabulary.type("CROSSES").startsAt(vocabulary.kind("Pipeline")))
                .isTrue();
        assertThat(vocabulary.type("CROSSES").startsAt(vocabulary.kind("State")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "name",
                "aliases",
                "summary",
                "kind",
                "dossier",
                "validFrom",
                "validTo",
                "sources",
                "on",
                "since",
                "lengthPrecision"
            })
    void refusesAPropertyThatEverythingHas(String property) throws IOException {
        Path file = write(ADDED.replace("length", property));

        assertThatThrownBy(() -> VocabularyFile.extendedBy(file))
                .hasMessageStartingWith(file + ": Pipeline." + property)
                .hasMessageContaining("take another name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pipeline: | Pipe line: | must match",
                "Pipeline: | State: | \"State\" is taken",
                "Pipeline: | Actor: | \"Actor\" is taken",
                "CROSSES: | LISTS: | \"LISTS\" is taken",
                "length: number | length: metres | Pipeline.length must be text, texts, number, date or a list of words",
                "length: | 'le`ngth': | must match",
                "from: [Pipeline] | from: [Pipelin] | CROSSES must go from known kinds to known kinds",
                "from: [Pipeline] | from: Pipeline | CROSSES.from must be a list",
                "description: runs through, | '' | CROSSES has no description",
                "from: [Pipeline] | from: [Pipeline], sign: 2 | CROSSES.sign must be 1 or -1",
                "from: [Pipeline] | from: [Pipeline], instant: often | CROSSES.instant must be true or false",
                "from: [Pipeline] | from: [Pipeline], required: [depth] | CROSSES requires a property",
                "from: [Pipeline] | from: [Pipeline], colour: red | unknown key \"colour\" in CROSSES",
                "relationships: | relations: | unknown key \"relations\" in the file",
                "kinds: | kinds: [ | expected"
            })
    void tellsWhatIsWrongAndInWhichFile(String right, String wrong, String message) throws IOException {
        Path file = write(ADDED.replace(right, wrong));

        assertThatThrownBy(() -> VocabularyFile.extendedBy(file))
                .isInstanceOf(InvalidVocabularyException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(message);
    }

    @Test
    void namesAFileThatCannotBeRead() throws IOException {
        Path latin = directory.resolve("latin.yaml");
        Files.write(latin, "kinds: é".getBytes(StandardCharsets.ISO_8859_1));
        Path missing = directory.resolve("missing.yaml");
        Path empty = write("");

        assertThatThrownBy(() -> VocabularyFile.extendedBy(latin)).hasMessage(latin + ": cannot be read as UTF-8 text");
        assertThatThrownBy(() -> VocabularyFile.extendedBy(missing)).hasMessage(missing + ": no such file");
        assertThatThrownBy(() -> VocabularyFile.extendedBy(empty)).hasMessage(empty + ": the file must be a mapping");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("vocabulary.yaml"), text);
    }
}
