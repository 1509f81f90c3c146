package entente.load;

import static org.assertj.core.api.Assertions.assertThat;

import entente.graph.VocabularyFile;
import entente.load.Dossier.Reference;
import entente.load.Dossier.RelationshipFact;
import entente.load.SaidOfEnds.Said;
import entente.load.document.Place;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SaidOfEndsTest {
    private static final Place PLACE = new Place("votes.csv", 2, 1);

    private final FactRows rows = new FactRows(
            new Dossier("votes", PLACE, false, Map.of("source", "un"), List.of(), List.of(), List.of(), List.of()));
    private final ContentHash hashes = new ContentHash();
    private final SaidOfEnds said = new SaidOfEnds(rows, hashes);

    @Test
    void hashesAFactAsItsRowIsHashed() {
        for (RelationshipFact fact : List.of(fact("france", List.of()), fact("żó", List.of("un#1", "un#2")))) {
            Said of = said.of(fact);
            assertThat(hashes.briefly(fact.id(), fact.from().id(), fact.to().id(), of.encoded()))
                    .isEqualTo(ContentHash.brief(rows.of(fact)));
        }
    }

    @Test
    void isTheSameForFactsThatAreMadeOfEachOther() {
        RelationshipFact first = fact("france", List.of("un#1"));
        RelationshipFact second = first.between(
                new Place("votes.csv", 3, 1), new Reference(PLACE, "chile"), new Reference(PLACE, "plan"));
        assertThat(second.id()).isEqualTo("votes/SUPPORTS/chile/plan@2009-07-01");
        assertThat(second.citations().get(0).place().line()).isEqualTo(3);
        assertThat(said.of(second)).isSameAs(said.of(first));
        assertThat(said.of(fact("chile", List.of("un#2")))).isNotEqualTo(said.of(first));
    }

    private static RelationshipFact fact(String from, List<String> citations) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("validFrom", LocalDate.of(2009, 7, 1));
        properties.put("summary", "“was für”");
        properties.put("a", List.of("x"));
        return new RelationshipFact(
                PLACE,
                "votes/SUPPORTS/" + from + "/plan@2009-07-01",
                VocabularyFile.bundled().type("SUPPORTS"),
                new Reference(PLACE, from),
                new Reference(PLACE, "plan"),
                List.of(),
                citations.stream().map(id -> new Reference(PLACE, id)).toList(),
                properties);
    }
}
