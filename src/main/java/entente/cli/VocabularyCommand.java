package entente.cli;

import entente.model.EntityKind;
import entente.model.PropertyType;
import entente.model.RelationshipType;
import entente.model.Table;
import entente.model.Vocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists what a dossier may say. */
@Command(
        name = "vocabulary",
        mixinStandardHelpOptions = true,
        description = "Lists the kinds of entity and the types of relationship that a dossier may use.",
        footerHeading = "%nExamples:%n",
        footer = {"  entente vocabulary", "  entente vocabulary --vocabulary my-own.yaml --format csv"})
final class VocabularyCommand implements Callable<Integer> {
    @Mixin
    private VocabularyOption option;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() throws IOException {
        Vocabulary vocabulary = option.vocabulary();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        vocabulary.kinds().values().forEach(kind -> rows.add(row(kind)));
        vocabulary.types().values().forEach(type -> rows.add(row(type)));
        output.write(new Table(List.of("name", "meaning", "from", "to", "properties"), rows, false));
        return ExitCode.DONE;
    }

    private static List<@Nullable Object> row(EntityKind kind) {
        List<@Nullable Object> row = new ArrayList<>(List.of(kind.name(), kind.description()));
        row.add(null);
        row.add(null);
        row.add(properties(kind.properties(), Set.of()));
        return row;
    }

    private static List<@Nullable Object> row(RelationshipType type) {
        return List.of(
                type.name(),
                type.description(),
                List.copyOf(type.from()),
                List.copyOf(type.to()),
                properties(type.properties(), type.required()));
    }

    private static List<String> properties(Map<String, PropertyType> properties, Set<String> required) {
        return properties.entrySet().stream()
                .map(property -> property.getKey() + ": " + word(property.getValue())
                        + (required.contains(property.getKey()) ? ", required" : ""))
                .toList();
    }

    private static String word(PropertyType type) {
        if (type instanceof PropertyType.Word word) {
            return String.join(", ", word.words());
        }
        return type instanceof PropertyType.Texts
                ? "texts"
                : type instanceof PropertyType.Numeric ? "number" : type instanceof PropertyType.Date ? "date" : "text";
    }
}
