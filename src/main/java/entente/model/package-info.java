/** The words of the field as values: entities, relationships, time, vocabulary. It depends on the JDK alone. */
@NullMarked
package entente.model;

import org.jspecify.annotations.NullMarked;
