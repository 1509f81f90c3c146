package entente.graph;

import entente.model.EntityKind;
import entente.model.Names;
import entente.model.RelationshipType;
import entente.model.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.neo4j.driver.summary.GqlNotification;
import org.neo4j.driver.summary.ResultSummary;

/**
 * A name in a statement that nothing in the graph bears: nobody has loaded such a thing yet, or it is misspelt.
 *
 * @param sort what it names
 * @param line from 1
 */
public record UnknownName(Sort sort, String name, int line) {
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    /** What entities and relationships carry in the graph, whatever their kind or type. */
    private static final Set<String> PROPERTIES = Set.of(
            "id",
            "name",
            "aliases",
            "summary",
            "validFrom",
            "validTo",
            "fromPrecision",
            "toPrecision",
            "on",
            "onPrecision",
            "confidence",
            "basis",
            "sources",
            "dossier",
            "claim",
            "statedBy",
            "kind",
            "base",
            "key");

    /** What a name can stand for, by the GQL status with which the database remarks on it. */
    public enum Sort {
        LABEL("01N50", "label"),
        TYPE("01N51", "type"),
        PROPERTY("01N52", "property");

        private final String status;
        private final String word;

        Sort(String status, String word) {
            this.status = status;
            this.word = word;
        }
    }

    static List<UnknownName> of(ResultSummary summary) {
        return summary.gqlStatusObjects().stream()
                .filter(GqlNotification.class::isInstance)
                .map(GqlNotification.class::cast)
                .flatMap(remark -> Stream.of(Sort.values())
                        .filter(sort -> sort.status.equals(remark.gqlStatus()))
                        .flatMap(sort -> of(sort, remark)))
                .toList();
    }

    private static Stream<UnknownName> of(Sort sort, GqlNotification remark) {
        Matcher name = NAME.matcher(remark.statusDescription());
        int line = remark.position().map(position -> position.line()).orElse(1);
        return name.find() ? Stream.of(new UnknownName(sort, name.group(1), line)) : Stream.empty();
    }

    /** What is wrong with it, where the vocabulary does not know it either. */
    public Optional<String> misspelt(Vocabulary vocabulary) {
        Set<String> known = known(vocabulary);
        return known.contains(name)
                ? Optional.empty()
                : Optional.of("neither the graph nor the vocabulary has the " + sort.word + " \"" + name + "\""
                        + Names.didYouMean(name, known));
    }

    private Set<String> known(Vocabulary vocabulary) {
        Set<String> known = new TreeSet<>();
        switch (sort) {
            case LABEL -> {
                known.addAll(vocabulary.kinds().keySet());
                known.addAll(ReservedWords.KINDS);
            }
            case TYPE -> {
                known.addAll(vocabulary.types().keySet());
                known.addAll(ReservedWords.TYPES);
            }
            case PROPERTY -> {
                known.addAll(PROPERTIES);
                Stream.concat(
                                vocabulary.kinds().values().stream().map(EntityKind::properties),
                                vocabulary.types().values().stream().map(RelationshipType::properties))
                        .map(Map::keySet)
                        .forEach(names ->
                                names.forEach(property -> known.addAll(List.of(property, property + "Precision"))));
            }
        }
        return known;
    }
}
