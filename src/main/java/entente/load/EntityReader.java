package entente.load;

import entente.load.Dossier.EntityFact;
import entente.load.Dossier.Reference;
import entente.load.document.Node;
import entente.model.EntityKind;
import entente.model.Names;
import entente.model.PropertyType;
import entente.model.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads what a dossier says of entities. */
final class EntityReader {
    private static final String AGREEMENT = "Agreement";

    private final Vocabulary vocabulary;
    private final List<Problem> problems;

    EntityReader(Vocabulary vocabulary, List<Problem> problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    @Nullable
    EntityFact actor(Node item) {
        return read(item, "an actor", EntityKind::actor);
    }

    @Nullable
    EntityFact agreement(Node item) {
        Fields fields = Fields.of(item, "an agreement", problems);
        return fields == null ? null : read(fields, vocabulary.kind(AGREEMENT));
    }

    @Nullable
    EntityFact entity(Node item) {
        return read(item, "an entity", kind -> true);
    }

    private @Nullable EntityFact read(Node item, String what, Predicate<EntityKind> allowed) {
        Fields fields = Fields.of(item, what, problems);
        if (fields == null) {
            return null;
        }
        String word = fields.required("kind");
        if (word == null) {
            return null;
        }
        EntityKind kind = vocabulary.kinds().get(word);
        if (kind == null || !allowed.test(kind)) {
            List<String> known = vocabulary.kinds().values().stream()
                    .filter(allowed)
                    .map(EntityKind::name)
                    .toList();
            fields.fault(
                    fields.placeOf("kind"),
                    "\"" + word + "\" is not a kind of " + what.replaceFirst("an? ", "") + Names.didYouMean(word, known)
                            + "; the kinds are " + Names.oneOf(known));
            return null;
        }
        return read(fields, kind);
    }

    private static @Nullable EntityFact read(Fields fields, EntityKind kind) {
        Reference id = fields.requiredReference("id");
        Properties properties = new Properties();
        properties.putTexts(fields, List.of("name", "summary"));
        properties.putAll(fields, Map.of("aliases", new PropertyType.Texts()));
        properties.putAll(fields, kind.properties());
        fields.refuseUnknownKeys();
        if (id == null) {
            return null;
        }
        properties.put("id", id.id());
        return new EntityFact(id.place(), id.id(), kind, properties.values());
    }
}
