package entente.export;

import java.util.Collection;

/** The types of attributes that formats tell apart. */
enum AttributeType {
    BOOLEAN,
    LONG,
    DOUBLE,
    TEXTS,
    TEXT;

    static AttributeType of(Object value) {
        if (value instanceof Boolean) {
            return BOOLEAN;
        }
        if (value instanceof Double) {
            return DOUBLE;
        }
        if (value instanceof Number) {
            return LONG;
        }
        return value instanceof Collection ? TEXTS : TEXT;
    }

    /** The type whose values can hold those of both. */
    AttributeType or(AttributeType other) {
        if (this == other) {
            return this;
        }
        boolean numbers = (this == LONG || this == DOUBLE) && (other == LONG || other == DOUBLE);
        return numbers ? DOUBLE : TEXT;
    }
}
