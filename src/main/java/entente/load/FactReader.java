package entente.load;

import entente.load.Dossier.EntityFact;
import entente.load.Dossier.RelationshipFact;
import entente.load.document.Node;
import entente.model.Vocabulary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads single facts, in the form that a dossier has them, whatever they come from. */
public final class FactReader {
    private final Vocabulary vocabulary;
    private final List<Problem> problems;
    private final EntityReader entities;
    private final RelationshipReader relationships;

    /** @param problems gets what is wrong with a fact */
    public FactReader(Vocabulary vocabulary, List<Problem> problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
        this.entities = new EntityReader(vocabulary, problems);
        this.relationships = new RelationshipReader(vocabulary, problems);
    }

    /** What is noted where several texts stand under a key that takes one. */
    public static String mustBeOneText(String key) {
        return NodeValues.mustBeOneText(key);
    }

    /** All of a dossier; null, and a problem noted, where the node is none. */
    public @Nullable Dossier dossier(Node document) {
        return new DossierReader(vocabulary, problems).read(document);
    }

    /** {@code {id: …, kind: …, …}}; null, and a problem noted, where something essential is wrong. */
    public @Nullable EntityFact entity(Node item) {
        return entities.entity(item);
    }

    /**
     * {@code {type: …, from: …, to: …, …}}; null, and a problem noted, where something essential is wrong.
     *
     * @param dossier the id of the dossier that says it
     */
    public @Nullable RelationshipFact relationship(Node item, String dossier) {
        return relationships.relationship(item, dossier);
    }
}
