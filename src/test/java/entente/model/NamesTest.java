package entente.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void proposesTheWordWithOneLetterWrongMissingTooManyOrExchanged() {
        List<String> known = List.of("name", "summary");

        assertThat(List.of("nume", "nme", "namee", "nmae"))
                .allSatisfy(word -> assertThat(Names.nearest(word, known)).hasValue("name"));
        assertThat(Names.nearest("anew", known)).isEmpty();
    }

    @Test
    void comparesNamesWithoutCaseAccentsSpacingAndArticle() {
        assertThat(Names.fold("The  Côte d’Ivoire")).isEqualTo("cote d ivoire");
    }
}
