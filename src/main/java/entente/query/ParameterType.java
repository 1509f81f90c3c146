package entente.query;

import java.util.Locale;

/** What a parameter's value must be. */
public enum ParameterType {
    /** An entity's id or name; the Cypher gets the id. */
    ENTITY,
    /** The id of a dossier that the graph holds. */
    DOSSIER,
    STRING,
    INTEGER,
    NUMBER,
    BOOLEAN,
    /** A day, as {@code 2009-07-07} or {@code today}; the Cypher gets a date. */
    DATE,
    /** One of a few words. */
    ENUM;

    /** The word that headers use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
