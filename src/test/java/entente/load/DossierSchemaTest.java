package entente.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import entente.graph.VocabularyFile;
import entente.model.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema says what the reader takes. */
class DossierSchemaTest {
    @ParameterizedTest
    @ValueSource(strings = {"states", "osh-base-2009"})
    void takesTheBundledDossiers(String id) throws IOException {
        String dossier = new String(DossierFile.bundled(id).content(), StandardCharsets.UTF_8);

        assertThat(schema().validate(dossier, InputFormat.YAML)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title: without an id",
                "{dossier: a, titel: x}",
                "{dossier: a, actors: [{id: b, kind: Base}]}",
                "{dossier: a, stances: [{actor: b, supports: c, opposes: d}]}",
                "{dossier: a, stances: [{actor: b, neutralOn: c}]}",
                "{dossier: a, signatures: [{actor: b, agreement: c, on: soon}]}",
                "{dossier: a, borders: [[b]]}",
                "{dossier: a, relationships: [{type: LIKES, from: b, to: c}]}"
            })
    void refusesWhatTheReaderRefuses(String dossier) throws IOException {
        assertThat(schema().validate(dossier, InputFormat.YAML)).isNotEmpty();
    }

    @Test
    void knowsEveryKindAndTypeOfTheVocabulary() throws IOException {
        Vocabulary vocabulary = VocabularyFile.bundled();
        String text = text();

        assertThat(vocabulary.kinds().keySet())
                .allSatisfy(kind -> assertThat(text).contains("\"kind-" + kind + "\""));
        assertThat(vocabulary.types().keySet())
                .allSatisfy(type -> assertThat(text).contains("\"type-" + type + "\""));
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text());
    }

    private static String text() throws IOException {
        try (InputStream schema =
                Objects.requireNonNull(DossierSchemaTest.class.getResourceAsStream("/schema/dossier.schema.json"))) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
