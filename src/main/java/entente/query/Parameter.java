package entente.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a saved query takes.
 *
 * @param name as the Cypher binds it
 * @param type what a value must be
 * @param list whether it takes several values
 * @param description what it means
 * @param required whether it has to be given
 * @param defaultValue the text that stands for it where none is given; {@code today} for a date means the current day
 *     in UTC; null where it is required, or where the Cypher gets null
 * @param example a value that gives an answer on the sample dossier
 * @param words what an enum can be; empty for other types
 * @param kinds of what kinds an entity is that is given by its name, as the vocabulary has them, or {@code Actor};
 *     empty where it can be of any
 * @param recorded which texts on record a text is one of; null for other types, and where it can be any
 * @param beginning whether a month or a year that a question names stands for its first day, and not for its last
 */
public record Parameter(
        String name,
        ParameterType type,
        boolean list,
        String description,
        boolean required,
        @Nullable String defaultValue,
        @Nullable String example,
        List<String> words,
        List<String> kinds,
        @Nullable Recorded recorded,
        boolean beginning) {}
