package entente.model;

/** Which way a relationship points, seen from an entity. */
public enum Direction {
    /** From the entity. */
    OUT,
    /** To the entity. */
    IN,
    /** Neither way, or either: a symmetric type means the same from both ends. */
    BOTH
}
