package entente.query;

import entente.graph.EntityNames;
import entente.model.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Turns the id or name of an entity into its id. */
public final class EntityArguments {
    private static final int SHOWN_CANDIDATES = 10;
    /** How many words of a name that fits nothing are looked up one by one. */
    private static final int WORDS_LOOKED_UP = 6;

    private final EntityNames names;

    public EntityArguments(EntityNames names) {
        this.names = names;
    }

    /**
     * The id of the entity that a text means.
     *
     * @param parameter the text is for
     * @throws QueryException if it means none or several, with those that may be meant
     */
    public String id(String parameter, String text) {
        return id(parameter, text, List.of());
    }

    /**
     * The id of the entity that a text means.
     *
     * @param kinds of which an entity is that is given by its name, as {@link Parameter#kinds} has them
     */
    String id(String parameter, String text, List<String> kinds) {
        List<EntityNames.Candidate> found = names.find(text, kinds).candidates();
        if (found.size() == 1) {
            return found.get(0).id();
        }
        if (found.isEmpty()) {
            throw fault(
                    QueryException.Reason.UNKNOWN_ENTITY,
                    parameter,
                    "no " + (kinds.isEmpty() ? "entity" : Names.oneOf(kinds)) + " is called",
                    text,
                    proposed(text, kinds));
        }
        throw fault(QueryException.Reason.AMBIGUOUS_ENTITY, parameter, "several entities may be meant by", text, found);
    }

    /**
     * Makes sure that entities are there, for an answer that is the same without them: what {@link #id} gives may be
     * remembered for a second.
     *
     * @throws QueryException if one is not
     */
    public void confirm(String parameter, List<String> ids) {
        names.missing(ids).stream().findFirst().ifPresent(id -> {
            throw fault(QueryException.Reason.UNKNOWN_ENTITY, parameter, "no entity is called", id, List.of());
        });
    }

    /** Where a kind was asked for, those of others that are called so come first. */
    private List<EntityNames.Candidate> proposed(String text, List<String> kinds) {
        List<EntityNames.Candidate> alike = kinds.isEmpty() ? List.of() : names.like(text);
        return alike.isEmpty() ? near(text) : alike;
    }

    /** Tells whether a text means one entity. */
    boolean isKnown(String text, List<String> kinds) {
        return names.find(text, kinds).candidates().size() == 1;
    }

    /** Tells whether a text is a name that an entity bears, and not merely near to one. */
    boolean isName(String text) {
        return names.isName(text);
    }

    /** Those that bear one word of the text, for a text that no entity bears as a whole. */
    private List<EntityNames.Candidate> near(String text) {
        List<EntityNames.Candidate> near = new ArrayList<>();
        Stream.of(Names.fold(text).split(" "))
                .filter(word -> word.length() > 2)
                .distinct()
                .limit(WORDS_LOOKED_UP)
                .forEach(word -> near.addAll(names.like(word)));
        return near;
    }

    private static QueryException fault(
            QueryException.Reason reason,
            String parameter,
            String problem,
            String text,
            List<EntityNames.Candidate> entities) {
        List<QueryException.Candidate> candidates = entities.stream()
                .map(QueryException.Candidate::of)
                .distinct()
                .limit(SHOWN_CANDIDATES)
                .toList();
        return QueryException.ofValue(reason, parameter, text, problem + " \"" + text + "\"", candidates);
    }
}
